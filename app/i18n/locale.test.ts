import { describe, expect, test } from 'vitest'
import { languages } from './languages.ts'
import { langAttribute, languageName, localeOf } from './locale.ts'

const numbers = (locale: string) => new Intl.NumberFormat(locale).format(1234567)

describe.each(languages)('$name', ({ tag, dir, script }) => {
  test('has numbers of the digits 0 to 9, dates of our calendar and the names of countries in its script', () => {
    expect(numbers(localeOf(tag)).replace(/\D/g, '')).toBe('1234567')
    expect(
      new Intl.DateTimeFormat(localeOf(tag), { dateStyle: 'long', timeZone: 'UTC' }).format(
        new Date('2027-11-21'),
      ),
    ).toMatch(/2027/)
    const name = new Intl.DisplayNames(localeOf(tag), { type: 'region' }).of('ZA')
    expect(name).toMatch(new RegExp(`^[\\p{Script=${script}}\\s\\p{P}\\p{M}]+$`, 'u'))
  })

  test('is written in the direction of its script', () => {
    expect(dir).toBe(script === 'Arab' ? 'rtl' : 'ltr')
  })
})

test.each([
  ['my', '1,234,567'],
  ['fa', '1,234,567'],
])('digits are 0 to 9 in %s too, as in the texts of a course', (tag, written) => {
  expect(numbers(localeOf(tag)).replace(/٬/g, ',')).toBe(written)
})

test('a page says its script where it is not the usual one of the language', () => {
  expect(['en', 'sv', 'fr'].map(langAttribute)).toEqual(['en', 'sv', 'fr'])
})

test('a language is named in another', () => {
  expect([languageName('sv', 'en'), languageName('my', 'sv')]).toEqual(['Swedish', 'burmesiska'])
  expect(languageName('xx', 'en')).toBe('xx')
})
