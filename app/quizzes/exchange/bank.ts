import type { Loss } from './conversion-warnings.ts'

/** A text with the reason that is given for it. The reason is empty where none is known. */
export interface Reasoned {
  text: string
  reason: string
}

/** A sentence with one gap, written ___, and what may be written there. */
export interface Gap {
  sentence: string
  accepted: string[]
  wrong: Reasoned[]
  reason: string
}

interface Common {
  id: string
  /** The section or paragraph that the answer comes from; empty where it is not known. */
  see: string
  prompt: string
  hints: string[]
}

/**
 * A question as it is carried between platforms: its texts alone, a line each, without the ids of
 * its parts.
 */
export type BankQuestion = Common &
  (
    | { type: 'single' | 'multiple'; options: (Reasoned & { isCorrect: boolean })[] }
    | { type: 'true-false'; isTrue: boolean; ifTrue: string; ifFalse: string }
    | { type: 'order'; items: Reasoned[] }
    | { type: 'match'; pairs: { left: string; right: string; reason: string }[] }
    | { type: 'fill-in'; gaps: Gap[] }
    | { type: 'reflection'; model: string; points: string[] }
  )

/** Questions under a heading, such as a chapter's. */
export interface BankCategory {
  title: string
  questions: BankQuestion[]
}

/** Questions from a course: the course's title, and a category for each chapter. */
export interface Bank {
  title: string
  categories: BankCategory[]
}

/** A bank in some format, and everything that the format could not hold. */
export interface WrittenBank {
  text: string
  losses: Loss[]
}

/** A question that was read, and the line on which it begins. */
export type ReadQuestion = BankQuestion & { line: number }

/** What was read from a file, and everything of it that a course cannot hold. */
export interface ReadBank {
  questions: ReadQuestion[]
  losses: Loss[]
}

/** A file that is refused whole, with the reason and the line. */
export interface Unreadable {
  line: number
  message:
    | 'questions:fileTooLarge'
    | 'questions:fileNotXml'
    | 'questions:fileHasDoctype'
    | 'questions:fileNoQuiz'
    | 'questions:fileTooDeep'
    | 'questions:fileEmpty'
    | 'questions:fileBlankFirst'
  detail: string
}

/** What reading a file comes to. */
export type Read = { kind: 'read'; bank: ReadBank } | { kind: 'unreadable'; why: Unreadable }

/** How large a file may be, in characters: a bank with pictures in it, and no more. */
export const largestFile = 10_000_000

// What XML 1.0 cannot hold: control characters and halves of a pair.
const unwritable = /(?![\t\n\r])\p{Cc}|[\ufffe\uffff]|\p{Cs}/gu

/** A text as a question holds it: one line, without characters that no format can write. */
export function oneLine(text: string): string {
  return text.replace(unwritable, '').replace(/\s+/g, ' ').trim()
}

/** The tag that carries where a question's answer stands; only files of our own have it. */
export const seeTag = (see: string) => `see:${see}`

/** Where the answer stands, by a question's tags; null in a file that is not our own. */
export function seeOf(tags: readonly string[]): string | null {
  return tags.find((tag) => tag.startsWith('see:'))?.slice('see:'.length) ?? null
}

/**
 * What marks a paragraph below an essay as one of its hints: Moodle keeps a class, and no hints of
 * an essay.
 */
export const hintClass = 'cirkel-hint'

/** The tag of a question that is written as another type: it is still one to put in order. */
export const orderTag = 'type:order'
