import { beforeEach, describe, expect, test } from 'vitest'
import { useTestDatabase } from '../../tests/factories/test-database.ts'
import { storeLearner } from '../../tests/factories/test-learner.ts'
import { database } from '../platform/database.server.ts'
import { changeVisit, recordVisit, visitsIn } from './visit-store.server.ts'

useTestDatabase()

let learnerId = ''
beforeEach(async () => {
  learnerId = await storeLearner()
})
const place = (chapter: string, course = 'tiny') => ({ learnerId, course, chapter })
const turns = async (course = 'tiny') =>
  Object.fromEntries(
    (await visitsIn(learnerId, course)).map(({ chapter, turn }) => [chapter, turn]),
  )

describe('a learner who opens chapters', () => {
  test('has each noted once, with the day of the first time, and the latest on top', async () => {
    await recordVisit(place('a'), '2026-03-14')
    await recordVisit(place('b'), '2026-03-15')
    await recordVisit(place('a'), '2026-03-16')
    expect(await turns()).toEqual({ a: 3, b: 2 })
    expect((await visitsIn(learnerId, 'tiny')).find(({ chapter }) => chapter === 'a')).toEqual({
      chapter: 'a',
      openedOn: '2026-03-14',
      readOn: null,
      section: null,
      turn: 3,
    })
  })

  test('in many tabs at once has one row a chapter, and nothing fails', async () => {
    await Promise.all(
      Array.from({ length: 20 }, (_, i) => recordVisit(place(i % 2 ? 'a' : 'b'), '2026-03-14')),
    )
    const visits = await visitsIn(learnerId, 'tiny')
    expect(visits.map(({ chapter }) => chapter).sort()).toEqual(['a', 'b'])
    expect(visits[0]?.turn).not.toBe(visits[1]?.turn)
  })

  test('counts turns over all courses, and sees each course’s own visits', async () => {
    await recordVisit(place('a'), '2026-03-14')
    await recordVisit(place('a', 'other'), '2026-03-14')
    expect(await turns()).toEqual({ a: 1 })
    expect(await turns('other')).toEqual({ a: 2 })
  })

  test('keeps the bookmark and the mark when they open the chapter again', async () => {
    await recordVisit(place('a'), '2026-03-14')
    await changeVisit(place('a'), { readOn: '2026-03-14', section: 'meeting' })
    await recordVisit(place('a'), '2026-03-20')
    expect(await visitsIn(learnerId, 'tiny')).toMatchObject([
      { readOn: '2026-03-14', section: 'meeting', openedOn: '2026-03-14' },
    ])
  })

  test('neither sees nor changes another’s visit', async () => {
    await recordVisit(place('a'), '2026-03-14')
    const stranger = await storeLearner()
    await changeVisit({ ...place('a'), learnerId: stranger }, { section: 'theirs' })
    expect(await visitsIn(stranger, 'tiny')).toEqual([])
    expect(await visitsIn(learnerId, 'tiny')).toMatchObject([{ section: null }])
  })

  test('leaves nothing behind when the account is erased', async () => {
    await recordVisit(place('a'), '2026-03-14')
    await (await database()).learner.delete({ where: { id: learnerId } })
    expect(await visitsIn(learnerId, 'tiny')).toEqual([])
  })
})
