import { describe, expect, test } from 'vitest'
import { matching, wordsOf } from './match-titles.ts'

const entry = (kind: string, title: string) => ({
  kind,
  title,
  address: '/',
  words: wordsOf(title),
})
const all = [
  entry('Chapter', 'Money'),
  entry('Country', 'Zimbabwe'),
  entry('Word', 'corruption'),
  entry('Word', 'quorum'),
  entry('Section', 'Public money'),
  entry('Question', 'Money is missing. What now?'),
  entry('Question', 'Is there a quorum?'),
]
const titles = (typed: string) => matching(all, typed).map(({ title }) => title)

describe('what is suggested for what was typed', () => {
  test('begins with what begins so, and questions come last', () => {
    expect(titles('mon')).toEqual(['Money', 'Public money', 'Money is missing. What now?'])
    expect(titles('QUOR')).toEqual(['quorum', 'Is there a quorum?'])
  })

  test.each([
    'corrupton',
    'corruptoin',
    'corruuption',
    'corrumtion',
    'corupt',
  ])('mends one typing error where nothing fits: %s', (typed) => {
    expect(titles(typed)).toEqual(['corruption'])
  })

  test('mends nothing where something fits, and nothing in short words', () => {
    expect(titles('money')).not.toContain('Monye')
    expect(titles('qorum')).toEqual(['quorum', 'Is there a quorum?'])
    expect(titles('mny')).toEqual([])
    expect(titles('cxrrxption')).toEqual([])
    expect(titles(' ')).toEqual([])
  })
})
