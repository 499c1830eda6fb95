import { describe, expect, test } from 'vitest'
import { makeAnkiDeck } from '../../app/packages/anki/anki-deck.ts'
import { goodCourse } from '../broken-courses/course.ts'
import { bookOf, catalogueOf } from './books.ts'

const tiny = await catalogueOf(goodCourse)
const made = async (lang: string) => {
  const text = new TextDecoder().decode(await makeAnkiDeck(bookOf(tiny, lang)))
  const lines = text.trimEnd().split('\n')
  const rows = lines.filter((line) => !line.startsWith('#')).map((line) => line.split('\t'))
  return { lines, rows }
}

describe('a deck for Anki', () => {
  test('has a card for each question, in four fields', async () => {
    const { lines, rows } = await made('en')
    expect(lines.slice(0, 5)).toEqual([
      '#separator:Tab',
      '#html:true',
      '#deck:Notes <&>',
      '#guid column:1',
      '#tags column:4',
    ])
    expect(rows.map(([id]) => id)).toEqual([
      'tiny.first.alone.en',
      'tiny.first.who-came.en',
      'tiny.first.any-day.en',
      'tiny.first.in-order.en',
      'tiny.first.who-does.en',
      'tiny.second.which.en',
    ])
    expect(new Set(rows.map((row) => row.length))).toEqual(new Set([4]))
  })

  test('asks on the front, and tells the reason of every part on the back only', async () => {
    const { rows } = await made('en')
    for (const [id, front = '', back = ''] of rows) {
      expect([id, front.includes('REASON')]).toEqual([id, false])
      expect([id, back.includes('REASON')]).toEqual([id, true])
    }
    expect(rows[0]?.[2]).toContain('✓ She may not – REASON-MAY-NOT: a quorum is more than one.')
    expect(rows[0]?.[2]).toContain('✗ She may – REASON-MAY: she is not the branch.')
  })

  test('keeps the ids of its cards apart by language', async () => {
    const [english, swedish] = [await made('en'), await made('sv')]
    const ids = [...english.rows, ...swedish.rows].map(([id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })
})
