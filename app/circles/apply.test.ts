import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import {
  adds,
  having,
  joins,
  refusalOf,
  type Step,
  someCircle,
  ticks,
} from '../../tests/factories/test-circle.ts'
import { runs } from '../../tests/seed.ts'
import { translate } from '../i18n/i18n.ts'
import { languages } from '../i18n/languages.ts'
import { apply } from './apply.ts'
import { type Circle, type CircleEvent, type EventContext, seated } from './circle.ts'
import { limits } from './limits.ts'
import { totalsOf } from './totals.ts'

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
const id = z.string().min(1).max(20)
const hours = z.int().min(1).max(limits.hours)
const unique = (ids: string[]) => new Set(ids).size === ids.length
const ids = z.array(id).refine(unique)

/** The whole shape of a stored circle. Nothing else may stand in it. */
const circleShape = z.strictObject({
  version: z.literal(2),
  name: z.string().max(limits.name),
  course: z.string(),
  aim: z.string().max(limits.aim),
  timeZone: z.string(),
  startedOn: day,
  closedOn: day.nullable(),
  join: z.strictObject({ code: z.string(), isOpen: z.boolean() }),
  seats: z
    .array(
      z.strictObject({
        id,
        name: z.string().max(limits.name),
        hasAccount: z.boolean(),
        isTrainer: z.boolean(),
        joinedOn: day,
        leftOn: day.nullable(),
        mergedFrom: ids,
        chaptersRead: ids,
        sharesProgress: z.boolean(),
      }),
    )
    .max(limits.seatsEver),
  meetings: z
    .array(
      z.strictObject({
        id,
        day,
        start: z.string().regex(/^\d\d:\d\d$/),
        hours,
        chapters: ids,
        state: z.enum(['planned', 'held', 'cancelled']),
        changes: z.int().min(0),
        roles: z.strictObject({
          leads: id.nullable(),
          remembers: id.nullable(),
          notes: id.nullable(),
        }),
        hoursHeld: hours.nullable(),
        present: ids,
        decisions: z
          .array(z.strictObject({ id, text: z.string().min(1).max(limits.note) }))
          .max(limits.notes),
        tasks: z
          .array(
            z.strictObject({
              id,
              text: z.string().min(1).max(limits.note),
              seat: id.nullable(),
              isDone: z.boolean(),
            }),
          )
          .max(limits.notes),
      }),
    )
    .max(limits.meetings),
  planRevision: z.int().min(1),
  proposal: z.strictObject({ seat: id, on: day, supporters: ids.min(1) }).nullable(),
  succession: z.strictObject({ seat: id, on: day }).optional(),
  counts: z.strictObject({ women: z.int().min(0), youth: z.int().min(0) }).nullable(),
  totals: z
    .strictObject({
      meetings: z.int(),
      hours: z.int(),
      participants: z.int(),
      attendances: z.int(),
      women: z.int().nullable(),
      youth: z.int().nullable(),
    })
    .nullable(),
})

const seat = fc.constantFrom('ada', 'ben', 'cho', 'dag', 'eva', 'word', 'nobody')
const meeting = fc.constantFrom('m1', 'm2', 'm3', 'm4', 'gone')
const note = fc.constantFrom('n1', 'n2', 'n3')
const text = fc.constantFrom('Ask the branch', '  ', 'x'.repeat(limits.note + 1), 'Find a room')
const name = fc.constantFrom('Ben', 'Cho', 'Dag', 'Ada', ' ada ', '', '...', 'n'.repeat(50), 'Word')
const someDay = fc.constantFrom(
  '2026-03-14',
  '2026-03-15',
  '2026-02-30',
  '1999-01-01',
  '2026-04-01',
)
const start = fc.constantFrom('18:30', '25:00', '09:00')
const planned = fc.record({
  id: meeting,
  day: someDay,
  start,
  hours: fc.constantFrom(0, 1, 2, 3, 9, 1.5),
  chapters: fc.constantFrom<string[]>([], ['a'], ['a', 'a'], ['b', 'c']),
})
const attendance = fc.record({
  isHeld: fc.boolean(),
  hours: fc.constantFrom(2, 2, 3, 9),
  present: fc.uniqueArray(seat, { maxLength: 4 }),
})
const kind = <K extends CircleEvent['kind']>(...kinds: K[]) => fc.constantFrom(...kinds)

