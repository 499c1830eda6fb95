import type { ComponentType } from 'react'
import type { WrittenQuestion } from '../courses/chapter.ts'

/** What a learner chose, by the id of an option, item or pair. What the value means is the question type's own. */
export type Chosen = Record<string, string>

/** How one option, item or pair came out. `missed`: right, and not chosen; `left`: wrong, and rightly not chosen. */
export type Verdict = 'right' | 'wrong' | 'missed' | 'left'

/** The result of grading: right as a whole or not, the share that was right (0 to 1), and each part's verdict. */
export interface Grade {
  isRight: boolean
  share: number
  verdicts: Record<string, Verdict>
}

/** What a form held for one question. Nothing chosen at all is `nothing`; `incomplete` says what is missing, as a key of the texts. */
export type Given =
  | { kind: 'answer'; chosen: Chosen }
  | { kind: 'nothing' }
  | { kind: 'incomplete'; chosen: Chosen; problem: 'quizzes:chooseForEach' | 'quizzes:samePlaceTwice' | 'quizzes:chooseFirst' }

/** A question ready to be asked and graded; each type adds its own parts. */
export interface Question {
  id: string
  type: string
  see: string
  prompt: string
}

/** What a question's view gets: with a grade, the answer was graded and is shown with its reasons. */
export interface QuestionViewProps<Q extends Question = Question> {
  question: Q
  chosen: Chosen
  grade: Grade | null
}

/** A fault in how a question is written, for its author. */
export interface QuestionFault {
  line: number
  message: string
}

/**
 * A type of question: how it is written, read from a form, graded and shown. Grading is pure. A new type is one such record,
 * in a file of its own, and a line in the table (question-types.ts).
 */
export interface QuestionType<Q extends Question = Question> {
  name: string
  /** Every fault in how the question is written; none means that `parse` may be called. */
  check(written: WrittenQuestion): QuestionFault[]
  parse(written: WrittenQuestion): Q
  /** Reads an answer from form fields. Null where a field names what the question does not have. */
  read(question: Q, fields: URLSearchParams): Given | null
  /** The form fields that `read` takes for what was chosen. */
  write(question: Q, chosen: Chosen): [name: string, value: string][]
  grade(question: Q, chosen: Chosen): Grade
  View: ComponentType<QuestionViewProps<Q>>
}

/** The name of a question's form field, or of the field of one of its parts. */
export function fieldName(question: Question, part?: string): string {
  return part === undefined ? `q.${question.id}` : `q.${question.id}.${part}`
}

/** Whether a form has a field of the question that none of these parts has; `undefined` stands for the question's own. */
export function hasOtherFields(question: Question, fields: URLSearchParams, parts: (string | undefined)[]): boolean {
  const known = new Set(parts.map((part) => fieldName(question, part)))
  const isOwn = (name: string) => name === fieldName(question) || name.startsWith(`${fieldName(question)}.`)
  return [...fields.keys()].some((name) => isOwn(name) && !known.has(name))
}

/** Faults that every type shares: a prompt, parts of the right kind, ids that differ, a reason each. */
export function checkParts(written: WrittenQuestion, kind: string, least: number): QuestionFault[] {
  const faults: QuestionFault[] = []
  const ids = written.parts.map((part) => part.attributes.id)
  if (!written.prompt) faults.push({ line: written.line, message: 'it has no text.' })
  for (const part of written.parts) {
    if (part.kind !== kind)
      faults.push({ line: part.line, message: `a question of the type ${written.type} has <${kind}>, not <${part.kind}>.` })
    if (!part.attributes.reason) faults.push({ line: part.line, message: `<${part.kind} id="${part.attributes.id}"> lacks its reason.` })
  }
  for (const id of new Set(ids.filter((id, i) => ids.indexOf(id) !== i)))
    faults.push({ line: written.line, message: `the id "${id}" stands twice.` })
  if (written.parts.length < least) faults.push({ line: written.line, message: `it needs ${least} of <${kind}> at least.` })
  return faults
}
