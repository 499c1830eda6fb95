import { checkZawgyi, withoutInvisible } from '../courses/checks/check-language.ts'
import { wordsIn } from '../courses/parse/sentences.ts'
import { normalizeUnicode } from '../platform/normalize-unicode.ts'
import { contactIn } from '../safety/contact.ts'

/**
 * How many words a comment has, from and to; the editors' have 60 to 150. Characters are counted so
 * that one word cannot be a book.
 */
export const commentLimits = { words: [40, 200], characters: 3000 } as const

/** How many of a learner's comments may wait for a moderator at once. */
export const maxWaiting = 5

// What shows nothing on a page, but for joiners and what picks a letter's form: languages spell
// with them.
const unseen = /(?![\u200b-\u200f]|\p{Variation_Selector})\p{Default_Ignorable_Code_Point}/gu
const noLetter = /[\p{Co}\p{Cs}\ufff9-\ufffd]|(?!\n)\p{Cc}/gu

/**
 * A text as it is kept: plain lines, each a paragraph, without characters that nobody sees or that
 * turn the direction of what follows.
 */
export function normalizeCommentText(text: string, lang: string): string {
  const lines = text
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(/\t/g, ' ')
    .replace(unseen, '')
    .replace(noLetter, '')
  // Composed only now: what stood between a letter and its accent may be gone.
  return normalizeUnicode(withoutInvisible(lines, lang), 'NFC')
    .split('\n')
    .map((line) => line.replace(/\s+/gu, ' ').trim())
    .filter(Boolean)
    .join('\n')
}

/**
 * What keeps a comment from being sent, as a key of the interface's texts, with how many words the
 * text has and may have.
 */
export interface TextProblem {
  key: `comments:text${'TooShort' | 'TooLong' | 'IsZawgyi' | 'HasLink' | 'HasAddress' | 'HasPhone'}`
  words: number
  min: number
  max: number
}

const contactProblems = {
  link: 'comments:textHasLink',
  address: 'comments:textHasAddress',
  phone: 'comments:textHasPhone',
} as const

/** What is wrong with a tidied comment, or null. */
export function problemOfText(text: string, lang: string): TextProblem | null {
  const [min, max] = commentLimits.words
  // Told apart into words only up to a length: longer ones are too long in any language, and the
  // dictionary of Burmese words takes its time.
  const words = wordsIn(text.slice(0, commentLimits.characters * 2), lang).length
  if (text.length > commentLimits.characters * 2)
    return { key: 'comments:textTooLong', words, min, max }
  const problem = (key: TextProblem['key']) => ({ key, words, min, max })
  // First: in Zawgyi no words can be told apart.
  if (checkZawgyi({ file: '', lang, written: text }).length > 0)
    return problem('comments:textIsZawgyi')
  if (words < min) return problem('comments:textTooShort')
  if (words > max || [...text].length > commentLimits.characters)
    return problem('comments:textTooLong')
  const contact = contactIn(text)
  return contact ? problem(contactProblems[contact]) : null
}
