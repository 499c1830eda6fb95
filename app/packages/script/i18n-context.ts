import type { i18n } from 'i18next'
import { createContext } from 'react'

/**
 * What the components of the self-check know of react-i18next: a package has this in its place,
 * since the library brings i18next along.
 */
export const I18nContext = createContext<{ i18n: i18n } | null>(null)
