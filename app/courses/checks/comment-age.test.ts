import { describe, expect, test } from 'vitest'
import { loadGoodCourse } from '../../../tests/broken-courses/course.ts'
import type { ChapterText } from '../model/chapter.ts'
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

test('a year without a month counts from its middle', async () => {
  const course = await loadGoodCourse()
  for (const { texts } of course.chapters)
    for (const [lang, text] of texts as Map<string, ChapterText>)
      (texts as Map<string, ChapterText>).set(lang, {
        ...text,
        comments: text.comments.map((comment) => ({ ...comment, checked: '2026' })),
      })
  expect(describeStaleComments(course, '2026-12-31')).toBe('')
  expect(describeStaleComments(course, '2027-01-01')).toContain('01-first za-rule (2026)')
})
