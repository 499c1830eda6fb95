import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { apply } from '../apply.ts'
import type { Circle } from '../circle.ts'
import { adds, having, someCircle } from '../test-circle.ts'
import { attendanceEvents, changedTicks, readAttendance } from './attendance-events.ts'

const people = ['ada', 'bo', 'eve', 'siw']
const circle = having(someCircle(), adds('Bo'), adds('Eve'), adds('Siw'))
const present = (one: Circle) => one.meetings[0]!.present
const form = (seen: string[], there: string[], hours = ['', '']) => ({ seen, there, hoursSeen: hours[0]!, hours: hours[1]! })
const save = (from: Circle, seen: string[], there: string[]) =>
  attendanceEvents({ id: 'm1' }, form(seen, there)).reduce((now, event) => {
    const outcome = apply(now, event, { by: 'ada', today: '2026-03-14' })
    return outcome.kind === 'changed' ? outcome.circle : now
  }, from)

describe('a form of attendance', () => {
  test('says only what was changed on the page', () => {
    expect(attendanceEvents({ id: 'm1' }, form(['ada', 'bo'], ['ada', 'eve']))).toEqual([
      { kind: 'tick', meeting: 'm1', seat: 'eve' },
      { kind: 'untick', meeting: 'm1', seat: 'bo' },
    ])
    expect(attendanceEvents({ id: 'm1' }, form(['ada'], ['ada'], ['2', '2']))).toEqual([])
    expect(attendanceEvents({ id: 'm1' }, form([], [], ['2', '3']))).toEqual([{ kind: 'hold', meeting: 'm1', hours: 3 }])
  })

  test('is read from fields of the same name, each seat once', () => {
    expect(readAttendance(new URLSearchParams('intent=attendance&seen=a&there=a&there=b&there=b&hours=3&hoursSeen=2'))).toEqual(
      form(['a'], ['a', 'b'], ['2', '3']),
    )
  })

  test('is refused with a field that the page does not have', () => {
    expect(readAttendance(new URLSearchParams('there=a&isTrainer=1'))).toBeNull()
  })

  test('of two trainers who saw the same page leaves what each of them ticked, in any order', () => {
    fc.assert(
      fc.property(fc.subarray(people), fc.subarray(people), fc.subarray(people), (seen, one, other) => {
        const start = save(circle, [], seen)
        const both = save(save(start, seen, one), seen, other)
        expect(present(save(save(start, seen, other), seen, one))).toEqual(present(both))
        const changes = [changedTicks({ seen, there: one }), changedTicks({ seen, there: other })]
        for (const { ticked, unticked } of changes) {
          for (const seat of ticked) expect(present(both)).toContain(seat)
          for (const seat of unticked) expect(present(both)).not.toContain(seat)
        }
      }),
    )
  })

  test('sent twice is the same as once, and sent backwards undoes it', () => {
    fc.assert(
      fc.property(fc.subarray(people), fc.subarray(people), (seen, there) => {
        const start = save(circle, [], seen)
        const once = save(start, seen, there)
        expect(present(save(once, seen, there))).toEqual(present(once))
        expect(present(save(once, there, seen))).toEqual(present(start))
      }),
    )
  })
})
