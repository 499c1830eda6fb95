import { useTexts } from '../i18n/use-texts.ts'

/** Ways to the page before and the one after, in a list of several pages. */
export function PageTurn({
  page,
  pages,
  at,
}: {
  page: number
  pages: number
  at: (page: number) => string
}) {
  const { t } = useTexts()
  if (pages === 1) return null
  return (
    <nav className="turn" aria-label={t('comments:pageTurn')}>
      {page > 1 && (
        <a href={at(page - 1)} rel="prev">
          {t('comments:previous')}
        </a>
      )}
      <p className="quiet">{t('comments:pageOf', { page, pages })}</p>
      {page < pages && (
        <a href={at(page + 1)} rel="next" className="next">
          {t('comments:next')}
        </a>
      )}
    </nav>
  )
}