const events: fc.Arbitrary<CircleEvent> = fc.oneof(
  fc.record({ kind: kind('rename'), name }),
  fc.record({
    kind: kind('set-aim'),
    aim: fc.constantFrom('', 'To hold an annual meeting', 'a'.repeat(limits.aim + 1)),
  }),
  fc.record({
    kind: kind('replan'),
    planRevision: fc.nat(6),
    meetings: fc.array(planned, { maxLength: 4 }),
  }),
  fc.record({ kind: kind('move-meeting'), meeting, day: someDay, start }),
  fc.record({ kind: kind('cancel-meeting', 'restore-meeting'), meeting }),
  fc.record({
    kind: kind('give-roles'),
    meeting,
    roles: fc.record({
      leads: fc.option(seat),
      remembers: fc.option(seat),
      notes: fc.option(seat),
    }),
  }),
  fc.record({ kind: kind('rotate-roles') }),
  fc.record({ kind: kind('add-seat', 'rename-seat'), seat, name }),
  fc.record({ kind: kind('remove-seat', 'restore-seat'), seat }),
  fc.record({ kind: kind('merge-seats'), seat, into: seat }),
  fc.record({ kind: kind('join'), seat, name, code: fc.constantFrom('CODE', 'CODE', 'OTHER') }),
  fc.record({ kind: kind('leave'), keepsName: fc.boolean() }),
  fc.record({ kind: kind('make-trainer', 'hand-over', 'propose-trainer'), seat }),
  fc.record({ kind: kind('step-down', 'agree', 'withdraw-agreement', 'still-here') }),
  fc.record({ kind: kind('renew-code'), code: fc.constantFrom('CODE', 'OTHER') }),
  fc.record({ kind: kind('open-joining', 'close-joining') }),
  fc.record({ kind: kind('record-attendance'), meeting, seen: attendance, now: attendance }),
  fc.record({ kind: kind('add-decision'), meeting, decision: note, text }),
  fc.record({ kind: kind('remove-decision'), meeting, decision: note }),
  fc.record({ kind: kind('add-task'), meeting, task: note, text, seat: fc.option(seat) }),
  fc.record({ kind: kind('finish-task', 'reopen-task', 'remove-task'), meeting, task: note }),
  fc.record({ kind: kind('tell-read', 'take-back-read'), chapter: fc.constantFrom('a', 'b') }),
  fc.record({ kind: kind('share', 'stop-sharing') }),
  fc.record({ kind: kind('count'), women: fc.integer({ min: -1, max: 8 }), youth: fc.nat(8) }),
  fc.record({ kind: kind('close', 'reopen') }),
  fc.record({ kind: kind('forget'), seat }),
  fc.record({ kind: kind('retire') }),
)

const siteEvents = new Set(['join', 'forget', 'retire'])
const endings = new Set(['forget', 'retire', 'close', 'leave', 'step-down', 'hand-over'])

/**
 * Mostly the trainer, now and then others; an event of the site is caused by the site, and now and
 * then by somebody who may not.
 */
const causes = fc.constantFrom(
  'ada',
  'ada',
  'ada',
  'ada',
  'ada',
  'ben',
  'cho',
  'dag',
  'word',
  'nobody',
)
const moment = fc.record({
  event: events,
  by: causes,
  days: fc.nat(20),
  isRare: fc.nat(9).map((n) => n === 0),
})

/**
 * A long evening with many people. What ends something comes seldom, so that much can happen
 * before.
 */
const evening = fc.array(
  moment
    .filter(({ event, isRare }) => isRare || !endings.has(event.kind))
    .map(({ event, by, days, isRare }): [CircleEvent, EventContext] => {
      const isSites = siteEvents.has(event.kind) && !(isRare && by === 'ben')
      return [
        event,
        { by: isSites ? null : by, today: `2026-03-${String(7 + days).padStart(2, '0')}` },
      ]
    }),
  { minLength: 40, maxLength: 90 },
)

