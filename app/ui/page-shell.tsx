import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

/** A link to this page in another language. */
export interface LanguageLink {
  tag: string
  name: string
  address: string
}

/** The frame of every page: a way in, the languages, the Leave button, and a way to skip all that. */
export function PageShell({ siteName, learner, languages, children }: { siteName: string; learner: string | null; languages: LanguageLink[]; children: ReactNode }) {
  const { t, i18n } = useTranslation()
  const home = `/${i18n.language}`
  return (
    <>
      <a className="skip" href="#main">
        {t('pages:skip')}
      </a>
      <header className="bar">
        <nav aria-label={t('pages:contents')}>
          <a href={home}>
            <b>{siteName || t('pages:home')}</b>
          </a>
          <a href={`${home}/courses/run-a-party`}>{t('pages:contents')}</a>
          <a href={`${home}/search`}>{t('pages:search')}</a>
        </nav>
        <div className="end">
          {learner ? <a href={`${home}/account`}>{learner}</a> : <a href={`${home}/sign-in`}>{t('pages:signIn')}</a>}
          {languages.length > 0 && (
            <ul className="languages" aria-label={t('pages:language')}>
              {languages.map(({ tag, name, address }) => (
                <li key={tag}>
                  <a href={address} hrefLang={tag} lang={tag} data-keep-section>
                    {name}
                  </a>
                </li>
              ))}
            </ul>
          )}
          <a className="button plain leave" href={`/leave?from=${i18n.language}`} rel="nofollow noreferrer" title={t('pages:leaveHint')} data-leave>
            {t('pages:leave')}
          </a>
        </div>
      </header>
      <main id="main">{children}</main>
      <footer className="foot">
        <a href={`${home}/safety`}>{t('pages:footerSafety')}</a>
        <span>{t('pages:footerLicence')}</span>
      </footer>
    </>
  )
}
