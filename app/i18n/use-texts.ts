import type { i18n } from 'i18next'
import { useContext } from 'react'
import { I18nContext } from 'react-i18next'
import type { Translate } from './i18n.ts'

/**
 * The interface's texts in a component, in the language of the page: `const { t } = useTexts()`,
 * then `t('pages:leave')`. Takes the instance that the page's provider gives; react-i18next's own
 * hook prepares for changes of language that never come here, at each call.
 */
export function useTexts(): { t: Translate; i18n: i18n } {
  const { i18n } = useContext(I18nContext)
  return { t: i18n.t as Translate, i18n }
}
