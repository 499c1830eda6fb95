import type { Course } from '../../courses/model/chapter.ts'
import { seedOf, shuffle } from '../../platform/shuffle.ts'
import { interleave, type QuestionPlace } from '../cross-chapter/cross-chapter-questions.ts'
import { questionTypes } from '../types/question-types.ts'

/**
 * About how many questions a check over a whole course has. A course of more chapters has one for
 * each.
 */
const wanted = 30

/**
 * Draws a check over a whole course: one question from each chapter, and a second from as many
 * chapters as it takes to come to thirty. The same seed draws the same questions in the same order
 * as long as the course has them. What is private is never drawn.
 */
export function pickCourseQuiz(course: Course, seed: string): QuestionPlace[] {
  const chapters = course.chapters.flatMap(({ slug, texts }) => {
    const ids = (texts.get(course.source)?.questions ?? [])
      .filter(({ type }) => !questionTypes.get(type)?.isPrivate)
      .map(({ id }) => id)
    const mixed = shuffle(ids.sort(), seedOf(`${seed} ${slug}`))
    return mixed.length > 0 ? [{ slug, mixed }] : []
  })
  const withSecond = shuffle(chapters, seedOf(seed)).slice(0, Math.max(0, wanted - chapters.length))
  const drawn = chapters.flatMap((chapter) =>
    chapter.mixed
      .slice(0, withSecond.includes(chapter) ? 2 : 1)
      .map((question) => ({ course: course.id, chapter: chapter.slug, question })),
  )
  return interleave(drawn, seed)
}