function holdsTogether(circle: Circle): void {
  circleShape.parse(circle)
  const seatIds = circle.seats.map(({ id }) => id)
  expect(unique([...seatIds, ...circle.seats.flatMap(({ mergedFrom }) => mergedFrom)])).toBe(true)
  expect(unique(circle.meetings.map(({ id }) => id))).toBe(true)
  expect(seated(circle).length).toBeLessThanOrEqual(limits.seats)
  for (const { present, roles, tasks, state, hoursHeld } of circle.meetings) {
    const named = [...present, ...Object.values(roles), ...tasks.map((task) => task.seat)].filter(
      (one) => one !== null,
    )
    expect(seatIds).toEqual(expect.arrayContaining(named))
    expect(hoursHeld !== null).toBe(state === 'held')
    if (state !== 'held') expect(present).toEqual([])
  }
  for (const one of circle.seats) {
    if (one.isTrainer) expect(one).toMatchObject({ hasAccount: true, leftOn: null })
    if (one.sharesProgress) expect(one).toMatchObject({ hasAccount: true, leftOn: null })
    if (one.name === '')
      expect(one).toMatchObject({ hasAccount: false, chaptersRead: [], sharesProgress: false })
  }
  if (circle.proposal)
    expect(seatIds).toEqual(
      expect.arrayContaining([circle.proposal.seat, ...circle.proposal.supporters]),
    )
  if (circle.succession)
    expect(seatIds.length === 0 || seatIds.includes(circle.succession.seat)).toBe(true)
  if (circle.totals) expect(circle.join.isOpen).toBe(false)
}

describe('any sequence of events', () => {
  test(
    'leaves a circle whole: every tick has a seat, nothing is there twice, ' +
      'and a running circle has a trainer unless their account was erased',
    () => {
      const changedBy = new Map<string, number>()
      fc.assert(
        fc.property(evening, (steps) => {
          let circle = having(
            someCircle(),
            joins('Ben'),
            joins('Cho'),
            adds('Word'),
            { kind: 'add-task', meeting: 'm1', task: 'n1', text: 'Ask', seat: 'word' },
            { kind: 'add-decision', meeting: 'm2', decision: 'n2', text: 'Meet at noon' },
          )
          let isTrainerErased = false
          for (const [event, at] of steps) {
            const before = structuredClone(circle)
            const outcome = apply(circle, event, at)
            expect(circle).toEqual(before)
            if (outcome.kind === 'refused') {
              for (const language of languages)
                expect(translate(language)(outcome.reason, outcome.values)).not.toMatch(/[{}]/)
            }
            if (outcome.kind !== 'changed') continue
            changedBy.set(event.kind, (changedBy.get(event.kind) ?? 0) + 1)
            circle = outcome.circle
            holdsTogether(circle)
            if (event.kind === 'forget') isTrainerErased = true
            if (!isTrainerErased && circle.closedOn === null)
              expect(seated(circle).some((one) => one.isTrainer)).toBe(true)
            expect(apply(circle, event, at).kind).not.toBe('changed')
          }
        }),
        runs(200),
      )
      if (process.env.FUZZ_RUNS) return
      // Much of it must get through, by most kinds of event, or it would have been tried in vain.
      expect([...changedBy.values()].reduce((sum, times) => sum + times)).toBeGreaterThan(800)
      expect(changedBy.size).toBeGreaterThan(30)
    },
  )

  test('counts in its totals what its held meetings add up to', () => {
    fc.assert(
      fc.property(evening, (steps) => {
        let circle = having(someCircle(), joins('Ben'), joins('Cho'), adds('Word'))
        for (const [event, at] of steps) {
          const outcome = apply(circle, event, at)
          if (outcome.kind !== 'changed') continue
          const before = totalsOf(circle)
          circle = outcome.circle
          if (event.kind === 'retire') expect(totalsOf(circle)).toEqual(before)
          if (circle.totals) return
          const heldMeetings = circle.meetings.filter(({ state }) => state === 'held')
          const { meetings, attendances, participants } = totalsOf(circle)
          expect([meetings, attendances]).toEqual([
            heldMeetings.length,
            heldMeetings.flatMap(({ present }) => present).length,
          ])
          expect(participants).toBe(
            circle.seats.filter(({ id }) =>
              heldMeetings.some(({ present }) => present.includes(id)),
            ).length,
          )
        }
      }),
      runs(200),
    )
  })

  test('ticks come to the same in any order', () => {
    const people = ['ada', 'ben', 'cho', 'word']
    const some = fc.shuffledSubarray(
      people.flatMap((seat) => ['m1', 'm2'].map((meeting) => ({ seat, meeting }))),
    )
    fc.assert(
      fc.property(some, fc.nat(100), (given, chance) => {
        const circle = having(someCircle(), joins('Ben'), joins('Cho'), adds('Word'))
        const other = given.toSorted(
          (a, b) =>
            ((a.seat.charCodeAt(0) * 31 + a.meeting.charCodeAt(1) + chance) % 7) -
            (b.seat.charCodeAt(1) % 5),
        )
        const inOrderOf = (order: typeof given) =>
          having(circle, ...order.map((one) => ticks(one.meeting, one.seat)))
        expect(inOrderOf(other)).toEqual(inOrderOf(given))
      }),
    )
  })
})

