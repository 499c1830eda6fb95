/**
 * Follows what is being read. The links to other languages lead to the section in sight when the
 * reader last scrolled down, since the links are reached by scrolling up. The lists of sections mark
 * the one in sight and those that lie behind, and the folded one says which it is and closes when one
 * is chosen. Nothing of it leaves the page. Without script, each section's heading has its own links
 * and its number, and only what is stored of a learner is marked.
 */
export function keepSection() {
  document.querySelector('[data-plain]')?.remove()
  const headings = [...document.querySelectorAll<HTMLElement>('main h2[id]')]
  const links = document.querySelectorAll<HTMLAnchorElement>('.languages a')
  const listed = [...document.querySelectorAll<HTMLAnchorElement>('.contents a, .contents-fold a')]
  const fold = document.querySelector<HTMLDetailsElement>('.contents-fold')
  const here = document.querySelector<HTMLElement>('[data-here]')
  const hashes = listed
    .filter((link) => fold?.contains(link) && !link.closest('.after'))
    .map(({ hash }) => hash)
  if (headings.length === 0) return
  const hasPassed = (heading: HTMLElement) => heading.getBoundingClientRect().top < innerHeight / 2
  let lowest = -1
  const look = () => {
    const passed = headings.filter(hasPassed).map(({ id }) => `#${id}`)
    if (scrollY > lowest) for (const link of links) link.hash = passed[passed.length - 1] ?? ''
    lowest = scrollY
    const read = passed.filter((hash) => listed.some((link) => link.hash === hash)).pop()
    if (here) here.textContent = ''
    const place = hashes.indexOf(read ?? '')
    const behind = !read ? 0 : place < 0 ? hashes.length : place
    const number = place < 0 ? '' : `${here?.dataset.here?.replace('#', String(place + 1))} · `
    for (const link of listed) {
      const isHere = link.hash === read
      // What was passed once stays marked while the page is open.
      if (hashes.slice(0, behind).includes(link.hash)) link.parentElement?.classList.add('passed')
      if (isHere) link.setAttribute('aria-current', 'true')
      else link.removeAttribute('aria-current')
      if (isHere && here) here.textContent = number + link.textContent
    }
  }
  fold?.addEventListener('click', (event) => {
    if ((event.target as Element).closest('a')) fold.open = false
  })
  addEventListener('scroll', look, { passive: true })
  look()
}
