import type { BookPlace } from './book-data.ts'
import type { FindText } from './find-text.ts'

const max = 30
const around = 80

/** Letters as they are compared: without case and without accents. */
const plain = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

function readPlaces(): BookPlace[] {
  const places: BookPlace[] = []
  for (const article of document.querySelectorAll<HTMLElement>('.chapter')) {
    const chapter = article.querySelector('h1')?.textContent ?? ''
    places.push({ address: `#${article.id}`, chapter, section: '', text: '' })
    for (const part of article.querySelectorAll<HTMLElement>('.text > *, .lead')) {
      const heading = part.querySelector<HTMLElement>('h2') ?? part
      const isHeading = part.classList.contains('section-head')
      if (isHeading || part.tagName === 'SECTION')
        places.push({
          address: `#${heading.id}`,
          chapter,
          section: heading.textContent ?? '',
          text: '',
        })
      const last = places[places.length - 1]
      if (!isHeading && last) last.text += ` ${part.textContent ?? ''}`
    }
  }
  return places
}

/** The text around the first word found, cut between words. */
function excerptOf(text: string, word: string): string {
  const words = text.split(/\s+/)
  const at = Math.max(
    0,
    words.findIndex((one) => plain(one).includes(word)),
  )
  let from = at
  let length = 0
  while (from > 0 && length < around) length += (words[--from] ?? '').length + 1
  let end = at
  while (end < words.length && length < around * 2.5) length += (words[end++] ?? '').length + 1
  return `${from > 0 ? '… ' : ''}${words.slice(from, end).join(' ')}${end < words.length ? ' …' : ''}`
}

/**
 * Makes the search form find the places that have all the words typed: those that the package
 * brings along, or else the chapters of the page.
 */
export function searchBook(form: HTMLFormElement, find: FindText, brought?: BookPlace[]) {
  const field = form.querySelector('input')
  const list = document.createElement('div')
  list.setAttribute('role', 'status')
  form.after(list)
  let places: (BookPlace & { plain: string })[] | null = null

  const search = () => {
    places =
      places ??
      (brought ?? readPlaces()).map((place) => ({
        ...place,
        plain: plain(`${place.chapter} ${place.section} ${place.text}`),
      }))
    const words = plain(field?.value ?? '')
      .split(/[^\p{L}\p{N}\p{M}]+/u)
      .filter(Boolean)
    const inTitle = ({ chapter, section }: BookPlace) =>
      words.filter((word) => plain(`${chapter} ${section}`).includes(word)).length
    const found = words[0]
      ? places.filter((place) => words.every((word) => place.plain.includes(word)))
      : []
    found.sort((a, b) => inTitle(b) - inTitle(a))
    const shown = found.slice(0, max)
    const count = document.createElement('p')
    count.textContent =
      found.length === 0
        ? find('packages:foundNone')
        : found.length > max
          ? find('packages:foundFirst', { shown: max, count: found.length })
          : find('packages:found', { count: found.length })
    const hits = document.createElement('ol')
    hits.className = 'hits'
    for (const { address, chapter, section, text } of shown) {
      const hit = document.createElement('li')
      const link = document.createElement('a')
      link.href = address
      link.textContent = [chapter, section].filter(Boolean).join(': ')
      const excerpt = document.createElement('p')
      excerpt.textContent = excerptOf(text.trim(), words[0] ?? '')
      hit.append(link, excerpt)
      hits.append(hit)
    }
    list.replaceChildren(count, hits)
  }
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    search()
  })
  // The address of a search on the site names its words.
  const asked = new URLSearchParams(location.search).get('q')
  if (!field || !asked) return
  field.value = asked
  search()
}
