import { describe, expect, test } from 'vitest'
import { loadGoodCourse } from '../../../tests/broken-courses/course.ts'
import { describeStaleComments } from './comment-age.ts'

describe('the comments of a course that was checked in November 2026', async () => {
  const course = await loadGoodCourse()

  test.each(['2026-11-30', '2027-05-31'])('are fresh on %s', (today) => {
    expect(describeStaleComments(course, today)).toBe('')
  })

  test('are named, with the month, from the seventh month on', () => {
    expect(describeStaleComments(course, '2027-06-01').split('\n')).toEqual([
      'Warning: 2 comments were last checked more than 6 months ago. Check the facts, and change "checked":',
      '  01-first za-rule (2026-11)',
      '  02-second in-case (2026-11)',
    ])
  })
})
