import {
  type Confidence,
  fieldName,
  type Grade,
  type Question,
  type Response,
  type Submission,
} from '../types/question-type.ts'
import { typeOf } from '../types/question-types.ts'

/**
 * Where a learner stands with one question. `changed`: it was answered, and means something else
 * since.
 */
export type QuestionState =
  | {
      kind: 'open'
      chosen: Response
      problem?: (Submission & { kind: 'incomplete' })['problem']
      isUnderway?: true
      confidence?: Confidence
    }
  | { kind: 'graded'; chosen: Response; grade: Grade }
  | { kind: 'changed' }

/**
 * Where a learner stands with each question of a chapter, by id. A question that is not in it is
 * open.
 */
export type QuizState = ReadonlyMap<string, QuestionState>

/** An answer that was graded just now, and how sure the learner says to be of it. */
export interface GradedAnswer {
  question: Question
  chosen: Response
  grade: Grade
  confidence: Confidence | null
}

/** A state with nothing answered. */
export const untouched: QuizState = new Map()

const ownFields = new Set(['intent', 'check', 'again', 'checked', 'as'])

/** How sure one can say to be of an answer. */
export const confidenceLevels = ['sure', 'fairly', 'guessing'] as const satisfies Confidence[]

/** The name of the field that says how sure a learner is of an answer. */
export const confidenceField = (question: Question) => `sure.${question.id}`

function isKnownField(name: string, questions: Question[]): boolean {
  if (ownFields.has(name)) return true
  return questions.some(
    (question) =>
      name === fieldName(question) ||
      name.startsWith(`${fieldName(question)}.`) ||
      name === confidenceField(question),
  )
}

/** How sure of an answer a form says to be; undefined where it says what it cannot. */
function confidenceIn(question: Question, fields: URLSearchParams): Confidence | null | undefined {
  const [said, ...more] = fields.getAll(confidenceField(question))
  if (said === undefined) return null
  return more.length === 0 ? confidenceLevels.find((way) => way === said) : undefined
}

function stateOf(
  question: Question,
  given: Submission,
  how: { isChecked: boolean; isNew: boolean; isAsked: boolean },
): QuestionState {
  switch (given.kind) {
    case 'nothing':
      return how.isAsked
        ? { kind: 'open', chosen: {}, problem: 'quizzes:chooseFirst' }
        : { kind: 'open', chosen: {} }
    case 'incomplete':
      return how.isNew
        ? { kind: 'open', chosen: given.response, problem: given.problem }
        : { kind: 'open', chosen: given.response }
    case 'underway':
      return how.isNew
        ? { kind: 'open', chosen: given.response, isUnderway: true }
        : { kind: 'open', chosen: given.response }
    case 'answer':
      return how.isChecked || how.isNew
        ? {
            kind: 'graded',
            chosen: given.response,
            grade: typeOf(question).grade(question, given.response),
          }
        : { kind: 'open', chosen: given.response }
  }
}

/**
 * Reads a chapter's whole self-check from the form that was sent, and grades what was asked for:
 * `check` names one question, or is empty for all that have an answer; `checked` names those that
 * were graded before; `again` opens one again. Nothing is kept for a guest, so the form carries
 * everything. Null where a field names what is not there.
 */
export function readQuiz(
  questions: Question[],
  fields: URLSearchParams,
): { state: QuizState; graded: GradedAnswer[] } | null {
  if ([...fields.keys()].some((name) => !isKnownField(name, questions))) return null
  const named = [fields.get('check'), fields.get('again'), ...fields.getAll('checked')].filter(
    (id) => id,
  )
  if (named.some((id) => !questions.some((question) => question.id === id))) return null

  const state = new Map<string, QuestionState>()
  const graded: GradedAnswer[] = []
  for (const question of questions) {
    const response = typeOf(question).read(question, fields)
    const confidence = confidenceIn(question, fields)
    if (!response || confidence === undefined) return null
    if (fields.get('again') === question.id) {
      state.set(question.id, { kind: 'open', chosen: {} })
      continue
    }
    const isAsked = fields.get('check') === question.id
    const isChecked = fields.getAll('checked').includes(question.id)
    const isNew = !isChecked && (isAsked || fields.get('check') === '')
    const next = stateOf(question, response, { isChecked, isNew, isAsked })
    state.set(question.id, next.kind === 'open' && confidence ? { ...next, confidence } : next)
    if (isNew && next.kind === 'graded')
      graded.push({ question, chosen: next.chosen, grade: next.grade, confidence })
  }
  return { state, graded }
}

/** Whether something is typed or chosen in a question that is not graded. */
export function isBegun(one: QuestionState & { kind: 'open' }): boolean {
  const { problem, isUnderway, confidence, chosen } = one
  return Boolean(problem || isUnderway || confidence) || Object.keys(chosen).length > 0
}

/**
 * Whether a form held more than the answers that were graded: then the page must show it again, or
 * it would be lost.
 */
export function holdsMore(state: QuizState): boolean {
  return [...state.values()].some((one) => one.kind === 'open' && isBegun(one))
}

/**
 * What a button asks for that is no button of the self-check, and what it stands beside:
 * "bookmark:cafe". It sends the self-check's form, so that nothing typed there is lost; after this
 * the form holds only what is typed. Null where the form is sent to be graded.
 */
export function takeOtherButton(fields: URLSearchParams): { intent: string; item: string } | null {
  const intents = fields.getAll('intent')
  const own = intents.indexOf('answer')
  const pressed = intents.filter((_, i) => i !== own)
  if (own >= 0 && pressed.length === 0) return null
  for (const name of ['intent', 'check', 'again', 'checked']) fields.delete(name)
  const [intent = '', ...item] = pressed.length === 1 ? (pressed[0] ?? '').split(':') : []
  return { intent, item: item.join(':') }
}

/** What a form has just said: the self-check as it was sent, and which question to open again. */
export interface Sent {
  state?: QuizState
  again?: string | null
}

/**
 * What is stored, with what was just sent in its place: graded answers, and those that are
 * incomplete or lead on, as they were typed.
 */
export function stateWithSent(
  stored: QuizState,
  { state, again }: Sent,
): Map<string, QuestionState> {
  const all = new Map(stored)
  for (const [id, one] of state ?? [])
    if (one.kind === 'graded' || (one.kind === 'open' && isBegun(one))) all.set(id, one)
  if (again) all.delete(again)
  return all
}
