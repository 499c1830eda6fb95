import type { WrittenQuestion } from '../model/chapter.ts'

/**
 * In how many single-choice questions the right option can be told by its length, and in how many
 * it would be by chance.
 */
export interface OptionLengths {
  questions: number
  longest: number
  shortest: number
  byChance: number
}

/**
 * Whether the right option of a single-choice question is longer than each of the others, so that
 * one can guess it by its looks.
 */
export const isRightLongest = (question: WrittenQuestion) =>
  isRight(question, (right, other) => right > other)

const isRightShortest = (question: WrittenQuestion) =>
  isRight(question, (right, other) => right < other)

function isRight(
  { type, parts }: WrittenQuestion,
  stands: (right: number, other: number) => boolean,
): boolean {
  const right = parts.find((part) => part.attributes.correct)
  return (
    type === 'single' &&
    right !== undefined &&
    parts.every((part) => part === right || stands(right.text.length, part.text.length))
  )
}

/**
 * Counts how often length tells which option is right. By chance it is each option as often as the
 * others.
 */
export function countLengths(questions: WrittenQuestion[]): OptionLengths {
  const single = questions.filter(({ type }) => type === 'single')
  return {
    questions: single.length,
    longest: single.filter(isRightLongest).length,
    shortest: single.filter(isRightShortest).length,
    byChance: Math.round(single.reduce((sum, { parts }) => sum + 1 / parts.length, 0)),
  }
}

/**
 * How many statements there are to call true or false, and how many are true: anyone who always
 * says the same should be right half the time.
 */
export function countTrue(questions: WrittenQuestion[]): { statements: number; areTrue: number } {
  const statements = questions.filter(({ type }) => type === 'true-false')
  const isTrue = ({ parts }: WrittenQuestion) =>
    parts.some(({ attributes }) => attributes.id === 'true' && attributes.correct)
  return { statements: statements.length, areTrue: statements.filter(isTrue).length }
}

/**
 * A line for each language of a course: how often the right option is the longest, or the shortest,
 * and how many statements are true.
 */
export function describeAnswerCues(course: {
  chapters: { texts: ReadonlyMap<string, { questions: WrittenQuestion[] }> }[]
}): string {
  const langs = new Set(course.chapters.flatMap(({ texts }) => [...texts.keys()]))
  return [...langs]
    .map((lang) => {
      const all = course.chapters.flatMap(({ texts }) => texts.get(lang)?.questions ?? [])
      const { questions, longest, shortest, byChance } = countLengths(all)
      const { statements, areTrue } = countTrue(all)
      return (
        `${lang}: the right option is the longest in ${longest} and the shortest in ${shortest} of ` +
        `${questions} single-choice questions; by chance it would be in ${byChance}. ` +
        `${areTrue} of ${statements} statements are true.`
      )
    })
    .join('\n')
}
