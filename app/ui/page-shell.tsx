import type { ReactNode } from 'react'
import { useTexts } from '../i18n/use-texts.ts'
import { type LanguageLink, LanguageMenu } from './language-menu.tsx'
import { Name } from './named-text.tsx'

/**
 * What the frame shows: the site's neutral name, the first course's part of an address, who is signed in, and this
 * page in other languages.
 */
export interface Frame {
  siteName: string
  course: string | null
  isSignedIn: boolean
  /** Null also where others look at this page: then it does not show who is signed in. */
  learner: string | null
  languages: LanguageLink[]
  /** A form on the page that goes along to another language, since it holds what was written. */
  languageForm: string | null
}

/**
 * The frame of every page: a way to skip it, the account and the languages, then the bar that stays
 * in sight, with the Leave button.
 */
export function PageShell({
  siteName,
  course,
  isSignedIn,
  learner,
  languages,
  languageForm,
  children,
}: Frame & { children: ReactNode }) {
  const { t, i18n } = useTexts()
  const home = `/${i18n.language}`
  return (
    <>
      <a className="skip" href="#main">
        {t('pages:skip')}
      </a>
      {languageForm && (
        // Enter in a field presses the form's first button, which must not be one of a language's.
        <button type="submit" form={languageForm} name="check" value="" hidden>
          {t('quizzes:checkAll')}
        </button>
      )}
      <nav className="utility" aria-label={t('pages:accountAndLanguage')}>
        {isSignedIn ? (
          <>
            <a href={`${home}/review`}>{t('progress:review')}</a>
            <a href={`${home}/circles`}>{t('pages:circles')}</a>
            <a href={`${home}/progress`}>{t('pages:progress')}</a>
            <a href={`${home}/account`}>
              {learner ? <Name>{learner}</Name> : t('pages:ownAccount')}
            </a>
          </>
        ) : (
          <a href={`${home}/sign-in`}>{t('pages:signIn')}</a>
        )}
        <LanguageMenu languages={languages} form={languageForm} />
      </nav>
      <header className="bar">
        <nav aria-label={t('pages:mainMenu')}>
          <a href={home}>
            <b>{siteName || t('pages:home')}</b>
          </a>
          {course && <a href={`${home}/courses/${course}`}>{t('pages:contents')}</a>}
          <a href={`${home}/search`} className="to-search">
            {t('pages:search')}
          </a>
        </nav>
        <form role="search" className="find" action={`${home}/search`}>
          <input
            type="search"
            name="q"
            maxLength={100}
            autoComplete="off"
            aria-label={t('pages:search')}
            placeholder={t('pages:search')}
            aria-describedby="find-seen"
            data-list={t('pages:suggestions')}
          />
          <div className="drop">
            <p id="find-seen">{t('pages:searchSeenBy')}</p>
          </div>
        </form>
        <a
          className="button plain leave"
          href={`/leave?in=${i18n.language}`}
          rel="nofollow noreferrer"
          title={t('pages:leaveHint')}
          data-leave
        >
          {t('pages:leave')}
        </a>
      </header>
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      <footer className="foot">
        <a href={`${home}/safety`}>{t('pages:footerSafety')}</a>
        <a href={`${home}/reading`}>{t('reading:footer')}</a>
        <span>{t('pages:footerLicence')}</span>
      </footer>
    </>
  )
}
