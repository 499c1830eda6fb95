import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { crossChapterId, interleave } from '../cross-chapter/cross-chapter-questions.ts'
import { aDay, chooseReview, minutesFor } from './choose-review.ts'

const places = fc
  .uniqueArray(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd'), fc.integer({ min: 0, max: 30 })), {
    selector: ([chapter, n]) => `${chapter}${n}`,
    maxLength: 60,
  })
  .map((all) => all.map(([chapter, n]) => ({ course: 'tiny', chapter, question: `q${n}` })))
const ids = (list: { course: string; chapter: string; question: string }[]) =>
  list.map(crossChapterId)

describe('what the review asks on a day', () => {
  test('is ten questions at most, each once, and as many as wait where they are fewer', () => {
    fc.assert(
      fc.property(places, (waiting) => {
        const round = ids(chooseReview([], waiting, 'day'))
        expect(round).toHaveLength(Math.min(aDay, waiting.length))
        expect(new Set(round).size).toBe(round.length)
      }),
    )
  })

  test('is the same in the same order when the page is loaded again, whatever of it has been answered', () => {
    fc.assert(
      fc.property(places, fc.infiniteStream(fc.boolean()), (waiting, isAnswered) => {
        const before = chooseReview([], waiting, 'day')
        const asked = before.filter(() => isAnswered.next().value)
        const left = waiting.filter((one) => !asked.includes(one))
        expect(ids(chooseReview(asked, left, 'day'))).toEqual(ids(before))
      }),
    )
  })

  test('is what is at the greatest risk, but no chapter gives more than a third, nor more than half, while others wait', () => {
    const of = (chapter: string, count: number) =>
      Array.from({ length: count }, (_, n) => ({ course: 'tiny', chapter, question: `q${n}` }))
    const five = ['a', 'b', 'c', 'd', 'e'].flatMap((chapter) => of(chapter, 8))
    expect(ids(chooseReview([], five, 'day')).sort()).toEqual(
      ids([...of('a', 3), ...of('b', 3), ...of('c', 3), ...of('d', 1)]).sort(),
    )
    expect(ids(chooseReview([], [...of('a', 8), ...of('b', 9)], 'day')).sort()).toEqual(
      ids([...of('a', 5), ...of('b', 5)]).sort(),
    )
    expect(ids(chooseReview([], [...of('a', 12), ...of('b', 2)], 'day')).sort()).toEqual(
      ids([...of('a', 8), ...of('b', 2)]).sort(),
    )
  })

  test('takes chapters of one name in two courses for two', () => {
    const of = (course: string, count: number) =>
      Array.from({ length: count }, (_, n) => ({ course, chapter: 'start', question: `q${n}` }))
    const both = [...of('tiny', 5), ...of('other', 5)]
    expect(ids(chooseReview([], [...of('tiny', 9), ...of('other', 9)], 'day')).sort()).toEqual(
      ids(both).sort(),
    )
  })
})

describe('questions mixed over chapters', () => {
  test('never follow one of the same chapter where that is possible', () => {
    fc.assert(
      fc.property(places, fc.string(), (all, seed) => {
        const mixed = interleave(all, seed)
        expect(ids(mixed).sort()).toEqual(ids(all).sort())
        const counts = ['a', 'b', 'c', 'd'].map(
          (name) => all.filter(({ chapter }) => chapter === name).length,
        )
        const repeats = mixed.filter((one, i) => one.chapter === mixed[i - 1]?.chapter).length
        const max = Math.max(0, ...counts)
        expect(repeats).toBe(Math.max(0, max - (all.length - max) - 1))
      }),
    )
  })

  test('stand in the same order however they came, and in another for another seed', () => {
    fc.assert(
      fc.property(places, (all) => {
        expect(ids(interleave([...all].reverse(), 'day'))).toEqual(ids(interleave(all, 'day')))
      }),
    )
    const all = Array.from({ length: 20 }, (_, n) => ({
      course: 'tiny',
      chapter: `c${n % 5}`,
      question: `q${n}`,
    }))
    expect(ids(interleave(all, 'day'))).not.toEqual(ids(interleave(all, 'another')))
  })
})

test('a question takes a third of a minute, and a few take one', () => {
  expect([0, 1, 2, 4, 5, 10, 30].map(minutesFor)).toEqual([1, 1, 1, 1, 2, 3, 10])
})
