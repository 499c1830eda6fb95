import { describe, expect, test } from 'vitest'
import { someMeeting, ticks } from '../../tests/factories/test-circle.ts'
import { useTestDatabase } from '../../tests/factories/test-database.ts'
import { storeLearner } from '../../tests/factories/test-learner.ts'
import type { Clock } from '../platform/clock.ts'
import { database } from '../platform/database.server.ts'
import { newId } from '../platform/random.server.ts'
import { secureErase } from '../platform/secure-erase.server.ts'
import { changeCircle } from './change-circle.server.ts'
import type { Circle, CircleEvent } from './circle.ts'
import { circlesOf, findCircle, findOwnCircle } from './circle-store.server.ts'
import { exportSeats } from './export-seats.server.ts'
import { forgetInCircles } from './forget-in-circles.server.ts'
import { joinCircle, lookUpCode } from './people/join-circle.server.ts'
import { changeMark, ownMarks } from './people/mark-store.server.ts'
import { seatsOf } from './people/member-store.server.ts'
import { retireCircles } from './retire-circles.server.ts'
import { createCircle } from './start/create-circle.server.ts'

const stored = useTestDatabase()

const at = (day: string): Clock => ({ now: () => new Date(`${day}T12:00:00Z`) })
const clock = at('2026-03-10')

const someone = () => storeLearner({ day: '2026-03-01' })

/** A circle with four meetings: its id, its code, and who leads it. */
async function someCircle(name = 'Tuesday') {
  const trainer = await someone()
  const meetings = [1, 2, 3, 4].map(someMeeting)
  const begun = await createCircle({
    id: newId(),
    learnerId: trainer,
    wish: { name, course: 'tiny', timeZone: 'Africa/Harare', meetings, trainer: 'Ada' },
    clock,
  })
  if (begun.kind !== 'started') throw new Error(begun.reason)
  const { circle } = (await findCircle(begun.id))!
  return { id: begun.id, trainer, code: circle.join.code }
}

async function joined(code: string, name: string): Promise<string> {
  const learnerId = await someone()
  expect(await joinCircle({ code, name, learnerId, clock })).toMatchObject({ kind: 'joined' })
  return learnerId
}

async function act(
  circleId: string,
  learnerId: string,
  event: CircleEvent,
  when = clock,
): Promise<Circle> {
  const outcome = await changeCircle({ circleId, learnerId, event, clock: when })
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome))
  return outcome.circle
}

/** Ticks everyone at the first meeting. */
async function tickAll(circleId: string, learnerId: string) {
  const { circle } = (await findCircle(circleId))!
  return act(circleId, learnerId, ticks('m1', ...circle.seats.map(({ id }) => id)))
}

const seatOf = async (circleId: string, learnerId: string) =>
  (await findOwnCircle(circleId, learnerId))!.seatId

