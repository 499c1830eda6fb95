import { describe, expect, test } from 'vitest'
import { someMeeting } from '../../tests/factories/test-circle.ts'
import { useTestDatabase } from '../../tests/factories/test-database.ts'
import { storeLearner } from '../../tests/factories/test-learner.ts'
import { languages } from '../i18n/languages.ts'
import { newId } from '../platform/random.server.ts'
import { circlesOf, findCircle } from './circle-store.server.ts'
import { joinCircle } from './people/join-circle.server.ts'
import { createCircle } from './start/create-circle.server.ts'
import { upcomingMeeting } from './upcoming-meeting.server.ts'

useTestDatabase()

const at = (day: string) => new Date(`${day}T12:00:00Z`)
const clock = { now: () => at('2026-03-07') }

/** A circle that meets first on 14 March and then weekly, and who leads it. */
async function someCircle(leader: string, name = 'Tuesday') {
  const begun = await createCircle({
    id: newId(),
    learnerId: leader,
    wish: {
      name,
      course: 'tiny',
      timeZone: 'Africa/Harare',
      meetings: [1, 2].map(someMeeting),
      trainer: 'Ada',
    },
    clock,
  })
  if (begun.kind !== 'started') throw new Error(begun.reason)
  return { id: begun.id, code: (await findCircle(begun.id))!.circle.join.code }
}

const comingTo = async (learnerId: string, day: string) =>
  upcomingMeeting({
    circles: await circlesOf(learnerId),
    learnerId,
    language: languages.find(({ tag }) => tag === 'en')!,
    now: at(day),
    catalogue: { courses: new Map() },
  })

describe('the meeting that comes up', () => {
  test('is there from a week before until its day, and then the next one', async () => {
    const leader = await storeLearner()
    const { id } = await someCircle(leader)
    expect(await comingTo(leader, '2026-03-06')).toBeNull()
    const first = { isLeader: true, address: `/en/circles/${id}/meetings/1/run-sheet` }
    for (const day of ['2026-03-07', '2026-03-14'])
      expect(await comingTo(leader, day)).toMatchObject(first)
    expect(await comingTo(leader, '2026-03-15')).toMatchObject({ day: '2026-03-21' })
    expect(await comingTo(leader, '2026-03-22')).toBeNull()
  })

  test('leads who only takes part to the meeting, not to its run sheet', async () => {
    const { id, code } = await someCircle(await storeLearner())
    const member = await storeLearner()
    await joinCircle({ code, name: 'Bo', learnerId: member, clock })
    expect(await comingTo(member, '2026-03-10')).toMatchObject({
      isLeader: false,
      address: `/en/circles/${id}/meetings/1`,
    })
  })

  test('is the one that somebody leads, where they go to two', async () => {
    const person = await storeLearner()
    const { code } = await someCircle(await storeLearner(), 'Other')
    await joinCircle({ code, name: 'Bo', learnerId: person, clock })
    await someCircle(person, 'Own')
    expect(await comingTo(person, '2026-03-10')).toMatchObject({ name: 'Own', isLeader: true })
    expect(await comingTo(await storeLearner(), '2026-03-10')).toBeNull()
  })
})
