import { renderToStaticMarkup } from 'react-dom/server'
import { I18nextProvider } from 'react-i18next'
import { publishedIn } from '../../comments/published.server.ts'
import { fromCountry, type PublishedComment } from '../../comments/published-comment.ts'
import {
  type Catalogue,
  type Chapter,
  type ChapterText,
  type Course,
  chapterAddress,
  inLanguage,
} from '../../courses/model/chapter.ts'
import { nameOf } from '../../courses/model/chapter-name.ts'
import { carriedQuery, countryName } from '../../courses/model/countries.ts'
import { contentOf } from '../../courses/view/chapter-content.server.tsx'
import { ChapterContext } from '../../courses/view/chapter-view.tsx'
import { commentsAlone } from '../../courses/view/comments-alone.tsx'
import { i18nFor } from '../../i18n/i18n.ts'
import type { Language } from '../../i18n/languages.ts'
import { localeOf } from '../../i18n/locale.ts'
import { nearest } from './tile-map.ts'

/** A country with how many comments tell of it. */
export interface CountryCount {
  code: string
  name: string
  count: number
}

/** What one chapter says of a country: the editors' comments as HTML, and the readers'. */
export interface CountryChapter {
  number: number
  title: string
  address: string
  /** The languages of the title and of the text, where they are not the page's. */
  lang: string | null
  textLang: string | null
  sections: { id: string; title: string }[]
  html: string
  readers: PublishedComment[]
}

/** All that the courses say of a country. */
export interface CountryPage {
  code: string
  name: string
  count: number
  chapters: CountryChapter[]
}

const chaptersOf = ({ courses }: Catalogue) =>
  [...courses.values()].flatMap((course) => course.chapters.map((chapter) => ({ course, chapter })))

function commentsOf(course: Course, chapter: Chapter, lang: string) {
  const { text } = inLanguage(chapter.texts, lang, course.source)
  return [...text.comments, ...publishedIn({ course: course.id, chapter: chapter.slug })]
}

/** The countries that comments tell of, by name in the language, each with how many do. */
export function listCountries(catalogue: Catalogue, lang: string): CountryCount[] {
  const counts = new Map<string, number>()
  for (const { course, chapter } of chaptersOf(catalogue))
    for (const { country } of commentsOf(course, chapter, lang))
      counts.set(country, (counts.get(country) ?? 0) + 1)
  return [...counts]
    .map(([code, count]) => ({ code, count, name: countryName(code, lang) }))
    .sort((a, b) => a.name.localeCompare(b.name, localeOf(lang)))
}

// The editors' comments of a country in a chapter, as HTML. They go with the catalogue that they
// belong to.
const rendered = new WeakMap<ChapterText, Map<string, string>>()

function editorsComments(course: Course, chapter: Chapter, language: Language, country: string) {
  const { text } = inLanguage(chapter.texts, language.tag, course.source)
  if (!text.comments.some((comment) => comment.country === country)) return ''
  const known = rendered.get(text) ?? new Map<string, string>()
  rendered.set(text, known)
  const key = `${language.tag} ${country}`
  const html = known.get(key) ?? renderComments(course, chapter, language, country)
  known.set(key, html)
  return html
}

function renderComments(course: Course, chapter: Chapter, language: Language, country: string) {
  const { text } = inLanguage(chapter.texts, language.tag, course.source)
  const Content = contentOf(text)
  const view = {
    course,
    courseText: inLanguage(course.texts, text.lang, course.source).text,
    text,
    language,
    country,
    query: carriedQuery(country),
    queryFor: (chosen: string | null) => carriedQuery(chosen),
    hasPictures: true,
    hasPermalinks: false,
    bookmark: null,
    address: chapterAddress(chapter, language),
    translations: [],
    answersForm: null,
  }
  return renderToStaticMarkup(
    <I18nextProvider i18n={i18nFor(language)}>
      <ChapterContext.Provider value={view}>
        <Content components={commentsAlone} />
      </ChapterContext.Provider>
    </I18nextProvider>,
  )
}

/** Everything that the courses and their readers say of a country, by chapter. */
export function readCountry(catalogue: Catalogue, language: Language, code: string): CountryPage {
  const chapters = chaptersOf(catalogue).flatMap(({ course, chapter }) => {
    const { text } = inLanguage(chapter.texts, language.tag, course.source)
    const { title, lang, textLang } = nameOf(course, chapter, language.tag)
    const html = editorsComments(course, chapter, language, code)
    const published = publishedIn({ course: course.id, chapter: chapter.slug })
    const readers = [...fromCountry(published, code)]
    if (!html && readers.length === 0) return []
    return {
      number: chapter.number,
      title,
      address: chapterAddress(chapter, language),
      lang,
      textLang,
      sections: text.sections.filter(({ depth }) => depth === 2),
      html,
      readers,
    }
  })
  const count = listCountries(catalogue, language.tag).find((one) => one.code === code)?.count ?? 0
  return { code, name: countryName(code, language.tag), count, chapters }
}

/** Up to five countries with comments that lie near one, the nearest first. */
export function countriesNear(countries: readonly CountryCount[], code: string): CountryCount[] {
  const codes = nearest(
    code,
    countries.map((one) => one.code),
    5,
  )
  return codes.flatMap((near) => countries.find((one) => one.code === near) ?? [])
}
