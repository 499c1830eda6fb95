import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { coarseCount, firstDayOfQuarter, type Group, minPeople, summarise } from './organisation-summary.ts'

const group = (people: number, quarter = '2026-Q1', course = 'run-a-party'): Group => ({
  course,
  quarter,
  circles: 1,
  people,
  meetings: 4,
  hours: 12,
})
const people = (groups: Group[]) => {
  const summary = summarise(groups)
  return summary && { groups: summary.groups.map((one) => one.people), other: summary.other?.people ?? null, total: summary.total.people }
}

describe('P12: an organisation’s summary', () => {
  test('shows a group from five people up', () => {
    expect(people([group(5), group(12, '2026-Q2')])).toEqual({ groups: [12, 5], other: null, total: 17 })
  })

  test('puts smaller groups together, where together they are five', () => {
    expect(people([group(9), group(3, '2026-Q2'), group(2, '2026-Q3')])).toEqual({ groups: [9], other: 5, total: 14 })
  })

  test('never lets the total less what is shown tell of fewer than five: a group that could be shown goes with them', () => {
    expect(people([group(9), group(6, '2026-Q3'), group(3, '2026-Q2')])).toEqual({ groups: [9], other: 9, total: 18 })
    expect(people([group(9), group(3, '2026-Q2')])).toEqual({ groups: [], other: 12, total: 12 })
  })

  test('shows nothing at all of fewer than five people', () => {
    expect(people([group(4)])).toBeNull()
    expect(people([group(2), group(2, '2026-Q2'), group(0, '2026-Q3')])).toBeNull()
    expect(people([])).toBeNull()
  })

  test('does not count circles to which nobody came', () => {
    expect(people([group(0), group(7, '2026-Q2')])).toEqual({ groups: [7], other: null, total: 7 })
  })

  test('whatever the groups, shows none of fewer than five, nor any difference of fewer, and adds up', () => {
    const some = fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.constantFrom('2026-Q1', '2026-Q2', '2026-Q3')), { maxLength: 12 })
    fc.assert(
      fc.property(some, (given) => {
        const groups = given.map(([count, quarter], index) => group(count, quarter, `course-${index}`))
        const summary = summarise(groups)
        const all = groups.reduce((sum, one) => sum + one.people, 0)
        if (!summary) {
          expect(all).toBeLessThan(minPeople)
          return
        }
        const shown = summary.groups.reduce((sum, one) => sum + one.people, 0)
        for (const one of summary.groups) expect(one.people).toBeGreaterThanOrEqual(minPeople)
        expect(summary.total.people).toBe(all)
        expect(shown + (summary.other?.people ?? 0)).toBe(all)
        expect(all - shown === 0 || all - shown >= minPeople).toBe(true)
      }),
    )
  })

  test('tells no number of women or young people where they or the others are one to four', () => {
    expect([0, 1, 4, 5, 6, 7, 8, 11, 12].map((count) => coarseCount(count, 12))).toEqual([0, null, null, 5, 6, 7, null, null, 12])
  })
})

test('a quarter begins in January, April, July and October', () => {
  expect(['2026-01-01', '2026-03-31', '2026-04-01', '2026-12-31'].map(firstDayOfQuarter)).toEqual([
    '2026-01-01',
    '2026-01-01',
    '2026-04-01',
    '2026-10-01',
  ])
})
