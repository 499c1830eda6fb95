/**
 * Lets the links to other languages lead to the section that is being read: the one in sight when
 * the reader last scrolled down, since the links are reached by scrolling up. Nothing of it leaves
 * the page. Without script, each section's heading has its own links.
 */
export function keepSection() {
  const headings = [...document.querySelectorAll<HTMLElement>('main h2[id]')]
  const links = document.querySelectorAll<HTMLAnchorElement>('[data-keep-section]')
  if (headings.length === 0) return
  let lowest = -1
  const look = () => {
    if (scrollY > lowest) {
      const read = headings
        .filter((heading) => heading.getBoundingClientRect().top < innerHeight / 2)
        .pop()
      for (const link of links) link.hash = read?.id ?? ''
    }
    lowest = scrollY
  }
  addEventListener('scroll', look, { passive: true })
  look()
}
