const presses = 3
const within = 1500
/** The event of the window that tells its page to fall silent: the reader leaves. */
export const leaving = 'cirkel-leave'

/**
 * Leaves at once: the page is blanked before the server answers, by the Leave link or by Shift
 * pressed three times (SAFETY P6).
 */
export function leaveAtOnce() {
  const link = document.querySelector<HTMLAnchorElement>('[data-leave]')
  if (!link) return
  const leave = () => {
    document.documentElement.style.setProperty('display', 'none')
    document.title = ''
    dispatchEvent(new Event(leaving))
    location.replace(link.href)
  }
  link.addEventListener('click', (event) => {
    event.preventDefault()
    leave()
  })
  let times: number[] = []
  addEventListener('keydown', (event) => {
    if (event.key !== 'Shift' || event.repeat) {
      if (!event.repeat) times = []
      return
    }
    times = [...times.filter((time) => event.timeStamp - time < within), event.timeStamp]
    if (times.length >= presses) leave()
  })
}