describe('who may do what', () => {
  const circle = having(someCircle(), joins('Ben'), joins('Cho'), adds('Word'), ticks('m1', 'ben'))

  test('a member changes no plan, no list and no attendance', () => {
    const asBen: Step[] = [
      { kind: 'rename', name: 'Other' },
      { kind: 'replan', planRevision: 1, meetings: [] },
      { kind: 'move-meeting', meeting: 'm1', day: '2026-03-16', start: '10:00' },
      { kind: 'cancel-meeting', meeting: 'm1' },
      { kind: 'remove-seat', seat: 'cho' },
      { kind: 'rename-seat', seat: 'word', name: 'Other' },
      ticks('m1', 'ben'),
      { ...ticks('m1'), seen: { isHeld: true, hours: 2, present: ['ben'] } } as Step,
      {
        ...ticks('m1'),
        seen: { isHeld: true, hours: 2, present: [] },
        now: { isHeld: false, hours: 2, present: [] },
      } as Step,
      { kind: 'make-trainer', seat: 'ben' },
      { kind: 'renew-code', code: 'X' },
      { kind: 'still-here' },
      { kind: 'close' },
    ]
    for (const event of asBen)
      expect([event.kind, refusalOf(circle, { ...event, by: 'ben' })]).toEqual([
        event.kind,
        'circles:refused.trainersOnly',
      ])
  })

  test('nobody from outside does anything, not even with a seat that was left', () => {
    expect(refusalOf(circle, { kind: 'agree', by: 'stranger' })).toBe('circles:refused.notMember')
    expect(refusalOf(circle, { kind: 'share', by: null })).toBe('circles:refused.trainersOnly')
    const without = having(circle, { kind: 'leave', keepsName: true, by: 'ben' })
    expect(refusalOf(without, { kind: 'share', by: 'ben' })).toBe('circles:refused.notMember')
  })

  test('a member cannot erase or retire: that is the site’s', () => {
    for (const by of ['ada', 'ben'])
      expect(refusalOf(circle, { kind: 'retire', by })).toBe('circles:refused.trainersOnly')
    expect(refusalOf(circle, { kind: 'forget', seat: 'cho', by: 'ada' })).toBe(
      'circles:refused.trainersOnly',
    )
  })

  test('the person who leads or takes notes writes down decisions and tasks of that meeting, and of no other', () => {
    const led = having(circle, {
      kind: 'give-roles',
      meeting: 'm2',
      roles: { leads: 'ben', remembers: null, notes: null },
    })
    expect(
      having(led, { kind: 'add-decision', meeting: 'm2', decision: 'd', text: 'Meet', by: 'ben' })
        .meetings[1]?.decisions,
    ).toHaveLength(1)
    expect(
      refusalOf(led, {
        kind: 'add-decision',
        meeting: 'm1',
        decision: 'd',
        text: 'Meet',
        by: 'ben',
      }),
    ).toBe('circles:refused.trainersOnly')
  })
})
