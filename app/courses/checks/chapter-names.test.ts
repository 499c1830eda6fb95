import { expect, test } from 'vitest'
import { loadGoodCourse } from '../../../tests/broken-courses/course.ts'
import { describeMissingNames, wholeNames } from './chapter-names.ts'

const course = await loadGoodCourse()
const name = { title: 'Det andra', summary: 'Ett kapitel på ett språk.' }

test('a name of which one half is missing is none yet', () => {
  expect([
    ...wholeNames({ a: name, b: { title: 'Bara titel' }, c: { summary: 'Bara det.' } }),
  ]).toEqual([['a', name]])
})

test('the check tells which chapters have no name in a language, and is silent where all have', () => {
  expect(describeMissingNames(course)).toBe(
    'Without a title and a summary in a language, and so named in "en" there:\n  sv: second',
  )
  const swedish = { ...course.texts.get('sv')!, chapters: new Map([['second', name]]) }
  const texts = new Map(course.texts).set('sv', swedish)
  expect(describeMissingNames({ ...course, texts })).toBe('')
})
