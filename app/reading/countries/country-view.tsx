import { PublishedList } from '../../comments/published-list.tsx'
import { useTexts } from '../../i18n/use-texts.ts'
import type { CountryPage } from './country-pages.server.tsx'

/** Everything said of a country, chapter by chapter. Its heading is one below the page's. */
export function CountryView({ page, home }: { page: CountryPage; home: string }) {
  const { t, i18n } = useTexts()
  return (
    <>
      {page.chapters.map(({ number, title, address, lang, textLang, sections, html, readers }) => (
        <section key={address} className="country-chapter" lang={textLang ?? undefined}>
          <h2 lang={lang === textLang ? undefined : i18n.language}>
            <a href={`${address}?country=${page.code}`} hrefLang={textLang ?? undefined}>
              {number}. {title}
            </a>
          </h2>
          {/* The editors' comments, from the course's own files, compiled and checked. */}
          {html && <div className="text" dangerouslySetInnerHTML={{ __html: html }} />}
          {readers.length > 0 && (
            <>
              <h3>{t('comments:fromReaders')}</h3>
              <PublishedList
                comments={readers}
                sections={sections}
                chapter={address}
                countryAt={(code) => `${home}/countries/${code}`}
              />
            </>
          )}
        </section>
      ))}
    </>
  )
}
