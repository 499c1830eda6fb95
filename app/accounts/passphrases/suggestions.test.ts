import { describe, expect, test, vi } from 'vitest'
import { pick } from '../../platform/random.server.ts'
import { problemOfPseudonym } from '../pseudonym.ts'
import { newPassphrase } from './passphrase.ts'
import { problemOfNewPassphrase } from './refuse-guessable.server.ts'
import { suggestionWords, suggestPassphrase, suggestPseudonym } from './suggestions.server.ts'

vi.mock('../../platform/random.server.ts', async (original) => {
  const real = await original<{ pick: typeof pick }>()
  return { ...real, pick: vi.fn(real.pick) }
})

const context = { pseudonym: 'Calm Otter 42', titles: ['Run a party', 'Att driva ett parti'] }

describe.each(Object.entries(suggestionWords))('the words of suggestions in %s', (language, {
  names,
  words,
}) => {
  test('are enough for 60 bits, and each is there once', () => {
    expect(words.length).toBeGreaterThanOrEqual(1024)
    expect(new Set(words).size).toBe(words.length)
    expect(6 * Math.log2(words.length)).toBeGreaterThan(60)
  })

  test('are short and easy to type', () => {
    expect(words.filter((word) => !/^[a-z]{2,10}$/.test(word))).toEqual([])
  })

  test('make more than 300,000 pseudonyms', () => {
    for (const list of [names.adjectives, names.animals])
      expect(new Set(list).size).toBe(list.length)
    expect(names.adjectives.length * names.animals.length * 90).toBeGreaterThan(300_000)
  })

  test('make a pseudonym and a passphrase that sign-up accepts', () => {
    for (let n = 0; n < 200; n++) {
      expect(problemOfPseudonym(suggestPseudonym(language))).toBeNull()
      const passphrase = suggestPassphrase(language, context)
      expect(newPassphrase.parse(passphrase)).toBe(passphrase)
      expect(passphrase.split(' ').every((word) => words.includes(word))).toBe(true)
    }
  })

  test('make no passphrase that is refused, also beside a pseudonym and titles of the same words', () => {
    const ownWords = {
      pseudonym: words.slice(0, 5).join(' '),
      titles: [words.slice(5, 40).join(' ')],
    }
    for (const one of [context, ownWords])
      for (let n = 0; n < 500; n++)
        expect(problemOfNewPassphrase(suggestPassphrase(language, one), one)).toBeNull()
  })

  test('are drawn again where chance would make one that is refused', () => {
    const [repeated, later] = [words[0] as string, words.slice(1, 7)]
    const draws = [...Array(6).fill(repeated), ...later]
    vi.mocked(pick).mockImplementation(() => draws.shift())
    expect(suggestPassphrase(language, context)).toBe(later.join(' '))
    vi.mocked(pick).mockRestore()
  })

  test('make another at each visit', () => {
    expect(
      new Set(Array.from({ length: 100 }, () => suggestPassphrase(language, context))).size,
    ).toBe(100)
  })
})

test('a language without words of its own gets English ones', () => {
  expect(suggestPassphrase('en-XB', context).split(' ')).toHaveLength(6)
  expect(suggestPseudonym('en-XB')).toMatch(/^\S+ \S+ \d\d$/)
})
