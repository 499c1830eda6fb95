import { expect, test } from 'vitest'
import { withCurlyQuotes } from './curly-quotes.ts'

test.each([
  [
    'en',
    `Read "Eight questions" in the party's book.`,
    'Read “Eight questions” in the party’s book.',
  ],
  ['en', `"None of this fits." ("Who?")`, '“None of this fits.” (“Who?”)'],
  ['en', `the members' room, and 'no'`, 'the members’ room, and ‘no’'],
  ['sv', `Läs "Åtta frågor": 'ja'.`, 'Läs ”Åtta frågor”: ’ja’.'],
  ['my', `"x"`, '"x"'],
])('quotation marks are those of the language: %s %s', (lang, written, shown) => {
  expect(withCurlyQuotes(written, lang)).toBe(shown)
})

test('whole guides are taken, and numbers and gaps are kept', () => {
  expect(
    withCurlyQuotes({ plan: [{ minutes: 5, how: `It's "on"` }], cards: undefined }, 'en'),
  ).toEqual({ plan: [{ minutes: 5, how: 'It’s “on”' }], cards: undefined })
})
