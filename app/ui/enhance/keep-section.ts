/** Lets the links to other languages lead to the section that is being read. Without script, each section's heading has its own. */
export function keepSection() {
  const headings = [...document.querySelectorAll<HTMLElement>('main h2[id]')]
  if (headings.length === 0) return
  for (const link of document.querySelectorAll<HTMLAnchorElement>('[data-keep-section]')) {
    link.addEventListener('click', () => {
      const read = headings.filter((heading) => heading.getBoundingClientRect().top < innerHeight / 2).pop()
      link.hash = read?.id ?? ''
    })
  }
}
