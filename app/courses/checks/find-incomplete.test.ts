import { expect, test } from 'vitest'
import { loadGoodCourse } from '../../../tests/broken-courses/course.ts'
import { findIncomplete } from './find-incomplete.ts'

test('a course lacks what is not there in a language that it calls complete', async () => {
  const course = await loadGoodCourse()
  expect(course.complete).toEqual(['en'])
  expect(findIncomplete(course)).toEqual([])
  expect(findIncomplete({ ...course, complete: ['en', 'sv'] })).toContainEqual({
    folder: '02-second',
    lang: 'sv',
  })
})