describe('starting and joining', () => {
  test('anyone who starts a circle leads it, and it stands in their list alone', async () => {
    const { id, trainer } = await someCircle()
    expect((await findOwnCircle(id, trainer))?.circle.seats).toMatchObject([
      { name: 'Ada', isTrainer: true },
    ])
    expect(await circlesOf(trainer)).toEqual([
      {
        id,
        name: 'Tuesday',
        course: 'tiny',
        startedOn: '2026-03-10',
        closedOn: null,
        lastOn: '2026-04-04',
      },
    ])
    expect(await circlesOf(await someone())).toEqual([])
  })

  test('somebody with the code takes a seat, once, however often they press', async () => {
    const { id, code } = await someCircle()
    const learnerId = await someone()
    const presses = await Promise.all(
      [1, 2, 3].map(() => joinCircle({ code, name: 'Ben', learnerId, clock })),
    )
    expect(presses).toEqual([1, 2, 3].map(() => ({ kind: 'joined', id })))
    expect((await findOwnCircle(id, learnerId))?.circle.seats.map(({ name }) => name)).toEqual([
      'Ada',
      'Ben',
    ])
  })

  test('twenty people who join at once all get a seat', async () => {
    const { id, code, trainer } = await someCircle()
    await Promise.all(Array.from({ length: 20 }, (_, index) => joined(code, `Person ${index}`)))
    expect((await findOwnCircle(id, trainer))?.circle.seats).toHaveLength(21)
  })

  test('a code shows who leads and how many there are, and nothing to those without it', async () => {
    const { id, code, trainer } = await someCircle()
    const learnerId = await someone()
    expect(await lookUpCode({ code, learnerId, clock })).toEqual({
      kind: 'invited',
      name: 'Tuesday',
      course: 'tiny',
      people: 1,
      trainers: ['Ada'],
    })
    expect(await lookUpCode({ code: 'WRONGCODE', learnerId, clock })).toEqual({ kind: 'unknown' })
    expect(await lookUpCode({ code, learnerId: trainer, clock })).toEqual({ kind: 'member', id })
    await act(id, trainer, { kind: 'renew-code', code: `NEW${code}` })
    expect(await joinCircle({ code, name: 'Ben', learnerId, clock })).toEqual({ kind: 'unknown' })
    await act(id, trainer, { kind: 'close-joining' })
    expect(await lookUpCode({ code: `NEW${code}`, learnerId, clock })).toEqual({ kind: 'unknown' })
  })

  test('a code that another circle has got meanwhile is thrown again, and both stay open', async () => {
    const shut = await someCircle('Shut')
    const other = await someCircle('Other')
    await act(shut.id, shut.trainer, { kind: 'close-joining' })
    await act(other.id, other.trainer, { kind: 'renew-code', code: shut.code })
    const { join } = await act(shut.id, shut.trainer, { kind: 'open-joining' })
    expect(join).toMatchObject({ isOpen: true, code: expect.not.stringMatching(shut.code) })
    const renewed = await act(shut.id, shut.trainer, { kind: 'renew-code', code: shut.code })
    expect(renewed.join.code).not.toBe(shut.code)
    for (const { id, code } of [
      { id: shut.id, code: renewed.join.code },
      { id: other.id, code: shut.code },
    ])
      expect(await joinCircle({ code, name: 'Ben', learnerId: await someone(), clock })).toEqual({
        kind: 'joined',
        id,
      })
  })

  test('for a stranger there is no such circle, whatever they try', async () => {
    const { id } = await someCircle()
    const stranger = await someone()
    expect(await findOwnCircle(id, stranger)).toBeNull()
    for (const event of [
      { kind: 'leave', keepsName: true },
      { kind: 'retire' },
      { kind: 'close' },
    ] as const)
      expect(await changeCircle({ circleId: id, learnerId: stranger, event, clock })).toEqual({
        kind: 'not-found',
      })
  })

  test('the document holds no account and no pseudonym', async () => {
    const { id, code, trainer } = await someCircle()
    const learnerId = await joined(code, 'Ben')
    const [row] = await (await database()).$queryRaw<
      { state: string }[]
    >`SELECT "state" FROM "Circle" WHERE "id" = ${id}`
    for (const secret of [trainer, learnerId]) expect(row?.state).not.toContain(secret)
  })
})

describe('two at once', () => {
  test('the form that starts a circle starts one, sent twice at once or once more later, and never another’s', async () => {
    const learnerId = await someone()
    const wish = {
      name: 'Tuesday',
      course: 'tiny',
      timeZone: 'UTC',
      meetings: [someMeeting(1)],
      trainer: 'Ada',
    }
    const id = newId()
    const begin = (by: string) => createCircle({ id, learnerId: by, wish, clock })
    const started = { kind: 'started', id }
    expect(await Promise.all([begin(learnerId), begin(learnerId)])).toEqual([started, started])
    expect(await begin(learnerId)).toEqual(started)
    expect(await circlesOf(learnerId)).toHaveLength(1)
    const other = await someone()
    expect(await begin(other)).toMatchObject({ kind: 'refused' })
    expect(await circlesOf(other)).toEqual([])
    expect((await findCircle(id))?.circle.seats).toHaveLength(1)
  })

  test('two trainers who tick at the same time do not lose each other’s ticks', async () => {
    const { id, trainer, code } = await someCircle()
    const second = await joined(code, 'Ben')
    await act(id, trainer, { kind: 'make-trainer', seat: await seatOf(id, second) })
    const names = Array.from({ length: 14 }, (_, index) => `p${index}`)
    for (const name of names) await act(id, trainer, { kind: 'add-seat', seat: name, name })
    await Promise.all(
      names.map((seat, index) => act(id, index % 2 ? trainer : second, ticks('m1', seat))),
    )
    expect((await findOwnCircle(id, trainer))?.circle.meetings[0]?.present).toEqual(
      [...names].sort(),
    )
  })

  test('of two plans made to the same plan, the second is refused and sees the first', async () => {
    const { id, trainer } = await someCircle()
    const plan = (hours: number): CircleEvent => ({
      kind: 'replan',
      planRevision: 1,
      meetings: [{ ...someMeeting(1), hours }],
    })
    await act(id, trainer, plan(3))
    const outcome = await changeCircle({ circleId: id, learnerId: trainer, event: plan(4), clock })
    expect(outcome).toMatchObject({
      kind: 'refused',
      reason: 'circles:refused.planChanged',
      circle: { meetings: [{ hours: 3 }] },
    })
  })
})

