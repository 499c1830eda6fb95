import { type QuizState, readQuiz, untouched } from '../../quizzes/chapter-quiz/quiz-state.ts'
import { fieldName, type Question } from '../../quizzes/types/question-type.ts'
import { typeOf } from '../../quizzes/types/question-types.ts'

/** How many characters a platform keeps of a chapter: SCORM 1.2, `cmi.suspend_data`. */
export const maxKept = 4096

type Kept = [id: string, fields: [part: string, value: string][]]

/** Only ASCII: some platforms count bytes, others lose what they do not know. */
const asAscii = (text: string) =>
  text.replace(/[^ -~]/g, (sign) =>
    [...new Array(sign.length).keys()]
      .map((at) => `\\u${sign.charCodeAt(at).toString(16).padStart(4, '0')}`)
      .join(''),
  )

const asText = (kept: Kept[]) => asAscii(JSON.stringify(kept))

/** The questions whose answers may be told: what is written for oneself is told to nobody. */
export const toldQuestions = (questions: readonly Question[]) =>
  questions.filter((question) => !typeOf(question).isPrivate)

/**
 * The graded answers of a chapter as a text of at most `max` characters. Where they do not fit, the
 * longest ones are left out: these stand open again next time.
 */
export function writeAnswers(questions: Question[], state: QuizState, max = maxKept): string {
  const kept = toldQuestions(questions).flatMap((question): Kept[] => {
    const one = state.get(question.id)
    if (one?.kind !== 'graded') return []
    const own = fieldName(question).length
    const fields = typeOf(question).write(question, one.chosen)
    return [[question.id, fields.map(([name, value]) => [name.slice(own), value])]]
  })
  while (asText(kept).length > max) {
    const lengths = kept.map((one) => JSON.stringify(one).length)
    kept.splice(lengths.indexOf(Math.max(...lengths)), 1)
  }
  return asText(kept)
}

const isKept = (one: unknown): one is Kept =>
  Array.isArray(one) &&
  typeof one[0] === 'string' &&
  Array.isArray(one[1]) &&
  one[1].every(
    (field) =>
      Array.isArray(field) && field.length === 2 && field.every((x) => typeof x === 'string'),
  )

function parse(text: string): Kept[] {
  try {
    const parsed: unknown = JSON.parse(text)
    return Array.isArray(parsed) ? parsed.filter(isKept) : []
  } catch {
    return []
  }
}

/**
 * Reads what `writeAnswers` wrote, graded by the questions as they are now. An answer that no longer
 * fits its question, or is damaged, is left out: that question stands open.
 */
export function readAnswers(questions: Question[], text: string): QuizState {
  const state = new Map(untouched)
  for (const [id, fields] of parse(text)) {
    const question = toldQuestions(questions).find((one) => one.id === id)
    if (!question) continue
    const form = new URLSearchParams([['checked', id]])
    for (const [part, value] of fields) form.append(`${fieldName(question)}${part}`, value)
    const read = readQuiz([question], form)?.state.get(id)
    if (read?.kind === 'graded') state.set(id, read)
  }
  return state
}

/** How far a learner has come in a chapter: 0 to 100 for the questions that are right. */
export interface Standing {
  score: number
  isComplete: boolean
}

/**
 * Where a learner stands: the share of questions that are right, in whole percent, and complete
 * once each has an answer. What is written for oneself does not count.
 */
export function standingOf(questions: Question[], state: QuizState): Standing {
  const told = toldQuestions(questions)
  const graded = told.flatMap(({ id }) => {
    const one = state.get(id)
    return one?.kind === 'graded' ? [one.grade] : []
  })
  const right = graded.filter(({ isRight }) => isRight).length
  return {
    score: told.length === 0 ? 100 : Math.round((100 * right) / told.length),
    isComplete: graded.length === told.length,
  }
}
