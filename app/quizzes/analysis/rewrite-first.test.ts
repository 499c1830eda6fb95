import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ItemStatistics } from './item-statistics.ts'
import { type Choice, findFaults, mostWrong, priorityOf } from './rewrite-first.ts'

const choices: Choice[] = ['a', 'b', 'c'].map((id) => ({ id, isCorrect: id === 'a' }))
const parts = (counts: Record<string, number>) =>
  new Map(
    Object.entries(counts).map(([id, chosen]) => [id, { chosen, wrong: id === 'a' ? 0 : chosen }]),
  )
const good: ItemStatistics = {
  answered: 40,
  right: 0.6,
  discrimination: 0.4,
  sureWrong: 0.05,
  parts: parts({ a: 24, b: 10, c: 6 }),
}
const faultsOf = (some: Partial<ItemStatistics>, of = choices) =>
  findFaults({ ...good, ...some }, of).map(({ fault, part }) => (part ? `${fault} ${part}` : fault))

describe('a question is to be rewritten', () => {
  test('not when its figures are good', () => {
    expect(faultsOf({})).toEqual([])
    expect(priorityOf([])).toBe(0)
  })

  test.each<[string, Partial<ItemStatistics>, string[]]>([
    ['when those who know the rest miss it', { discrimination: -0.01 }, ['backwards']],
    ['when it tells nothing of who knows the rest', { discrimination: 0.19 }, ['saysLittle']],
    ['not when it goes with the rest well enough', { discrimination: 0.2 }, []],
    [
      'not for telling little when nearly everyone is right',
      { discrimination: 0.1, right: 0.95 },
      [],
    ],
    ['not for a correlation that is not known yet', { discrimination: 'tooFew' }, []],
    ['not for a correlation that there cannot be', { discrimination: 'alike' }, []],
    ['when fewer than three in ten are right', { right: 0.29 }, ['tooHard']],
    ['when one in five is sure and wrong', { sureWrong: 0.2 }, ['misleads']],
    [
      'when a wrong option is taken more often than the right one',
      { parts: parts({ a: 9, b: 21, c: 10 }) },
      ['outweighed b', 'outweighed c'],
    ],
    ['when nobody takes a wrong option', { parts: parts({ a: 30, b: 10 }) }, ['neverChosen c']],
  ])('%s', (_, figures, faults) => expect(faultsOf(figures)).toEqual(faults))

  test('not for an option that nobody takes where there are only two, or none', () => {
    expect(faultsOf({ parts: parts({ a: 40 }) }, choices.slice(0, 2))).toEqual([])
    expect(faultsOf({ parts: new Map() }, [])).toEqual([])
  })

  test('the sooner the heavier its faults are, and never later for one more', () => {
    const any = fc.array(
      fc
        .constantFrom('backwards', 'misleads', 'tooHard', 'outweighed', 'saysLittle', 'neverChosen')
        .map((fault) => ({ fault }) as const),
    )
    fc.assert(
      fc.property(any, any, (some, more) => priorityOf([...some, ...more]) >= priorityOf(some)),
    )
    expect(priorityOf([{ fault: 'backwards' }])).toBeGreaterThan(
      priorityOf([{ fault: 'misleads' }, { fault: 'tooHard' }]),
    )
    expect(priorityOf([{ fault: 'saysLittle' }])).toBeGreaterThan(
      priorityOf([{ fault: 'neverChosen' }, { fault: 'neverChosen' }]),
    )
  })
})

test('the option most often taken wrongly is the first of those that were', () => {
  expect(mostWrong(good, ['a', 'b', 'c'])).toEqual({ part: 'b', count: 10 })
  expect(mostWrong({ ...good, parts: parts({ b: 5, c: 5 }) }, ['a', 'c', 'b'])).toEqual({
    part: 'c',
    count: 5,
  })
  expect(mostWrong({ ...good, parts: parts({ a: 40 }) }, ['a', 'b', 'c'])).toBeNull()
})
