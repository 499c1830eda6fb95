import type { ReactNode } from 'react'
import { formatMonth } from '../../i18n/format-day.ts'
import { localeOf } from '../../i18n/locale.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import { countryName } from '../model/countries.ts'
import { useChapter } from './chapter-view.tsx'
import { HeadingLink, OwnHeading } from './headings.tsx'

/** How something was done in one country, with the source that documents it. */
export function CountryComment({
  id,
  country,
  about,
  source,
  checked,
  children,
}: {
  id: string
  country: string
  about: string
  source: string
  checked: string
  children?: ReactNode
}) {
  const { t } = useTexts()
  const { country: only, text, language, address } = useChapter()
  if (only && only !== country) return null
  const from = text.sources.find((one) => one.id === source)
  return (
    <aside className="comment" id={id} aria-labelledby={`${id}-country ${id}-about`}>
      <p className="kicker" id={`${id}-country`}>
        {t('courses:howInCountry', { country: countryName(country, language.tag) })}
      </p>
      <h3 id={`${id}-about`}>
        <HeadingLink id={id}>{about}</HeadingLink>
      </h3>
      {children}
      <footer>
        {t('courses:theEditors')} ·{' '}
        <a href={`#${source}`}>{from ? `${from.publisher}, ${from.year}` : source}</a>
        {from?.read &&
          from.read !== 'whole' &&
          ` · ${t(from.read === 'parts' ? 'courses:readInParts' : 'courses:notRead')}`}
        {' · '}
        {t('courses:lastChecked', { month: formatMonth(checked, language.tag) })}
        {only && (
          <>
            {' · '}
            <a href={`${address}#${id}`}>{t('courses:allCountries')}</a>
          </>
        )}
      </footer>
    </aside>
  )
}

/** Where the comments come from: grouped by country, each a way to read that country's only. */
export function CountryIndex() {
  const { t } = useTexts()
  const { text, language, address, country: only, queryFor } = useChapter()
  const countries = [...new Set(text.comments.map((comment) => comment.country))]
    .map((code) => ({ code, name: countryName(code, language.tag) }))
    .sort((a, b) => a.name.localeCompare(b.name, localeOf(language.tag)))
  if (countries.length === 0) return null
  return (
    <section className="countries" aria-labelledby="comments">
      <OwnHeading id="comments">{t('courses:comments')}</OwnHeading>
      <p className="quiet">
        {only
          ? t('courses:commentsOnly', { country: countryName(only, language.tag) })
          : t('courses:commentsIntro')}
      </p>
      <ul>
        {countries.map(({ code, name }) => (
          <li key={code}>
            <a
              href={`${address}${queryFor(code)}#${text.comments.find((comment) => comment.country === code)?.id}`}
              aria-current={only === code ? 'true' : undefined}
            >
              {name}
            </a>
            <ul>
              {text.comments
                .filter((comment) => comment.country === code)
                .map(({ id, about }) => (
                  <li key={id}>{only && only !== code ? about : <a href={`#${id}`}>{about}</a>}</li>
                ))}
            </ul>
          </li>
        ))}
      </ul>
      <p>
        {only && (
          <>
            <a href={`${address}${queryFor(null)}#comments`}>{t('courses:allCountries')}</a>
            {' · '}
          </>
        )}
        <a href={`/${language.tag}/countries${only ? `/${only}` : ''}`}>
          {only ? t('courses:wholeCourseFrom') : t('courses:wholeCourseByCountry')}
        </a>
      </p>
    </section>
  )
}
