import type { Language } from '../../i18n/languages.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import { WipeForm } from '../../safety/wipe-form.tsx'
import { places } from './kept-pages.ts'

/**
 * What stands at the top of every kept page: that it is a copy and of which day, the ways to leave
 * and to wipe, and the ways to the other pages. The languages that are kept too are shown by script, which also
 * marks links to what is not kept.
 */
export function DeviceBar({
  base,
  lang,
  path,
  others,
}: {
  base: string
  lang: string
  path: string
  others: readonly Language[]
}) {
  const { t } = useTexts()
  const ways = [
    [base, t('courses:contents')],
    [`${base}/tools`, t('tools:toolbox')],
    [`${base}/glossary`, t('courses:glossary')],
    [`/${lang}/countries`, t('courses:comments')],
    [`/${lang}/search`, t('packages:search')],
  ] as const
  return (
    <header className="back kept-bar" data-book={base} data-not-kept={t('packages:deviceNotKept')}>
      <p className="notice">{t('packages:deviceOffline', { day: places.day })}</p>
      <div className="actions">
        <a
          className="button plain leave"
          href={`/leave?in=${lang}`}
          title={t('pages:leaveHint')}
          data-leave
        >
          {t('pages:leave')}
        </a>
        <WipeForm />
      </div>
      <nav className="top-bar" aria-label={t('courses:contents')}>
        <ul className="ways">
          {ways.map(([to, name]) => (
            <li key={to}>
              <a href={to} aria-current={to === path ? 'page' : undefined}>
                {name}
              </a>
            </li>
          ))}
          {others.map(({ tag, dir, name }) => (
            <li key={tag} hidden data-kept={base.replace(`/${lang}/`, `/${tag}/`)}>
              <a href={path.replace(`/${lang}/`, `/${tag}/`)} hrefLang={tag} lang={tag} dir={dir}>
                {name}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </header>
  )
}

/** What is said in the place of a page that is not kept. */
export function MissingPage() {
  const { t } = useTexts()
  return (
    <>
      <h1>{t('packages:deviceMissing')}</h1>
      <p>{t('packages:deviceMissingText')}</p>
    </>
  )
}
