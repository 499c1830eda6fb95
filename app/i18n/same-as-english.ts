import { flatTexts, keyWithoutForm } from './check-texts.ts'

/**
 * Texts that are written as in English, by language, since the word is the same. A text that has
 * only placeholders and signs need not be here.
 */
const sameWord: Record<string, readonly string[]> = {
  es: ['accounts:exportNo', 'circles:plan', 'meetings:all', 'questions:columnId', 'tools:total'],
  fr: [
    'accounts:column.question',
    'circles:code',
    'circles:invitation',
    'circles:plan',
    'comments:pageTurn',
    'courses:minutes',
    'courses:questions',
    'meetings:all',
    'meetings:signed',
    'notes:atSection',
    'pages:resultKind.question',
    'pages:suggestions',
    'proofs:code',
    'questions:columnQuestion',
    'questions:columnType',
    'questions:questionIn',
    'questions:whichQuestions',
    'quizzes:question',
    'reviews:forecastCount',
    'reviews:questions',
    'tools:total',
  ],
  sv: [
    'accounts:column.commentState',
    'accounts:column.pseudonym',
    'accounts:column.startedOn',
    'accounts:column.text',
    'accounts:pseudonym',
    'circles:plan',
    'pages:home',
    'questions:columnId',
  ],
}

const withoutPlaceholders = (text: string) => text.replace(/\{\{\s*\w+\s*\}\}/g, '')

/**
 * The texts of a language that stand there in English: left over, or put in by a program. What is
 * rightly the same is listed above, each by its key.
 */
export function findEnglish(english: unknown, translated: unknown, tag: string): string[] {
  const source = new Set(
    [...flatTexts(english).values()].filter((text) => /\p{L}/u.test(withoutPlaceholders(text))),
  )
  const allowed = new Set(sameWord[tag])
  return [...flatTexts(translated)]
    .filter(([key, text]) => source.has(text) && !allowed.has(keyWithoutForm(key)))
    .map(([key, text]) => `${key} is in English: ${text}`)
}

/** The keys that are listed and need not be: the text is no longer the same as in English. */
export function needlesslyListed(english: unknown, translated: unknown, tag: string): string[] {
  const source = new Set(flatTexts(english).values())
  const same = new Set(
    [...flatTexts(translated)]
      .filter(([, text]) => source.has(text))
      .map(([key]) => keyWithoutForm(key)),
  )
  return (sameWord[tag] ?? []).filter((key) => !same.has(key))
}
