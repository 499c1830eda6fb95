import { beforeEach, describe, expect, test } from 'vitest'
import { useTestDatabase } from '../../../tests/factories/test-database.ts'
import { database } from '../../platform/database.server.ts'
import { showSummary, sumUpQuarters } from './organisation-summary.server.ts'

useTestDatabase()

const sumUpOn = (day: string) => sumUpQuarters({ now: () => new Date(`${day}T12:00:00Z`) })

async function store(
  id: string,
  row: { course?: string; lastOn: string; participants: number; meetings?: number },
) {
  const { course = 'run-a-party', meetings = 3, ...rest } = row
  const data = {
    id,
    revision: 'r',
    state: '{}',
    name: id,
    course,
    startedOn: '2026-01-01',
    meetings,
    hours: 9,
    attendances: 9,
    ...rest,
  }
  await (await database()).circle.create({ data })
}
const change = async (id: string, row: { lastOn?: string; participants?: number }) =>
  (await database()).circle.update({ where: { id }, data: row })
const sum = (quarter: string, people: number, circles = 1, course = 'run-a-party') => ({
  course,
  quarter,
  circles,
  people,
  meetings: 3 * circles,
  hours: 9 * circles,
})
const quartersOf = async () => (await showSummary())?.quarters ?? []

beforeEach(async () => {
  const db = await database()
  await db.circle.deleteMany()
  await db.quarterSum.deleteMany()
  await db.summedQuarter.deleteMany()
})

describe('P12: the sums of a quarter', () => {
  test('are of circles that ended in it, by course, and of circles of five people or more alone', async () => {
    await store('a', { lastOn: '2026-03-31', participants: 5 })
    await store('b', { lastOn: '2026-01-02', participants: 9 })
    await store('small', { lastOn: '2026-02-01', participants: 4 })
    await store('other', { lastOn: '2026-03-01', participants: 6, course: 'other' })
    await store('next', { lastOn: '2026-04-01', participants: 8 })
    await store('earlier', { lastOn: '2025-12-31', participants: 7 })
    await store('nobody-came', { lastOn: '2026-03-01', participants: 0, meetings: 0 })
    await sumUpOn('2026-05-01')
    expect(await quartersOf()).toEqual([
      sum('2026-Q1', 6, 1, 'other'),
      sum('2026-Q1', 14, 2),
      sum('2025-Q4', 7),
    ])
  })

  test('tell a host who leads a circle of puppets nothing of another circle of fewer than five', async () => {
    const puppets = () => store('puppets', { lastOn: '2026-03-01', participants: 5 })
    await puppets()
    await sumUpOn('2026-05-01')
    const alone = await quartersOf()
    const db = await database()
    await db.$transaction([
      db.circle.deleteMany(),
      db.quarterSum.deleteMany(),
      db.summedQuarter.deleteMany(),
    ])
    await puppets()
    await store('target', { lastOn: '2026-03-01', participants: 1 })
    await sumUpOn('2026-05-01')
    expect(await quartersOf()).toEqual(alone)
  })

  test('are not there before they are due', async () => {
    await store('a', { lastOn: '2026-03-31', participants: 8 })
    await sumUpOn('2026-04-30')
    expect(await showSummary()).toBeNull()
  })

  test('never change, no matter who came or is taken out of an ended circle later', async () => {
    await store('a', { lastOn: '2026-03-31', participants: 8 })
    await store('small', { lastOn: '2026-03-31', participants: 4 })
    await sumUpOn('2026-05-01')
    for (const participants of [9, 7, 5, 0]) {
      await change('a', { participants })
      await change('small', { participants: 5 })
      await sumUpOn('2026-05-02')
      expect(await quartersOf()).toEqual([sum('2026-Q1', 8)])
    }
    await sumUpOn('2026-08-01')
    expect(await quartersOf()).toEqual([sum('2026-Q1', 8)])
  })

  test('have each circle once, in the quarter in which it first ended', async () => {
    await store('a', { lastOn: '2026-03-31', participants: 8 })
    await sumUpOn('2026-05-01')
    await change('a', { lastOn: '2026-06-10', participants: 9 })
    await store('b', { lastOn: '2026-06-10', participants: 6 })
    await sumUpOn('2026-08-01')
    expect(await quartersOf()).toEqual([sum('2026-Q2', 6), sum('2026-Q1', 8)])
  })

  test('take no circle whose end is moved back into a quarter that was summed', async () => {
    await store('late', { lastOn: '2026-06-10', participants: 8, course: 'other' })
    await store('a', { lastOn: '2026-03-31', participants: 8 })
    await sumUpOn('2026-05-01')
    await change('late', { lastOn: '2026-03-10' })
    await sumUpOn('2026-08-01')
    expect(await quartersOf()).toEqual([sum('2026-Q1', 8)])
  })

  test('are made once where two processes make them', async () => {
    await store('a', { lastOn: '2026-03-31', participants: 8 })
    await Promise.all(Array.from({ length: 4 }, () => sumUpOn('2026-05-01')))
    expect(await quartersOf()).toEqual([sum('2026-Q1', 8)])
  })
})
