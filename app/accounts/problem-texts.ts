import type { Translate } from '../i18n/i18n.ts'
import { httpError } from '../platform/http-errors.ts'

const textKey = /^[a-zA-Z]+:[\w.]+$/

/**
 * The problems of a form in the reader's language: {@link checkForm} names them by key. Answers 400
 * to what no page of ours sends, such as a form that lacks a field: for that there is no text.
 */
export function problemTexts(
  problems: Record<string, string>,
  t: Translate,
): Record<string, string> {
  if (!Object.values(problems).every((key) => textKey.test(key))) throw httpError(400)
  return Object.fromEntries(
    Object.entries(problems).map(([field, key]) => [field, t(key as 'accounts:signInRefused')]),
  )
}
