import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { countriesByName, countryName, isCountry } from './countries.ts'

test('a reader sees a country’s name in their own language', () => {
  expect(countryName('ZA', 'en')).toBe('South Africa')
  expect(countryName('ZA', 'sv')).toBe('Sydafrika')
  expect(countryName('ZA', 'en-XB')).not.toBe('ZA')
})

describe('a country', () => {
  test.each(['SE', 'ZA', 'MM', 'BY', 'GB'])('%s is one', (code) =>
    expect(isCountry(code)).toBe(true))

  test.each([
    '',
    'se',
    'SWE',
    'XX',
    'ZZ',
    'EU',
    'UN',
    'XA',
    'XB',
    '001',
    'S1',
  ])('%j is none', (code) => expect(isCountry(code)).toBe(false))

  test.each([
    ['UK', 'GB'],
    ['BU', 'MM'],
    ['SU', 'RU'],
  ])('%s is none: it is written %s', (code) => expect(isCountry(code)).toBe(false))

  test('can be asked of anything', () => {
    fc.assert(fc.property(fc.string(), (code) => typeof isCountry(code) === 'boolean'))
  })
})

test('a reader finds each country once, by its name, in the order of their language', () => {
  const swedish = countriesByName('sv')
  const names = swedish.map(({ name }) => name)
  expect(swedish.length).toBeGreaterThan(240)
  expect(new Set(names).size).toBe(names.length)
  expect(names.slice(-2)).toEqual(['Österrike', 'Östtimor'])
  for (const code of ['MM', 'BY', 'ZW', 'PS', 'XK'])
    expect(swedish).toContainEqual({ code, name: countryName(code, 'sv') })
  expect(swedish.every(({ code }) => isCountry(code))).toBe(true)
})
