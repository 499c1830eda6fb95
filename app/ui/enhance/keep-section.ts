/**
 * Follows what is being read. The links to other languages lead to the section in sight when the
 * reader last scrolled down, since the links are reached by scrolling up. The lists of sections mark
 * the one in sight, and the folded one names it and closes when one is chosen. Nothing of it leaves
 * the page. Without script, each section's heading has its own links, and nothing is marked.
 */
export function keepSection() {
  const headings = [...document.querySelectorAll<HTMLElement>('main h2[id]')]
  const links = document.querySelectorAll<HTMLAnchorElement>('[data-keep-section]')
  const listed = [...document.querySelectorAll<HTMLAnchorElement>('.contents a, .contents-fold a')]
  const fold = document.querySelector<HTMLDetailsElement>('.contents-fold')
  const here = document.querySelector('[data-here]')
  if (headings.length === 0) return
  const hasPassed = (heading: HTMLElement) => heading.getBoundingClientRect().top < innerHeight / 2
  let lowest = -1
  const look = () => {
    const passed = headings.filter(hasPassed).map(({ id }) => `#${id}`)
    if (scrollY > lowest) for (const link of links) link.hash = passed[passed.length - 1] ?? ''
    lowest = scrollY
    const read = passed.filter((hash) => listed.some((link) => link.hash === hash)).pop()
    if (here) here.textContent = ''
    for (const link of listed) {
      const isHere = link.hash === read
      if (isHere) link.setAttribute('aria-current', 'true')
      else link.removeAttribute('aria-current')
      if (isHere && here) here.textContent = link.textContent
    }
  }
  fold?.addEventListener('click', (event) => {
    if ((event.target as Element).closest('a')) fold.open = false
  })
  addEventListener('scroll', look, { passive: true })
  look()
}
