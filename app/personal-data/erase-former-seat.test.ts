import { beforeEach, describe, expect, test } from 'vitest'
import { someMeeting, ticks } from '../../tests/factories/test-circle.ts'
import { useTestDatabase } from '../../tests/factories/test-database.ts'
import { storeLearner } from '../../tests/factories/test-learner.ts'
import { changeCircle } from '../circles/change-circle.server.ts'
import type { CircleEvent } from '../circles/circle.ts'
import { findCircle } from '../circles/circle-store.server.ts'
import { exportSeats } from '../circles/export-seats.server.ts'
import { joinCircle } from '../circles/people/join-circle.server.ts'
import { changeMark } from '../circles/people/mark-store.server.ts'
import { seatsOf } from '../circles/people/member-store.server.ts'
import { retireCircles } from '../circles/retire-circles.server.ts'
import { createCircle } from '../circles/start/create-circle.server.ts'
import type { Clock } from '../platform/clock.ts'
import { newId } from '../platform/random.server.ts'
import { erasePeople } from './erase-person.server.ts'

const stored = useTestDatabase()
const at = (day: string): Clock => ({ now: () => new Date(`${day}T12:00:00Z`) })
/** A name that is nobody else's, and a chapter that nobody else has told of. */
const canaries = ['Canary Kestrel', 'chapter-of-the-canary'] as const

async function onDisk(): Promise<string[]> {
  const found = await Promise.all(canaries.map((text) => stored.holds(text)))
  return canaries.filter((_, i) => found[i])
}

describe('P9: somebody whose place in a circle ended long ago', () => {
  let circleId = ''
  let trainer = ''
  let learner = ''
  let seat = ''
  const act = (by: string, event: CircleEvent, day = '2026-03-10') =>
    changeCircle({ circleId, learnerId: by, event, clock: at(day) }).then((outcome) =>
      expect(outcome.kind).toBe('done'),
    )
  const circle = async () => (await findCircle(circleId))!.circle
  /** What the site does by itself on a day a month later. */
  const aMonthPasses = () => retireCircles({ months: 6, clock: at('2026-04-12') })

  beforeEach(async () => {
    trainer = await storeLearner({ day: '2026-03-01' })
    learner = await storeLearner({ day: '2026-03-01' })
    const wish = {
      name: 'Tuesday',
      course: 'tiny',
      timeZone: 'Africa/Harare',
      meetings: [1, 2, 3].map(someMeeting),
      trainer: 'Ada',
    }
    const begun = await createCircle({
      id: newId(),
      learnerId: trainer,
      wish,
      clock: at('2026-03-10'),
    })
    circleId = (begun as { id: string }).id
    const { code } = (await circle()).join
    await joinCircle({
      code,
      name: canaries[0] as string,
      learnerId: learner,
      clock: at('2026-03-10'),
    })
    seat = (await seatsOf(learner))[0]!.seatId
    await act(trainer, ticks('m1', seat))
    await act(trainer, {
      kind: 'give-roles',
      meeting: 'm1',
      roles: { leads: seat, remembers: null, notes: null },
    })
    await act(trainer, {
      kind: 'add-task',
      meeting: 'm1',
      task: 'task',
      text: 'Bring chairs',
      seat,
    })
    await act(trainer, {
      kind: 'add-task',
      meeting: 'm1',
      task: 'other',
      text: `Ask ${canaries[0]} for the key`,
      seat: null,
    })
    await act(trainer, {
      kind: 'add-decision',
      meeting: 'm1',
      decision: 'decision',
      text: `${canaries[0]} takes notes`,
    })
    await act(trainer, { kind: 'set-aim', aim: `To learn from ${canaries[0]}.` })
    await act(learner, { kind: 'tell-read', chapter: canaries[1] as string })
    await act(learner, { kind: 'share' })
    await act(learner, { kind: 'propose-trainer', seat })
    await changeMark({
      circleId,
      learnerId: learner,
      isHard: true,
      chapter: canaries[1] as string,
      section: 'door',
    })
  })

  const endings: [string, () => Promise<void>][] = [
    ['a trainer took them off the list', () => act(trainer, { kind: 'remove-seat', seat })],
    [
      'they left, and let their name stay in the report',
      () => act(learner, { kind: 'leave', keepsName: true }),
    ],
    [
      'they were taken off the list and came back as a word on it',
      async () => {
        await act(trainer, { kind: 'remove-seat', seat })
        await aMonthPasses()
        await act(trainer, { kind: 'restore-seat', seat }, '2026-04-12')
      },
    ],
    [
      'they left, and the word with their name was united with another word',
      async () => {
        await act(learner, { kind: 'leave', keepsName: true })
        await act(trainer, { kind: 'add-seat', seat: 'word', name: `${canaries[0]} again` })
        await act(trainer, { kind: 'merge-seats', seat, into: 'word' })
      },
    ],
  ]

  test.each(
    endings,
  )('takes along what the circle still has, and erases it, after %s', async (_, end) => {
    await end()
    await aMonthPasses()
    expect(await onDisk()).toContain(canaries[0])
    expect(await exportSeats(learner)).toMatchObject([
      {
        circle: 'Tuesday',
        meetings: '2026-03-14',
        roles: '2026-03-14',
        tasks: 'Bring chairs',
        named: expect.stringMatching(
          /^To learn from NAME\.; NAME takes notes; Ask NAME for the key$/.source.replaceAll(
            'NAME',
            `${canaries[0]}( again)?`,
          ),
        ),
      },
    ])
    await erasePeople([learner], { published: 'remove' })
    expect(await onDisk()).toEqual([])
    const { aim, seats, meetings } = await circle()
    expect(aim).toBe('To learn from ….')
    expect(seats.map(({ name }) => name).sort()).toEqual(['', 'Ada'])
    // That somebody was there stays, as a number.
    expect(meetings[0]?.present).toHaveLength(1)
    expect(await seatsOf(learner)).toEqual([])
  })

  test('has nothing left there, and no link to them is kept, after they left without their name', async () => {
    await act(learner, { kind: 'leave', keepsName: false })
    expect(await seatsOf(learner)).toEqual([])
    expect((await circle()).seats.map(({ name, chaptersRead }) => [name, chaptersRead])).toEqual([
      ['Ada', []],
      ['', []],
    ])
  })

  test('erases nothing of somebody else with whose place theirs was united', async () => {
    await act(learner, { kind: 'leave', keepsName: true })
    const other = await storeLearner({ day: '2026-03-01' })
    await joinCircle({
      code: (await circle()).join.code,
      name: 'Otto',
      learnerId: other,
      clock: at('2026-03-10'),
    })
    await act(trainer, { kind: 'merge-seats', seat, into: (await seatsOf(other))[0]!.seatId })
    await erasePeople([learner], { published: 'remove' })
    expect(await onDisk()).toEqual([])
    expect((await circle()).seats.map(({ name }) => name).sort()).toEqual(['Ada', 'Otto'])
  })

  test('comes back by the code, in a new place, and erases both', async () => {
    await act(trainer, { kind: 'remove-seat', seat })
    await aMonthPasses()
    const code = (await circle()).join.code
    expect(
      await joinCircle({ code, name: 'Kes', learnerId: learner, clock: at('2026-04-12') }),
    ).toMatchObject({ kind: 'joined' })
    expect(await exportSeats(learner)).toHaveLength(2)
    await erasePeople([learner], { published: 'remove' })
    expect(await onDisk()).toEqual([])
    expect((await circle()).seats.map(({ name }) => name).sort()).toEqual(['', '', 'Ada'])
  })
})
