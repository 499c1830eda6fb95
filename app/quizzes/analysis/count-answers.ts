import type { Grade } from '../types/question-type.ts'
import { emptyItemCounts, type ItemCounts } from './item-counts.ts'

/** A wording of a question. */
export interface Wording {
  question: string
  questionHash: string
}

/** How a learner first answered a wording, and how often they have answered it by now. */
export interface FirstAnswer extends Wording {
  isRight: boolean
  times: number
}

/** An answer that was graded just now. */
export interface NewAnswer extends Wording {
  grade: Grade
  isSure: boolean
}

const isSame = (a: Wording, b: Wording) =>
  a.question === b.question && a.questionHash === b.questionHash

function countParts({ question, questionHash, grade }: NewAnswer): ItemCounts[] {
  return Object.entries(grade.verdicts)
    .filter(([, verdict]) => verdict === 'right' || verdict === 'wrong')
    .map(([part, verdict]) => ({
      ...emptyItemCounts(question, questionHash, part),
      answered: 1,
      right: verdict === 'right' ? 1 : 0,
    }))
}

/** One learner's share in a question's correlation with the rest of the check. */
function countCheck(answer: FirstAnswer, answers: FirstAnswer[]): ItemCounts {
  const others = answers.filter((other) => other !== answer)
  const rest = others.filter((other) => other.isRight).length / others.length
  const right = answer.isRight ? 1 : 0
  return {
    ...emptyItemCounts(answer.question, answer.questionHash),
    checks: 1,
    checksRight: right,
    rest,
    restSquared: rest * rest,
    restRight: right * rest,
  }
}

/**
 * What a learner's new answers add to the counts. Only a first answer to a wording counts, and a
 * later one adds nothing. With the answer that completes the chapter's check, each of its questions
 * is set beside the rest, once for each learner: where the last one missing was answered in an
 * earlier wording, the others have been counted, so that one alone is.
 */
export function countAnswers(
  check: Wording[],
  answers: FirstAnswer[],
  graded: NewAnswer[],
): ItemCounts[] {
  const first = graded.filter(
    (one) =>
      check.some((wording) => isSame(wording, one)) &&
      answers.some((answer) => isSame(answer, one) && answer.times === 1),
  )
  const counted = first.flatMap((one) => [
    {
      ...emptyItemCounts(one.question, one.questionHash),
      answered: 1,
      right: one.grade.isRight ? 1 : 0,
      sureWrong: one.isSure && !one.grade.isRight ? 1 : 0,
    },
    ...countParts(one),
  ])
  const whole = check.flatMap((wording) => answers.filter((answer) => isSame(answer, wording)))
  if (first.length === 0 || check.length < 2 || whole.length < check.length) return counted
  const isNew = (answer: FirstAnswer) => first.some((one) => isSame(one, answer))
  const wasWhole = first.every((one) =>
    answers.some(
      (answer) => answer.question === one.question && answer.questionHash !== one.questionHash,
    ),
  )
  return [
    ...counted,
    ...whole
      .filter((answer) => !wasWhole || isNew(answer))
      .map((answer) => countCheck(answer, whole)),
  ]
}
