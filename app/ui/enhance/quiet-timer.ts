const minute = 60_000

/**
 * Counts the minutes of a meeting's step down when asked: without a sound, and nothing moves but a
 * number once a minute.
 */
export function quietTimer() {
  for (const place of document.querySelectorAll<HTMLElement>('[data-minutes]')) {
    const face = place.querySelector<HTMLElement>('[role=timer]')
    const button = place.querySelector('button')
    if (!face || !button) continue
    let ends = 0
    let ticking = 0
    const show = () => {
      const left = Math.max(0, Math.ceil((ends - Date.now()) / minute))
      const text = `${face.dataset.words} ${left}`
      if (face.textContent !== text) face.textContent = text
      if (left === 0) clearInterval(ticking)
    }
    button.addEventListener('click', () => {
      clearInterval(ticking)
      ends = Date.now() + Number(place.dataset.minutes) * minute
      ticking = window.setInterval(show, 1000)
      show()
    })
    place.hidden = false
  }
}
