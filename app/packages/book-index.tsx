import { inLanguage } from '../courses/model/chapter.ts'
import { countryName } from '../courses/model/countries.ts'
import { listGlossary } from '../courses/model/glossary-list.ts'
import { wordId } from '../courses/view/chapter-view.tsx'
import { markedIn } from '../courses/view/fallback.tsx'
import { formatMonth } from '../i18n/format-day.ts'
import { localeOf } from '../i18n/locale.ts'
import { useTexts } from '../i18n/use-texts.ts'
import { type Book, chapterTextOf, monthOf } from './book.ts'
import type { LinkTarget } from './place-links.ts'

/** A country with its comments in a book, each with the chapter that it stands in. */
export interface CountryEntry {
  code: string
  name: string
  comments: { chapter: string; id: string; about: string }[]
}

/** The countries that comments of a book tell of, in the order of its language. */
export function countriesOf(book: Book): CountryEntry[] {
  const tag = book.language.tag
  const countries = new Map<string, CountryEntry>()
  for (const chapter of book.chapters)
    for (const { country, id, about } of chapterTextOf(book, chapter).text.comments) {
      const entry = countries.get(country) ?? {
        code: country,
        name: countryName(country, tag),
        comments: [],
      }
      entry.comments.push({ chapter: chapter.slug, id, about })
      countries.set(country, entry)
    }
  return [...countries.values()].sort((a, b) => a.name.localeCompare(b.name, localeOf(tag)))
}

/** Every country that a comment of the book tells of, with a way to each comment. */
export function CountryList({ book, target }: { book: Book; target: LinkTarget }) {
  const { t } = useTexts()
  return (
    <section className="country-list" aria-labelledby="countries">
      <h1 id="countries">{t('courses:comments')}</h1>
      <dl>
        {countriesOf(book).map(({ code, name, comments }) => (
          <div key={code}>
            <dt>{name}</dt>
            {comments.map(({ chapter, id, about }) => (
              <dd key={`${chapter}.${id}`}>
                <a href={target(chapter, id) ?? undefined}>{about}</a>
              </dd>
            ))}
          </div>
        ))}
      </dl>
    </section>
  )
}

/** The words that the book's chapters explain, in alphabetical order, with a way to the chapters. */
export function Glossary({ book, target }: { book: Book; target: LinkTarget }) {
  const { t } = useTexts()
  const slugs = new Set(book.chapters.map(({ slug }) => slug))
  const entries = listGlossary(book.course, book.language.tag)
    .groups.flatMap((group) => group.entries)
    .map((entry) => ({ ...entry, chapters: entry.chapters.filter(({ slug }) => slugs.has(slug)) }))
    .filter(({ chapters }) => chapters.length > 0)
  const { lang, isFallback } = inLanguage(book.course.texts, book.language.tag, book.course.source)
  return (
    <section className="words" aria-labelledby="glossary" {...(isFallback ? { lang } : {})}>
      <h1 id="glossary">{t('courses:glossary')}</h1>
      <dl>
        {entries.map(({ id, term, explanation, chapters }) => (
          <div key={id} id={`glossary.${wordId(id)}`}>
            <dt>{term}</dt>
            <dd>
              {explanation}
              {chapters.map(({ slug, title, lang }) => (
                <span key={slug} className="quiet">
                  {' '}
                  ·{' '}
                  <a href={target(slug, null) ?? undefined} {...markedIn(lang)}>
                    {title}
                  </a>
                </span>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

/** When the book's facts were last checked, and of which edition of the course it is. */
export function Edition({ book }: { book: Book }) {
  const { t } = useTexts()
  const month = formatMonth(monthOf(book), book.language.tag)
  return <p className="quiet">{t('packages:checked', { month, version: book.version })}</p>
}
