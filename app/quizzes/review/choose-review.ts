import { interleave, type QuestionPlace } from '../cross-chapter/cross-chapter-questions.ts'

/** How many questions the review asks a day, unless it is asked for more: about three minutes. */
export const aDay = 10

/** How many minutes so many questions take, about: a third of one each. */
export function minutesFor(questions: number): number {
  return Math.max(1, Math.round(questions / 3))
}

/**
 * Chooses what the review asks: those that it has asked already, then those that wait, up to ten in
 * all. `waiting` has the greatest risk of being forgotten first. No chapter gives more than a
 * third, nor more than half, while others have something waiting. However often it is chosen, and
 * whatever of it has been answered, a day gives the same questions in the same order.
 */
export function chooseReview<T extends QuestionPlace>(
  asked: readonly T[],
  waiting: readonly T[],
  seed: string,
): T[] {
  const round = [...asked]
  const ofChapter = (one: T) =>
    round.filter(({ course, chapter }) => course === one.course && chapter === one.chapter).length
  for (const max of [Math.floor(aDay / 3), aDay / 2, aDay])
    for (const one of waiting)
      if (round.length < aDay && ofChapter(one) < max && !round.includes(one)) round.push(one)
  return interleave(round, seed)
}
