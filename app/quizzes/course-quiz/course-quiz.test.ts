import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Chapter, Course, WrittenQuestion } from '../../courses/model/chapter.ts'
import { crossChapterId } from '../cross-chapter/cross-chapter-questions.ts'
import { pickCourseQuiz } from './course-quiz.ts'

/**
 * A course with chapters of so many questions each, the first of each of them a reflection where
 * there are three or more.
 */
function courseOf(sizes: number[]): Course {
  const chapters = sizes.map((size, i) => {
    const questions = Array.from({ length: size }, (_, n) => ({
      id: `q${n}`,
      type: size > 2 && n === 0 ? 'reflection' : 'single',
    }))
    return {
      course: 'c',
      slug: `ch${i}`,
      texts: new Map([['en', { questions: questions as WrittenQuestion[] }]]),
    } as unknown as Chapter
  })
  return { id: 'c', source: 'en', chapters } as unknown as Course
}

const sizes = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 45 })
const seeds = fc.stringMatching(/^[a-z0-9]{8}$/)

describe('a check over a course', () => {
  test('has one or two questions from each chapter that asks any, each once, and never what is private', () => {
    fc.assert(
      fc.property(sizes, seeds, (sizes, seed) => {
        const course = courseOf(sizes)
        const drawn = pickCourseQuiz(course, seed)
        expect(new Set(drawn.map(crossChapterId)).size).toBe(drawn.length)
        sizes.forEach((size, i) => {
          const own = drawn.filter(({ chapter }) => chapter === `ch${i}`)
          expect(own.length).toBeLessThanOrEqual(2)
          expect(own.length > 0).toBe(size > 0)
          if (size > 2) expect(own.map(({ question }) => question)).not.toContain('q0')
        })
        expect(drawn.length).toBeLessThanOrEqual(Math.max(30, sizes.length))
      }),
    )
  })

  test('of twenty chapters of eight has thirty questions, and no two of one chapter follow each other', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const drawn = pickCourseQuiz(courseOf(Array.from({ length: 20 }, () => 8)), seed)
        expect(drawn).toHaveLength(30)
        drawn.forEach(({ chapter }, i) => {
          expect(chapter).not.toBe(drawn[i - 1]?.chapter)
        })
      }),
    )
  })

  test('is the same for the same seed, and another for another', () => {
    const course = courseOf(Array.from({ length: 20 }, () => 8))
    expect(pickCourseQuiz(course, '0123abcd')).toEqual(pickCourseQuiz(course, '0123abcd'))
    expect(pickCourseQuiz(course, '0123abcd')).not.toEqual(pickCourseQuiz(course, '0123abce'))
  })

  test('keeps its other questions when a chapter gets a new one', () => {
    const [before, after] = [
      [8, 8, 8],
      [8, 9, 8],
    ].map((sizes) => pickCourseQuiz(courseOf(sizes), '0123abcd').map(crossChapterId))
    const others = (ids: string[] | undefined) => ids?.filter((id) => !id.includes('ch1')).sort()
    expect(others(after)).toEqual(others(before))
  })
})
