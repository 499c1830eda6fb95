import type { BookPlace } from '../script/book-data.ts'

/** A page as a device keeps it: without its style and script, which all pages share. */
export interface KeptPage {
  /** Its address on the site, without an origin. */
  path: string
  /** The chapter that it belongs to; null for a page that is kept in any case. */
  chapter: string | null
  html: string
}

/** What all kept pages of a language share, and how they are sent. */
export interface KeptFrame {
  style: string
  script: string
  headers: Record<string, string>
  /** The language in which the day is written, as `Intl` names it. */
  locale: string
}

/** A course in one language, for a browser to keep. */
export interface KeptPages {
  /** The catalogue's version. */
  edition: string
  frame: KeptFrame
  pages: KeptPage[]
  /** What the search finds, each with its chapter; none for what is kept in any case. */
  places: { of: string | null; place: BookPlace }[]
}

/** Where in a kept page its style, its script and the day of keeping belong; each stands there once. */
export const places = { style: '[[style]]', script: '[[script]]', day: '[[day]]' } as const

/** The page that is shown in the place of one that is not kept. */
export const missingPath = '/-'

/** Puts a kept page together: what a browser shows, with the headers that it came with. */
export function composePage(
  html: string,
  { style, script, headers, locale }: KeptFrame,
  day: string,
) {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const shownDay = new Date(year, month - 1, date).toLocaleDateString(locale, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  })
  const put = (text: string, place: string, value: string) => text.split(place).join(value)
  // The script last: what it says is not looked through for other places.
  const body = put(put(put(html, places.day, shownDay), places.style, style), places.script, script)
  return new Response(body, { headers })
}
