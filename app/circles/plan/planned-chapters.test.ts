import { expect, test } from 'vitest'
import { having, someCircle } from '../../../tests/factories/test-circle.ts'
import type { Course } from '../../courses/model/chapter.ts'
import { chaptersNotPlanned } from './planned-chapters.ts'

const course = {
  chapters: [1, 2, 3, 4, 5].map((number) => ({ slug: `chapter-${number}` })),
} as Course

test('chapters in no meeting are those that were left out and those of a cancelled meeting', () => {
  const circle = someCircle()
  expect(chaptersNotPlanned(circle, course)).toEqual(['chapter-4', 'chapter-5'])
  const cancelled = having(circle, { kind: 'cancel-meeting', meeting: 'm2' })
  expect(chaptersNotPlanned(cancelled, course)).toEqual(['chapter-2', 'chapter-4', 'chapter-5'])
  expect(chaptersNotPlanned(circle, undefined)).toEqual([])
})
