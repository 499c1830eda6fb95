import type { Catalogue } from '../../courses/model/chapter.ts'
import { countryName } from '../../courses/model/countries.ts'
import { translate } from '../../i18n/i18n.ts'
import type { Language } from '../../i18n/languages.ts'
import { localeOf } from '../../i18n/locale.ts'
import { coursePlaces } from './course-places.ts'
import type { PlaceKind } from './place.ts'

/** Titles of places with their addresses, by kind: what is suggested while one types. */
export type Suggestions = [kind: string, entries: [title: string, address: string][]][]

/** In this order, where several fit what is typed. Of comments only their countries are suggested. */
const kinds = ['chapter', 'word', 'tool', 'section', 'question'] as const satisfies PlaceKind[]

/** How many letters of what a question asks are suggested, up to a whole word. */
const long = 72
function shorten(title: string): string {
  if (title.length <= long) return title
  const cut = title.slice(0, long)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), long / 2)).replace(/[\s,;:.–-]+$/, '')} …`
}

const kindTexts = {
  chapter: 'pages:resultKind.chapter',
  section: 'pages:resultKind.section',
  word: 'pages:resultKind.word',
  question: 'pages:resultKind.question',
  tool: 'pages:resultKind.tool',
} as const

/**
 * Everything of the courses that can be suggested in a language. Without what readers have told: it
 * changes only with the courses.
 */
export function listSuggestions({ courses }: Catalogue, language: Language): Suggestions {
  const t = translate(language)
  const home = `/${language.tag}`
  const places = [...courses.values()].flatMap((course) => [...coursePlaces(course, language.tag)])
  const countries = [...new Set(places.flatMap(({ country }) => country ?? []))]
    .map((code): [string, string] => [countryName(code, language.tag), `${home}/countries/${code}`])
    .sort(([a], [b]) => a.localeCompare(b, localeOf(language.tag)))
  const ofKind = (wanted: PlaceKind) =>
    places
      .filter(({ kind, isAside }) => kind === wanted && !isAside)
      .map(({ course, path, title, passages }): [string, string] => [
        shorten(title || (passages[0] ?? '')),
        `${home}/courses/${course}/${path}`,
      ])
  const groups = kinds.map((kind): Suggestions[number] => [
    t(kindTexts[kind], { count: 1 }),
    ofKind(kind),
  ])
  groups.splice(1, 0, [t('pages:country'), countries])
  return groups.filter(([, entries]) => entries.length > 0)
}
