import { describe, expect, test } from 'vitest'
import { newPassphrase } from './passphrase.ts'
import { problemOfPseudonym } from './pseudonym.ts'
import { suggestionWords, suggestPassphrase, suggestPseudonym } from './suggestions.server.ts'

describe.each(Object.entries(suggestionWords))('the words of suggestions in %s', (language, { names, words }) => {
  test('are enough for 60 bits, and each is there once', () => {
    expect(words.length).toBeGreaterThanOrEqual(1024)
    expect(new Set(words).size).toBe(words.length)
    expect(6 * Math.log2(words.length)).toBeGreaterThan(60)
  })

  test('are short and easy to type', () => {
    expect(words.filter((word) => !/^[a-z]{2,10}$/.test(word))).toEqual([])
  })

  test('make more than 300,000 pseudonyms', () => {
    for (const list of [names.adjectives, names.animals]) expect(new Set(list).size).toBe(list.length)
    expect(names.adjectives.length * names.animals.length * 90).toBeGreaterThan(300_000)
  })

  test('make a pseudonym and a passphrase that sign-up accepts', () => {
    for (let n = 0; n < 200; n++) {
      expect(problemOfPseudonym(suggestPseudonym(language))).toBeNull()
      const passphrase = suggestPassphrase(language)
      expect(newPassphrase.parse(passphrase)).toBe(passphrase)
      expect(passphrase.split(' ').every((word) => words.includes(word))).toBe(true)
    }
  })

  test('make another at each visit', () => {
    expect(new Set(Array.from({ length: 100 }, () => suggestPassphrase(language))).size).toBe(100)
  })
})

test('a language without words of its own gets English ones', () => {
  expect(suggestPassphrase('en-XB').split(' ')).toHaveLength(6)
  expect(suggestPseudonym('en-XB')).toMatch(/^\S+ \S+ \d\d$/)
})
