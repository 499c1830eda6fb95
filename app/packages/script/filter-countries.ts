import type { BookData } from './book-data.ts'

/** Lets a reader see the comments of one country alone; the last country's stay out of sight. */
export function filterCountries(select: HTMLSelectElement, countries: BookData['countries']) {
  const all = select.options[0]
  if (!all) return
  for (const { name, comments } of countries) {
    const option = document.createElement('option')
    option.textContent = `${name} (${comments.length})`
    select.append(option)
  }
  select.addEventListener('change', () => {
    const only = countries[select.selectedIndex - 1]
    for (const { comments } of countries)
      for (const id of comments) {
        const comment = document.getElementById(id)
        if (comment) comment.hidden = only !== undefined && !only.comments.includes(id)
      }
  })
}
