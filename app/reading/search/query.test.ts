import { describe, expect, test } from 'vitest'
import { stemOf } from '../../i18n/search-words.ts'
import { understand, type Vocabulary } from './query.ts'

const known = [
  'remove',
  'party',
  'parties',
  'corruption',
  'correction',
  'member',
  'list',
  'minutes',
]
function vocabulary(lang: string, words: string[], phrases: Vocabulary['phrases'] = new Map()) {
  const stems = words.map((word) => stemOf(word, lang))
  return {
    lang,
    phrases,
    isKnown: (stem: string) => stems.includes(stem),
    beginningLike: (stem: string) => stems.filter((one) => one.startsWith(stem)),
    near: (stem: string) => stems.filter((one) => one.slice(0, 2) === stem.slice(0, 2)),
  }
}
const english = vocabulary('en', known)
const stemsFor = (query: string, words: Vocabulary = english) =>
  understand(query, words).map(({ alternatives }) =>
    alternatives.map(({ stems }) => stems.join(' ')),
  )

describe('a query', () => {
  test('is understood without the words that say nothing, in any form of the others', () => {
    expect(stemsFor('How do I remove the parties?')).toEqual([['remov'], ['parti']])
  })

  test('is not guessed at where a word is known', () => {
    expect(stemsFor('corruption')).toEqual([['corrupt']])
  })

  test('is guessed at by the beginning of a word, before a typing error', () => {
    expect(stemsFor('minut')).toEqual([['minut']])
    expect(stemsFor('corr')).toEqual([['corrupt', 'correct']])
    expect(stemsFor('lixt')).toEqual([['list']])
  })

  test('has what means the same, whether it is a word or a phrase', () => {
    const phrases = new Map([
      ['get rid of', [{ stems: ['remov'], weight: 0.75 }]],
      ['parti', [{ stems: ['member'], weight: 0.75 }]],
    ])
    expect(stemsFor('get rid of the party', vocabulary('en', known, phrases))).toEqual([
      ['remov'],
      ['parti', 'member'],
    ])
  })

  test('has the two words that a Swedish word is joined of', () => {
    const swedish = vocabulary('sv', ['medlem', 'lista'])
    expect(stemsFor('medlemslista', swedish)).toEqual([['medlem list']])
  })

  test('keeps a word of which nothing is known, so that the reader can be told', () => {
    expect(understand('party dragon', english)).toMatchObject([
      { words: 'party' },
      { words: 'dragon', alternatives: [] },
    ])
  })

  test('has eight guesses for a word at most, the shortest first, and for three of its words', () => {
    const many = vocabulary(
      'en',
      Array.from({ length: 20 }, (_, i) => `str${'o'.repeat(20 - i)}ng`),
    )
    expect(stemsFor('str', many)[0]).toHaveLength(8)
    expect(stemsFor('str', many)[0]?.[0]).toBe('strong')
    expect(stemsFor('str stro stroo strooo', many).map((one) => one.length)).toEqual([8, 8, 8, 0])
  })

  test('is looked at for sixteen words', () => {
    expect(understand('party '.repeat(1000), english)).toHaveLength(16)
  })
})
