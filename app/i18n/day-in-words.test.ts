import { expect, test } from 'vitest'
import { dayInWords } from './day-in-words.ts'
import { findLanguage, pseudoRtl } from './languages.ts'

test('a day is written in the language of the page, whatever the zone of the server', () => {
  expect(dayInWords('2027-11-21', findLanguage('en')!)).toBe('21 November 2027')
  expect(dayInWords('2027-11-21', findLanguage('sv')!)).toBe('21 november 2027')
  expect(dayInWords('2028-02-29', pseudoRtl)).toBe('29 February 2028')
})
