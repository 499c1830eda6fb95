import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Roles } from '../circle.ts'
import { suggestRoles } from './rotation.ts'

const seats = (count: number) => Array.from({ length: count }, (_, index) => `seat ${index + 1}`)

/** The tasks of so many meetings, each proposed after those before, with those who came. */
function roundsOf(present: string[][]): { roles: Roles }[] {
  const meetings: { roles: Roles }[] = []
  for (const people of present) meetings.push({ roles: suggestRoles(people, meetings) })
  return meetings
}

describe('the tasks of a meeting', () => {
  test('go round, so that everyone has led once before anyone leads twice', () => {
    const all = seats(4)
    const rounds = roundsOf(Array.from({ length: 8 }, () => all))
    expect(
      rounds
        .slice(0, 4)
        .map(({ roles }) => roles.leads)
        .sort(),
    ).toEqual(all)
  })

  test('fall to nobody where nobody is there, and all to the one who is', () => {
    expect(suggestRoles([], [])).toEqual({ leads: null, remembers: null, notes: null })
    expect(suggestRoles(['a'], [])).toEqual({ leads: 'a', remembers: 'a', notes: 'a' })
  })

  test('fall to someone who has never had any before those who have', () => {
    const meetings = [{ roles: { leads: 'a', remembers: 'b', notes: 'c' } }]
    expect(suggestRoles(['a', 'b', 'c', 'd'], meetings).leads).toBe('d')
  })

  test('are shared evenly: however many meetings and people, nobody has led two times more than another who always came', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 3, max: 20 }),
        fc.integer({ min: 1, max: 40 }),
        (people, meetings) => {
          const all = seats(people)
          const rounds = roundsOf(Array.from({ length: meetings }, () => all))
          for (const { roles } of rounds) expect(new Set(Object.values(roles)).size).toBe(3)
          const inAll = all.map(
            (seat) =>
              rounds.flatMap(({ roles }) => Object.values(roles)).filter((one) => one === seat)
                .length,
          )
          expect(Math.max(...inAll) - Math.min(...inAll)).toBeLessThanOrEqual(3)
          const led = all.map((seat) => rounds.filter(({ roles }) => roles.leads === seat).length)
          expect(Math.max(...led) - Math.min(...led)).toBeLessThanOrEqual(2)
        },
      ),
    )
  })

  test('fall only to people who are there', () => {
    fc.assert(
      fc.property(
        fc.array(fc.subarray(seats(6), { minLength: 1 }), { maxLength: 12 }),
        (present) => {
          for (const [index, { roles }] of roundsOf(present).entries())
            for (const seat of Object.values(roles)) expect(present[index]).toContain(seat)
        },
      ),
    )
  })
})
