import type { Translate } from '../i18n/i18n.ts'

/** The problems of a form in the reader's language: {@link checkForm} names them by key. */
export function problemTexts(problems: Record<string, string>, t: Translate): Record<string, string> {
  return Object.fromEntries(Object.entries(problems).map(([field, key]) => [field, t(key as 'accounts:signInRefused')]))
}