describe('going', () => {
  test('anyone who leaves is out at once', async () => {
    const { id, code } = await someCircle()
    const learnerId = await joined(code, 'Ben')
    await act(id, learnerId, { kind: 'leave', keepsName: false })
    expect(await findOwnCircle(id, learnerId)).toBeNull()
    expect(await seatsOf(learnerId)).toEqual([])
    expect(JSON.stringify((await findCircle(id))?.circle)).not.toContain('Ben')
  })

  test('anyone who is removed is out at once, cannot come back by the code, and is let in again where that is undone', async () => {
    const { id, code, trainer } = await someCircle()
    const learnerId = await joined(code, 'Ben')
    const seat = await seatOf(id, learnerId)
    await act(id, trainer, { kind: 'remove-seat', seat })
    expect(await findOwnCircle(id, learnerId)).toBeNull()
    expect(await circlesOf(learnerId)).toEqual([])
    expect(await joinCircle({ code, name: 'Benny', learnerId, clock })).toEqual({ kind: 'unknown' })
    await act(id, trainer, { kind: 'restore-seat', seat })
    expect((await findOwnCircle(id, learnerId))?.seatId).toBe(seat)
  })

  test('a week after a removal the seat opens nothing, and is known as theirs for export and erasing alone', async () => {
    const { id, code, trainer } = await someCircle()
    const learnerId = await joined(code, 'Ben')
    const seat = await seatOf(id, learnerId)
    await act(id, trainer, { kind: 'remove-seat', seat })
    await retireCircles({ months: 6, clock: at('2026-03-17') })
    expect(await seatsOf(learnerId)).toMatchObject([{ isFormer: false }])
    await retireCircles({ months: 6, clock: at('2026-03-18') })
    expect(await seatsOf(learnerId)).toEqual([{ circleId: id, seatId: seat, isFormer: true }])
    expect(await findOwnCircle(id, learnerId)).toBeNull()
    await changeCircle({
      circleId: id,
      learnerId: trainer,
      event: { kind: 'restore-seat', seat },
      clock: at('2026-03-18'),
    })
    expect(await findOwnCircle(id, learnerId)).toBeNull()
  })

  test('an erased account leaves a number and no name in its circles, and nobody else loses theirs', async () => {
    const { id, code, trainer } = await someCircle()
    const learnerId = await joined(code, 'Nameless Nightjar')
    await act(id, trainer, ticks('m1', await seatOf(id, learnerId)))
    await forgetInCircles(learnerId, clock)
    await forgetInCircles(learnerId, clock)
    const { circle } = (await findCircle(id))!
    expect(circle.meetings[0]?.present).toHaveLength(1)
    expect(circle.seats.map(({ name }) => name)).toEqual(['Ada', ''])
    expect(await seatsOf(learnerId)).toEqual([])
  })
})

