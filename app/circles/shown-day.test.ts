import { expect, test } from 'vitest'
import { formatPeriod } from './shown-day.ts'

test.each([
  ['en', '2026-03-14', '2026-04-04', '14 March – 4 April 2026'],
  ['en', '2026-12-20', '2027-01-03', '20 December 2026 – 3 January 2027'],
  ['en', '2026-03-14', '2026-03-14', '14 March 2026'],
  ['sv', '2026-03-14', '2026-04-04', '14 mars–4 april 2026'],
])('a period in %s, from %s to %s, has its year: %s', (lang, first, last, words) => {
  expect(formatPeriod(first, last, lang).replace(/\s/g, ' ')).toBe(words)
})
