import type { WrittenQuestion } from './chapter.ts'

/** In how many single-choice questions the right option can be told by its length, and in how many it would be by chance. */
export interface OptionLengths {
  questions: number
  longest: number
  shortest: number
  byChance: number
}

/** Whether the right option of a single-choice question is longer than each of the others, so that one can guess it by its looks. */
export const isRightLongest = (question: WrittenQuestion) => isRight(question, (right, other) => right > other)

const isRightShortest = (question: WrittenQuestion) => isRight(question, (right, other) => right < other)

function isRight({ type, parts }: WrittenQuestion, stands: (right: number, other: number) => boolean): boolean {
  const right = parts.find((part) => part.attributes.correct)
  return type === 'single' && right !== undefined && parts.every((part) => part === right || stands(right.text.length, part.text.length))
}

/** Counts how often length tells which option is right. By chance it is each option as often as the others. */
export function countLengths(questions: WrittenQuestion[]): OptionLengths {
  const single = questions.filter(({ type }) => type === 'single')
  return {
    questions: single.length,
    longest: single.filter(isRightLongest).length,
    shortest: single.filter(isRightShortest).length,
    byChance: Math.round(single.reduce((sum, { parts }) => sum + 1 / parts.length, 0)),
  }
}

/** A line for each language of a course: how often the right option is the longest, or the shortest. */
export function describeLengths(course: { chapters: { texts: ReadonlyMap<string, { questions: WrittenQuestion[] }> }[] }): string {
  const langs = new Set(course.chapters.flatMap(({ texts }) => [...texts.keys()]))
  return [...langs]
    .map((lang) => {
      const { questions, longest, shortest, byChance } = countLengths(
        course.chapters.flatMap(({ texts }) => texts.get(lang)?.questions ?? []),
      )
      return `${lang}: the right option is the longest in ${longest} and the shortest in ${shortest} of ${questions} single-choice questions; by chance it would be in ${byChance}.`
    })
    .join('\n')
}
