import { useTranslation } from 'react-i18next'
import { namespaces } from './i18n.ts'

/** The interface's texts in a component, in the language of the page: `const { t } = useTexts()`, then `t('pages:leave')`. */
export function useTexts() {
  return useTranslation(namespaces)
}
