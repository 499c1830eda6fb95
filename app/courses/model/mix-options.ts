import { seedOf, shuffle } from '../../platform/shuffle.ts'
import type { WrittenQuestion } from './chapter.ts'

/**
 * The types whose options an author writes in whatever order they come to mind. True and false stay
 * as one says them.
 */
const mixedTypes = new Set(['single', 'multiple'])

/**
 * A chapter's questions with their options in an order that tells nothing of which is right. It
 * depends on the course, the chapter and the ids alone: the same for everyone, in every language,
 * on every day, on paper and in an exported file.
 */
export function mixOptions(
  questions: WrittenQuestion[],
  { course, slug }: { course: string; slug: string },
): WrittenQuestion[] {
  return questions.map((question) => {
    if (!mixedTypes.has(question.type)) return question
    const byId = [...question.parts].sort((a, b) =>
      String(a.attributes.id) < String(b.attributes.id) ? -1 : 1,
    )
    return { ...question, parts: shuffle(byId, seedOf(`options ${course}/${slug}/${question.id}`)) }
  })
}
