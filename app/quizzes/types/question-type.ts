import type { ComponentType } from 'react'
import type { QuestionDocument, WrittenPart, WrittenQuestion } from '../../courses/model/chapter.ts'
import type { Translate } from '../../i18n/i18n.ts'
import { normalizeUnicode } from '../../platform/normalize-unicode.ts'

/**
 * What a learner chose or wrote, by the id of an option, item, pair, gap or step. What the value
 * means is the question type's own.
 */
export type Response = Record<string, string>

/**
 * How one part came out. `missed`: right, and not chosen; `left`: wrong, and rightly not chosen, or
 * never met.
 */
export type Verdict = 'right' | 'wrong' | 'missed' | 'left'

/**
 * The result of grading: right as a whole or not, the share that was right (0 to 1), and each
 * part's verdict.
 */
export interface Grade {
  isRight: boolean
  share: number
  verdicts: Record<string, Verdict>
}

/** How sure a learner says to be of an answer. Not said is null. */
export type Confidence = 'sure' | 'fairly' | 'guessing'

/**
 * What a form held for one question. Nothing chosen at all is `nothing`; `incomplete` says what is
 * missing, as a key of the texts; `underway` is an answer that leads on to another choice.
 */
export type Submission =
  | { kind: 'answer'; response: Response }
  | { kind: 'nothing' }
  | { kind: 'underway'; response: Response }
  | {
      kind: 'incomplete'
      response: Response
      problem:
        | 'quizzes:chooseForEach'
        | 'quizzes:samePlaceTwice'
        | 'quizzes:chooseFirst'
        | 'quizzes:fillEach'
        | 'quizzes:tooLong'
    }

/** A question ready to be asked and graded; each type adds its own parts. */
export interface Question {
  id: string
  type: string
  see: string
  prompt: string
  /** What is read before answering. */
  document?: QuestionDocument
  hints: string[]
}

/**
 * What a question's view gets: with a grade, the answer was graded and is shown with its reasons.
 */
export interface QuestionViewProps<Q extends Question = Question> {
  question: Q
  chosen: Response
  grade: Grade | null
  /** The answer so far leads on: its view takes the focus, under the result's id. */
  isUnderway: boolean
  /** Whether the answer is stored, so that the view can say who can see it. */
  isKept: boolean
}

/**
 * A question on paper, where there is no markup: what is asked, its choices a line each, and the
 * right answer.
 */
export interface PlainQuestion {
  prompt: string
  lines: string[]
  answer: string[]
}

/**
 * A line of a question's key: a part of it as it stands when it is right, or one that is wrong, and
 * why. `sign` is null where the line is neither.
 */
export interface KeyLine {
  sign: 'right' | 'wrong' | null
  text: string
  reason: string
}

/** A fault in how a question is written, for its author. */
export interface QuestionFault {
  line: number
  message: string
}

/**
 * A type of question: how it is written, read from a form, graded, shown and printed. Grading is
 * pure. A new type is one such record, in a file of its own, and a line in the table
 * (question-types.ts).
 */
export interface QuestionType<Q extends Question = Question> {
  name: string
  /**
   * The answer is for the learner alone: it is stored for them, and never counted, compared,
   * scheduled or shown to anyone else.
   */
  isPrivate: boolean
  /** Every fault in how the question is written; none means that `parse` may be called. */
  check(written: WrittenQuestion): QuestionFault[]
  parse(written: WrittenQuestion): Q
  /** Reads an answer from form fields. Null where a field names what the question does not have. */
  read(question: Q, fields: URLSearchParams): Submission | null
  /** The form fields that `read` takes for what was chosen. */
  write(question: Q, chosen: Response): [name: string, value: string][]
  grade(question: Q, chosen: Response): Grade
  View: ComponentType<QuestionViewProps<Q>>
  /**
   * The question on paper, below its prompt: boxes to tick, lines to write on. Nothing of the
   * answer.
   */
  Print: ComponentType<{ question: Q }>
  plain(question: Q, t: Translate): PlainQuestion
  /** The right answer with the reason beside every part, for those who read without a script. */
  key(question: Q, t: Translate): KeyLine[]
  /** What the result says, where "right" and "not quite" do not fit. */
  result?: { right: ResultText; wrong: ResultText }
  /** What the button says, where there is more to do than to check an answer. */
  button?(chosen: Response, grade: Grade | null): ButtonText
}

type ResultText =
  | 'quizzes:endedWell'
  | 'quizzes:endedBadly'
  | 'quizzes:compared'
  | 'quizzes:compareNow'