describe('the retention time', () => {
  test('ends with people, notes and words gone and the numbers kept, on its day and not before', async () => {
    const { id, code, trainer } = await someCircle('Neutral Nuthatch')
    const learnerId = await joined(code, 'Benevolent Bee')
    await tickAll(id, trainer)
    await act(id, trainer, { kind: 'count', women: 1, youth: 0 })
    await act(id, trainer, { kind: 'close' }, at('2026-08-31'))
    await retireCircles({ months: 6, clock: at('2027-02-27') })
    expect((await findCircle(id))?.circle.totals).toBeNull()
    await retireCircles({ months: 6, clock: at('2027-02-28') })
    expect((await findCircle(id))?.circle).toMatchObject({
      seats: [],
      meetings: [],
      totals: { meetings: 1, hours: 2, participants: 2, women: 1 },
    })
    expect([await circlesOf(trainer), await circlesOf(learnerId)]).toEqual([[], []])
    await secureErase()
    for (const word of ['Neutral Nuthatch', 'Benevolent Bee', code])
      expect([word, await stored.holds(word)]).toEqual([word, false])
  })

  test('counts from the last meeting of a circle that nobody closed', async () => {
    const { id } = await someCircle()
    await retireCircles({ months: 6, clock: at('2026-10-03') })
    expect((await findCircle(id))?.circle.totals).toBeNull()
    await retireCircles({ months: 6, clock: at('2026-10-04') })
    expect((await findCircle(id))?.circle.totals).toMatchObject({ meetings: 0 })
  })
})

describe('what was hard', () => {
  const section = { chapter: 'a', section: 'one' }

  test('a mark is its owner’s alone, set once and taken back', async () => {
    const { id, code } = await someCircle()
    const [ben, cho] = await Promise.all([joined(code, 'Ben'), joined(code, 'Cho')])
    for (let time = 0; time < 2; time++)
      await changeMark({ circleId: id, learnerId: ben, isHard: true, ...section })
    expect([await ownMarks(id, ben), await ownMarks(id, cho)]).toEqual([[section], []])
    await changeMark({ circleId: id, learnerId: cho, isHard: false, ...section })
    expect(await ownMarks(id, ben)).toEqual([section])
    await changeMark({ circleId: id, learnerId: ben, isHard: false, ...section })
    expect(await ownMarks(id, ben)).toEqual([])
  })

  test('a stranger marks nothing, and the marks of somebody who leaves go with them', async () => {
    const { id, code } = await someCircle()
    const stranger = await someone()
    await changeMark({ circleId: id, learnerId: stranger, isHard: true, ...section })
    expect(await ownMarks(id, stranger)).toEqual([])
    const learnerId = await joined(code, 'Ben')
    await changeMark({ circleId: id, learnerId, isHard: true, ...section })
    await act(id, learnerId, { kind: 'leave', keepsName: false })
    expect(await ownMarks(id, learnerId)).toEqual([])
  })

  test('what somebody marked is forgotten with their seat', async () => {
    const { id, code, trainer } = await someCircle()
    const members = await Promise.all([1, 2].map((number) => joined(code, `Person ${number}`)))
    for (const learnerId of members)
      await changeMark({ circleId: id, learnerId, isHard: true, ...section })
    await act(id, trainer, { kind: 'remove-seat', seat: await seatOf(id, members[0] as string) })
    await retireCircles({ months: 6, clock: at('2026-03-18') })
    expect(await ownMarks(id, members[0] as string)).toEqual([])
    expect(await ownMarks(id, members[1] as string)).toEqual([section])
  })
})

test('somebody can take along all that circles hold of them, and nothing of anyone else', async () => {
  const { id, code, trainer } = await someCircle()
  const learnerId = await joined(code, 'Ben')
  await joined(code, 'Cho')
  const seat = await seatOf(id, learnerId)
  await tickAll(id, trainer)
  await act(id, trainer, {
    kind: 'give-roles',
    meeting: 'm2',
    roles: { leads: seat, remembers: null, notes: null },
  })
  await act(id, trainer, { kind: 'add-task', meeting: 'm1', task: 't', text: 'Bring pens', seat })
  await act(id, learnerId, { kind: 'tell-read', chapter: 'chapter-1' })
  const rows = await exportSeats(learnerId)
  expect(rows).toEqual([
    {
      circle: 'Tuesday',
      name: 'Ben',
      isTrainer: false,
      joinedOn: '2026-03-10',
      sharesProgress: false,
      chaptersRead: 'chapter-1',
      meetings: '2026-03-14',
      roles: '2026-03-21',
      tasks: 'Bring pens',
      named: null,
    },
  ])
})
