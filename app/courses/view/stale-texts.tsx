import type { ReactNode } from 'react'
import { useTexts } from '../../i18n/use-texts.ts'

/**
 * A quiet mark at a text that is older than its source; it opens what the source says now. `text` is
 * the translation, where the mark does not stand beside it.
 */
export function StaleText({
  source,
  lang,
  dir,
  text,
}: {
  source: string
  lang: string
  dir: string
  text?: string
}) {
  const { t } = useTexts()
  return (
    <details className="stale-text ui">
      <summary>
        {text ? `${t('courses:olderThanOriginal')} ${text}` : t('courses:olderThanOriginal')}
      </summary>
      <p lang={lang} dir={dir}>
        {source}
      </p>
    </details>
  )
}

/**
 * At the end of a text: what is older than its source and has no place for a mark of its own, and
 * how many texts of the self-check are.
 */
export function StaleTexts({
  missing,
  inQuiz,
  children,
}: {
  missing: string
  inQuiz: string
  children?: ReactNode
}) {
  const { t } = useTexts()
  return (
    <div className="stale-texts">
      {missing !== '0' && (
        <p className="notice">{t('courses:untranslatedTexts', { count: Number(missing) })}</p>
      )}
      {inQuiz !== '0' && (
        <p className="notice">{t('courses:olderInQuiz', { count: Number(inQuiz) })}</p>
      )}
      {children}
    </div>
  )
}

/** How the marks of a translation are shown in any text of a course. */
export const staleComponents = { StaleText, StaleTexts }
