import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  adds,
  having,
  refusalOf,
  type Step,
  someCircle,
} from '../../../tests/factories/test-circle.ts'
import type { Attendance, Circle } from '../circle.ts'

const people = ['ada', 'bo', 'eve', 'siw']
const circle = having(someCircle(), adds('Bo'), adds('Eve'), adds('Siw'))
const stored = ({ meetings }: Circle) => {
  const { state, hoursHeld, present } = meetings[0]!
  return { state, hoursHeld, present }
}
const planned: Attendance = { isHeld: false, hours: 2, present: [] }
const heldBy = (present: string[], hours = 2): Attendance => ({ isHeld: true, hours, present })
const records = (seen: Attendance, now: Attendance): Step => ({
  kind: 'record-attendance',
  meeting: 'm1',
  seen,
  now,
})

const attendance = fc.oneof(
  fc.constant(planned),
  fc
    .record({ hours: fc.integer({ min: 1, max: 8 }), present: fc.subarray(people) })
    .map((one) => heldBy(one.present, one.hours)),
)

describe('recorded attendance', () => {
  test('is who was there, for how long, and that the meeting was held', () => {
    const once = having(circle, records(planned, heldBy(['bo', 'ada'], 3)))
    expect(stored(once)).toEqual({ state: 'held', hoursHeld: 3, present: ['ada', 'bo'] })
    const unticked = having(once, records(heldBy(['ada', 'bo'], 3), heldBy(['bo'], 3)))
    expect(stored(unticked)).toEqual({ state: 'held', hoursHeld: 3, present: ['bo'] })
  })

  test('of a meeting that nobody was ticked at says that it was held, for the hours that stood on the page', () => {
    expect(stored(having(circle, records(planned, heldBy([]))))).toEqual({
      state: 'held',
      hoursHeld: 2,
      present: [],
    })
  })

  test('of a meeting that was not held is nobody and no hours', () => {
    const once = having(circle, records(planned, heldBy(['ada', 'bo'], 3)))
    expect(having(once, records(heldBy(['ada', 'bo'], 3), planned))).toEqual(circle)
  })

  test('is undone exactly by the same change backwards, whatever it was', () => {
    fc.assert(
      fc.property(attendance, attendance, (before, after) => {
        const start = having(circle, records(planned, before))
        const saved = having(start, records(before, after))
        expect(stored(saved)).toEqual(stored(having(circle, records(planned, after))))
        expect(having(saved, records(after, before))).toEqual(start)
      }),
    )
  })

  test('twice is the same as once', () => {
    fc.assert(
      fc.property(attendance, attendance, (before, after) => {
        const once = having(circle, records(planned, before), records(before, after))
        expect(having(once, records(before, after))).toEqual(once)
      }),
    )
  })

  test('of two trainers who saw the same page leaves what each of them ticked, in any order', () => {
    fc.assert(
      fc.property(
        fc.subarray(people),
        fc.subarray(people),
        fc.subarray(people),
        (seen, one, other) => {
          const start = having(circle, records(planned, heldBy(seen)))
          const [mine, theirs] = [
            records(heldBy(seen), heldBy(one)),
            records(heldBy(seen), heldBy(other)),
          ]
          const { present } = stored(having(start, mine, theirs))
          expect(stored(having(start, theirs, mine)).present).toEqual(present)
          for (const form of [one, other])
            for (const seat of people) {
              if (form.includes(seat) && !seen.includes(seat)) expect(present).toContain(seat)
              if (!form.includes(seat) && seen.includes(seat)) expect(present).not.toContain(seat)
            }
        },
      ),
    )
  })

  test('keeps the hours that another trainer noted, where one’s own were not touched', () => {
    const noted = having(circle, records(planned, heldBy(['ada'], 3)))
    expect(stored(having(noted, records(planned, heldBy(['bo']))))).toEqual({
      state: 'held',
      hoursHeld: 3,
      present: ['ada', 'bo'],
    })
  })

  test('is refused whole, and nothing is stored, where it contradicts what another trainer has stored meanwhile', () => {
    const noted = having(circle, records(planned, heldBy(['ada', 'bo'], 3)))
    const contradictions = [
      // Not held, though somebody is ticked whom the page did not show.
      records(heldBy(['ada'], 3), planned),
      // Not held, though other hours are noted than the page showed.
      records(heldBy(['ada', 'bo']), planned),
      // Hours that both have changed.
      records(heldBy(['ada']), heldBy(['ada', 'eve'], 4)),
    ]
    for (const step of contradictions)
      expect(refusalOf(noted, step)).toBe('circles:refused.attendanceChanged')
    // More people at a meeting that was said not to have been held.
    expect(refusalOf(circle, records(heldBy(['ada']), heldBy(['ada', 'bo'])))).toBe(
      'circles:refused.attendanceChanged',
    )
  })

  test('is refused whole with somebody who has no seat and with hours that no meeting has', () => {
    expect(refusalOf(circle, records(planned, heldBy(['ada', 'zzzzzzzz'])))).toBe(
      'circles:refused.seatUnknown',
    )
    for (const hours of [0, 9, 99, 1.5, Number.NaN])
      expect(refusalOf(circle, records(planned, heldBy(['ada'], hours)))).toBe(
        'circles:refused.hoursUnknown',
      )
  })

  test('finds the one whom a name on the list has turned out to be', () => {
    const merged = having(circle, { kind: 'merge-seats', seat: 'bo', into: 'eve' })
    expect(stored(having(merged, records(planned, heldBy(['bo'])))).present).toEqual(['eve'])
    const both = having(merged, records(planned, heldBy(['eve'])))
    expect(stored(having(both, records(heldBy(['bo']), heldBy(['eve'])))).present).toEqual(['eve'])
  })
})