type ButtonText = 'quizzes:check' | 'quizzes:goOn' | 'quizzes:compare' | 'quizzes:haveCompared'

/** What every question has, of whatever type. */
export function baseQuestion({
  id,
  type,
  see,
  prompt,
  document,
  hints,
}: WrittenQuestion): Question {
  return { id, type, see, prompt, hints: hints ?? [], ...(document ? { document } : {}) }
}

/**
 * A question's id in its chapter, also where it is asked among those of all courses: what is mixed
 * by it stands the same on page, paper and in review.
 */
export function ownId({ id }: Question): string {
  return id.slice(id.lastIndexOf('.') + 1)
}

/** The name of a question's form field, or of the field of one of its parts. */
export function fieldName(question: Question, part?: string): string {
  return part === undefined ? `q.${question.id}` : `q.${question.id}.${part}`
}

/**
 * Whether a form has a field of the question that none of these parts has; `undefined` stands for
 * the question's own.
 */
export function hasOtherFields(
  question: Question,
  fields: URLSearchParams,
  parts: (string | undefined)[],
): boolean {
  const known = new Set(parts.map((part) => fieldName(question, part)))
  const isOwn = (name: string) =>
    name === fieldName(question) || name.startsWith(`${fieldName(question)}.`)
  return [...fields.keys()].some((name) => isOwn(name) && !known.has(name))
}

/** What a part must have to be asked: a text, a reason; each type says which. */
export interface PartRule {
  kind: string
  min: number
  max?: number
  hasText?: boolean
  hasReason?: boolean
  /** Two of them may say the same: nobody has to choose between them. */
  mayRepeat?: boolean
}

function checkPart(part: WrittenPart, { kind, hasText, hasReason }: PartRule): QuestionFault[] {
  const name =
    part.attributes.id === undefined ? `<${kind}>` : `<${kind} id="${part.attributes.id}">`
  return [
    ...(hasReason && !part.attributes.reason
      ? [{ line: part.line, message: `${name} lacks its reason.` }]
      : []),
    ...(hasText && !part.text ? [{ line: part.line, message: `${name} has no text.` }] : []),
  ]
}

/**
 * Words as a reader sees them: capitals, spaces and a full stop make no difference to what is said.
 */
export const asRead = (text: string) =>
  normalizeUnicode(text, 'NFC')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/[\s.]+$/, '')

/** A fault where two parts of a kind have the same words: nobody could tell which is meant. */
export function checkSameWords(
  kind: string,
  parts: { text: string; line: number }[],
): QuestionFault[] {
  const seen = new Set<string>()
  return parts.flatMap(({ text, line }) => {
    const words = asRead(text)
    const isTwin = words !== '' && seen.has(words)
    seen.add(words)
    return isTwin ? [{ line, message: `two <${kind}> have the same words: "${text}".` }] : []
  })
}

/**
 * Faults that every type shares: a prompt, parts of the right kinds and number, ids that differ,
 * hints with words.
 */
export function checkParts(written: WrittenQuestion, rules: PartRule[]): QuestionFault[] {
  const faults: QuestionFault[] = []
  if (!written.prompt) faults.push({ line: written.line, message: 'it has no text.' })
  if (written.document && written.document.rows.length === 0)
    faults.push({ line: written.line, message: 'its <Document> is empty.' })
  if (written.hints?.includes(''))
    faults.push({ line: written.line, message: 'a <Hint> has no text.' })
  const kinds = rules.map(({ kind }) => `<${kind}>`).join(' and ')
  for (const part of written.parts) {
    const rule = rules.find(({ kind }) => kind === part.kind)
    if (rule) faults.push(...checkPart(part, rule))
    else
      faults.push({
        line: part.line,
        message: `a question of the type ${written.type} has ${kinds}, not <${part.kind}>.`,
      })
  }
  const ids = written.parts.flatMap(({ attributes }) =>
    attributes.id === undefined ? [] : [attributes.id],
  )
  for (const id of new Set(ids.filter((id, i) => ids.indexOf(id) !== i)))
    faults.push({ line: written.line, message: `the id "${id}" stands twice.` })
  for (const { kind, min, max, mayRepeat } of rules) {
    const own = written.parts.filter((part) => part.kind === kind)
    const count = own.length
    if (!mayRepeat) faults.push(...checkSameWords(kind, own))
    if (count < min)
      faults.push({ line: written.line, message: `it needs ${min} of <${kind}> at least.` })
    if (max !== undefined && count > max)
      faults.push({
        line: written.line,
        message: `it has ${count} of <${kind}>; ${max} is the most.`,
      })
  }
  return faults
}
