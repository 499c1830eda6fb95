import { pick } from '../../platform/random.server.ts'
import { type KnownToAll, problemOfNewPassphrase } from './refuse-guessable.server.ts'
import { englishWords } from './words/en.ts'
import { englishNames, type NameWords, swedishNames } from './words/names.ts'
import { swedishWords } from './words/sv.ts'

/**
 * The words that suggestions are made of, by language. Where a language has none, English ones are
 * used.
 */
export const suggestionWords: Record<string, { names: NameWords; words: readonly string[] }> = {
  en: { names: englishNames, words: englishWords },
  sv: { names: swedishNames, words: swedishWords },
}

const numbers = Array.from({ length: 90 }, (_, index) => index + 10)

function wordsOf(language: string) {
  return suggestionWords[language] ?? { names: englishNames, words: englishWords }
}

/**
 * A random pseudonym, such as "Calm Otter 42": it says nothing of the person, and there are more
 * than 300,000 of them in a language.
 */
export function suggestPseudonym(language: string): string {
  const { adjectives, animals } = wordsOf(language).names
  return `${pick(adjectives)} ${pick(animals)} ${pick(numbers)}`
}

/**
 * A random passphrase of six words out of more than 1,024: at least 6 × 10 = 60 bits, too many to
 * guess even from a stolen hash. One that would be refused is never offered.
 */
export function suggestPassphrase(language: string, known: KnownToAll): string {
  const { words } = wordsOf(language)
  const passphrase = Array.from({ length: 6 }, () => pick(words)).join(' ')
  return problemOfNewPassphrase(passphrase, known) ? suggestPassphrase(language, known) : passphrase
}
