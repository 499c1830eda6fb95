import { expect, test } from 'vitest'
import { adds, having, someCircle } from '../../../tests/factories/test-circle.ts'
import type { Circle, Roles } from '../circle.ts'
import { meetingView } from './view-meeting.ts'

const now = new Date('2026-03-01T12:00:00Z')

/** What the trainer's page shows of the second meeting's roles. */
function shown(circle: Circle) {
  const { turns, areTurnsProposed, roles } = meetingView(circle, circle.meetings[1]!, {
    seat: circle.seats[0]!,
    course: undefined,
    lang: 'en',
    someone: 'Someone',
    now,
  })
  return { turns, areTurnsProposed, roles }
}

const gives = (roles: Roles) => (circle: Circle) =>
  ({ kind: 'give-roles', meeting: circle.meetings[1]!.id, roles }) as const

test('roles that nobody has been given are shown to the trainer as a suggestion, until they are saved', () => {
  const circle = having(someCircle(), adds('Ben'), adds('Cho'))
  const before = shown(circle)
  expect(Object.values(before.turns!)).not.toContain(null)
  expect(before.roles).toEqual({ leads: null, remembers: null, notes: null })
  expect(before.areTurnsProposed).toBe(true)

  const saved = having(circle, gives(before.turns!)(circle))
  expect(shown(saved).turns).toEqual(before.turns)
  expect(shown(saved).areTurnsProposed).toBe(false)
})

test.each([
  'leads',
  'remembers',
  'notes',
] as const)('where one role is left free, its suggestion is told as one: %s', (role) => {
  const circle = having(someCircle(), adds('Ben'), adds('Cho'))
  const { turns } = shown(circle)
  expect(shown(having(circle, gives({ ...turns!, [role]: null })(circle))).areTurnsProposed).toBe(
    true,
  )
})

test('two meetings at the same time are named in the order of the plan, on either page', () => {
  const { day, start } = someCircle().meetings[1]!
  const moved = { kind: 'move-meeting', meeting: 'm3', day, start } as const
  const circle = having(someCircle(), moved)
  const sameTime = (at: number) =>
    meetingView(circle, circle.meetings[at]!, {
      seat: circle.seats[0]!,
      course: undefined,
      lang: 'en',
      someone: 'Someone',
      now,
    }).sameTime
  expect([0, 1, 2].map(sameTime)).toEqual([null, { first: 2, second: 3 }, { first: 2, second: 3 }])
})
