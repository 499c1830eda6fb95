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
    areTogether: () => true,
    phrasesLike: (stem: string) => [...phrases.keys()].filter((one) => one.startsWith(stem)),
    phrasesNear: (stem: string) => [...phrases.keys()].filter((one) => one.endsWith(stem.slice(2))),
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

  test('knows a phrase with words between that say nothing', () => {
    const phrases = new Map([['led mot', [{ stems: ['ordforande'], weight: 0.9 }]]])
    const swedish = vocabulary('sv', ['leder', 'möte'], phrases)
    expect(stemsFor('hur leder man ett möte', swedish)).toEqual([['led mot', 'ordforande']])
    expect(stemsFor('leder partiet möte', swedish)).not.toContainEqual(['led mot', 'ordforande'])
  })

  test('guesses at synonyms too: their beginnings, and typing errors in them', () => {
    const phrases = new Map([['briberi', [{ stems: ['corrupt'], weight: 0.9 }]]])
    const words = vocabulary('en', known, phrases)
    expect(stemsFor('briber', words)).toEqual([['corrupt']])
    expect(stemsFor('xxiberi', words)).toEqual([['corrupt']])
  })

  test('finds Swedish words of the same root, with a shorter ending, or joined behind it', () => {
    const swedish = { ...vocabulary('sv', ['rättssäker', 'demokrati', 'budget']), near: () => [] }
    expect(stemsFor('rättssäkerhet', swedish)).toEqual([['rattssak']])
    expect(stemsFor('demokratin', swedish)).toEqual([['demokrati']])
    expect(stemsFor('budgetkalkyl', swedish)).toEqual([['budget']])
  })

  test('has a joined word that is known in its two words as well, where some place has them', () => {
    const words = ['styrelse', 'möte', 'styrelsemöte']
    const swedish = vocabulary('sv', words)
    expect(stemsFor('styrelsemöte', swedish)).toEqual([['styrelsemot', 'styr mot']])
    const apart = { ...swedish, areTogether: () => false }
    expect(stemsFor('styrelsemöte', apart)).toEqual([['styrelsemot']])
  })

  test('tells apart what a stemmer takes for one, and finds a populist by populism', () => {
    expect(stemOf('hearings', 'en')).not.toBe(stemOf('hear', 'en'))
    expect(stemOf('hearings', 'en')).toBe(stemOf('hearing', 'en'))
    expect(stemOf('ledarna', 'sv')).toBe(stemOf('ledare', 'sv'))
    expect(stemOf('ledare', 'sv')).not.toBe(stemOf('leda', 'sv'))
    expect(stemOf('medlemmar', 'sv')).toBe(stemOf('medlem', 'sv'))
    for (const lang of ['en', 'sv']) expect(stemOf('populist', lang)).toBe(stemOf('populism', lang))
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
