import { expect, test } from 'vitest'
import { formatDay, formatMonth, formatPeriod, formatSpan, formatWeekday } from './format-day.ts'
import { pseudoRtl } from './languages.ts'

test('a day is written in the language of the page, whatever the zone of the server', () => {
  expect(formatDay('2027-11-21', 'en')).toBe('21 November 2027')
  expect(formatDay('2027-11-21', 'sv')).toBe('21 november 2027')
  expect(formatDay('2028-02-29', pseudoRtl.tag)).toBe('29 February 2028')
})

test('the first of a month is a first in French, and no other day is', () => {
  expect(formatDay('2026-12-01', 'fr')).toBe('1er décembre 2026')
  expect(formatWeekday('2026-12-01', 'fr')).toBe('mardi 1er décembre 2026')
  expect(formatDay('2026-12-11', 'fr')).toBe('11 décembre 2026')
  expect(formatWeekday('2026-12-21', 'fr')).toBe('lundi 21 décembre 2026')
  expect(formatDay('2026-12-01', 'es')).toBe('1 de diciembre de 2026')
})

test('a month has its year, and a year alone has no month', () => {
  expect(formatMonth('2026-11', 'en')).toBe('November 2026')
  expect(formatMonth('2026', 'en')).toBe('2026')
  expect(formatMonth('2026', 'sv')).toBe('2026')
})

test.each([
  ['en', '2026-03-14', '2026-04-04', '14 March – 4 April 2026'],
  ['en', '2026-12-20', '2027-01-03', '20 December 2026 – 3 January 2027'],
  ['en', '2026-03-14', '2026-03-14', '14 March 2026'],
  ['sv', '2026-03-14', '2026-04-04', '14 mars–4 april 2026'],
])('a period in %s, from %s to %s, has its year: %s', (lang, first, last, words) => {
  expect(formatPeriod(first, last, lang).replace(/\s/g, ' ')).toBe(words)
})

test.each([
  ['en', '2026-03-15', '2026-03-21', '15 – 21 March'],
  ['en', '2026-03-29', '2026-04-04', '29 March – 4 April'],
  ['en', '2026-12-29', '2027-01-04', '29 December – 4 January'],
  ['sv', '2026-03-15', '2026-03-21', '15–21 mars'],
  ['sv', '2026-12-29', '2027-01-04', '29 december – 4 januari'],
])('some days in %s, from %s to %s, have no year: %s', (lang, first, last, words) => {
  expect(formatSpan(first, last, lang).replace(/\s/g, ' ')).toBe(words)
})
