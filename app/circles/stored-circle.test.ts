import { describe, expect, test } from 'vitest'
import { adds, having, joins, someCircle } from '../../tests/factories/test-circle.ts'
import { useTestDatabase } from '../../tests/factories/test-database.ts'
import { storeLearner } from '../../tests/factories/test-learner.ts'
import { database } from '../platform/database.server.ts'
import { changeCircle } from './change-circle.server.ts'
import { findCircle, insertCircle } from './circle-store.server.ts'
import { parseCircle } from './stored-circle.ts'

useTestDatabase()

const circle = having(
  someCircle(),
  joins('Ben'),
  joins('Cho'),
  adds('Benny'),
  { kind: 'merge-seats', seat: 'benny', into: 'ben' },
  { kind: 'tell-read', chapter: 'chapter-1', by: 'ben' },
  { kind: 'share', by: 'ben' },
  { kind: 'propose-trainer', seat: 'cho', by: 'ben' },
)

/** The same circle as a program of the first version stored it. */
const firstVersion = JSON.stringify({
  ...circle,
  version: 1,
  seats: circle.seats.map(({ mergedFrom, chaptersRead, sharesProgress, ...seat }) => ({
    ...seat,
    was: mergedFrom,
    told: chaptersRead,
    shares: sharesProgress,
  })),
  proposal: { seat: 'cho', on: circle.proposal?.on, agreed: circle.proposal?.supporters },
})

describe('a stored circle', () => {
  test('of the first version is read whole', () => {
    expect(circle.seats[1]).toMatchObject({
      mergedFrom: ['benny'],
      chaptersRead: ['chapter-1'],
      sharesProgress: true,
    })
    expect(circle.proposal?.supporters).toEqual(['ben'])
    expect(parseCircle(firstVersion)).toEqual(circle)
  })

  test('of this version is read as it was written', () => {
    expect(parseCircle(JSON.stringify(circle))).toEqual(circle)
  })

  test('of a later version is refused, as this one is by the program before', () => {
    const later = JSON.stringify({ ...circle, version: 3 })
    expect(() => parseCircle(later)).toThrow('A circle of version 3 cannot be read')
  })
})

test('a circle of the first version is stored in this one by its next change', async () => {
  const learnerId = await storeLearner({ day: '2026-03-01' })
  const stored = { id: 'first', revision: 'one', circle }
  await insertCircle(stored, { learnerId, seatId: 'ben' })
  const db = await database()
  await db.circle.update({ where: { id: 'first' }, data: { state: firstVersion } })
  expect((await findCircle('first'))?.circle).toEqual(circle)
  await changeCircle({
    circleId: 'first',
    learnerId,
    event: { kind: 'stop-sharing' },
    clock: { now: () => new Date('2026-03-11T12:00:00Z') },
  })
  const { state } = await db.circle.findUniqueOrThrow({ where: { id: 'first' } })
  expect(JSON.parse(state)).toEqual(having(circle, { kind: 'stop-sharing', by: 'ben' }))
})
