import type { z } from 'zod'
import { environment } from '../../platform/environment.server.ts'
import { isCommon } from './common-passphrases.server.ts'
import { isGuessable } from './guessable.ts'
import { isPseudonymAgain, newPassphrase } from './passphrase.ts'

/**
 * What everyone knows who guesses a passphrase apart from the site's name: whose it is, and what
 * the courses are called.
 */
export interface KnownToAll {
  pseudonym: string
  titles: readonly string[]
}

type GuessableProblem = `accounts:passphraseIs${'Pseudonym' | 'Common' | 'Guessable'}`

/**
 * Why a new passphrase would be guessed among the first, as a key of the interface's texts, or
 * null. Old ones are never held against it.
 */
export function problemOfNewPassphrase(
  passphrase: string,
  { pseudonym, titles }: KnownToAll,
): GuessableProblem | null {
  if (isPseudonymAgain(passphrase, pseudonym)) return 'accounts:passphraseIsPseudonym'
  if (isCommon(passphrase)) return 'accounts:passphraseIsCommon'
  return isGuessable(passphrase, [pseudonym, environment.SITE_NAME, ...titles])
    ? 'accounts:passphraseIsGuessable'
    : null
}

/**
 * For a form's schema: refuses a new passphrase that would be guessed among the first, beside its
 * field.
 */
export function refuseGuessable<Field extends string>(field: Field, known: Partial<KnownToAll>) {
  return (form: { pseudonym?: string } & Record<Field, string>, context: z.RefinementCtx) => {
    // One that is too short or too long is told so by its own field; and however long a body is,
    // what is looked through is short.
    if (!newPassphrase.safeParse(form[field]).success) return
    const message = problemOfNewPassphrase(form[field], {
      pseudonym: form.pseudonym ?? '',
      titles: [],
      ...known,
    })
    if (message) context.addIssue({ code: 'custom', path: [field], message })
  }
}
