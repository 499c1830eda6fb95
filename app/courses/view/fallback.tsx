import { findLanguage } from '../../i18n/languages.ts'
import { languageName } from '../../i18n/locale.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import type { Lang } from '../model/chapter.ts'

/**
 * How an element is marked whose text is in another language than the page around it; nothing where
 * it is in the same.
 */
export function markedIn(lang: Lang | null): { lang?: Lang; dir?: 'ltr' | 'rtl' } {
  return lang === null ? {} : { lang, dir: findLanguage(lang)?.dir ?? 'ltr' }
}

/**
 * Tells after a chapter's name in which language the chapter itself is read, or alone on a line of
 * its own. Nothing where that is the page's.
 */
export function TextLanguage({ lang, isAlone }: { lang: Lang | null; isAlone?: boolean }) {
  const { t, i18n } = useTexts()
  if (lang === null) return null
  return (
    <span className="quiet">
      {!isAlone && ' · '}
      {t('courses:textLanguage', { language: languageName(lang, i18n.language) })}
    </span>
  )
}

/**
 * Tells the reader, in their language, that a text is not translated, and in which language it
 * stands here. Nothing where it is translated.
 */
export function FallbackNotice({ lang }: { lang: Lang | null }) {
  const { t, i18n } = useTexts()
  if (lang === null) return null
  return (
    <p className="notice on-screen">
      {t('courses:notTranslatedText', { language: languageName(lang, i18n.language) })}
    </p>
  )
}
