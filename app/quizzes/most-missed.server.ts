import type { Course } from '../courses/chapter.ts'
import { inOrderMissed } from './missed-store.server.ts'
import type { QuestionPlace } from './mixed-questions.ts'
import { questionTypes } from './question-types.ts'

/** The fewest people that anything is told of as a group (SAFETY P12). */
const fewest = 5

/**
 * Which questions of some chapters a group remembers least: those that the largest share of its people answered wrong when they last answered.
 * Only the questions and their order come out, nothing of who or how many; and none of a question that fewer than five of them answered.
 */
export async function mostMissed(options: {
  course: Course
  chapters: string[]
  learnerIds: string[]
  limit: number
}): Promise<QuestionPlace[]> {
  const { course, chapters, learnerIds, limit } = options
  const people = [...new Set(learnerIds)]
  if (people.length < fewest) return []
  const wordings = course.chapters
    .filter(({ slug }) => chapters.includes(slug))
    .flatMap(({ slug, texts, questionHashes }) =>
      (texts.get(course.source)?.questions ?? [])
        .filter(({ type }) => !questionTypes.get(type)?.isPrivate)
        .map(({ id }) => ({ course: course.id, chapter: slug, question: id, questionHash: questionHashes.get(id) as string })),
    )
  return (await inOrderMissed(people, wordings, fewest)).slice(0, limit)
}
