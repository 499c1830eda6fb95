import { expect, test } from 'vitest'
import { useTestDatabase } from '../../../tests/factories/test-database.ts'
import { database } from '../../platform/database.server.ts'
import { summariseCircles } from './organisation-summary.server.ts'

useTestDatabase()
const clock = { now: () => new Date('2026-11-21T12:00:00Z') }

async function store(
  id: string,
  row: { course?: string; lastOn: string; participants: number; meetings?: number; women?: number; youth?: number },
) {
  const { course = 'run-a-party', meetings = 3, ...rest } = row
  const data = { id, revision: 'r', state: '{}', name: id, course, startedOn: '2026-01-01', meetings, hours: 9, attendances: 9, ...rest }
  await (await database()).circle.create({ data })
}

test('P12: a host sees circles of quarters that are over, by course and quarter, and groups of fewer than five only together', async () => {
  await store('a', { lastOn: '2026-03-31', participants: 4, women: 3, youth: 0 })
  await store('b', { lastOn: '2026-01-02', participants: 3, women: 3, youth: 1 })
  await store('c', { lastOn: '2026-04-01', participants: 9 })
  await store('d', { lastOn: '2026-09-30', participants: 2, course: 'other' })
  await store('e', { lastOn: '2026-10-01', participants: 100, women: 50, youth: 50 })
  await store('f', { lastOn: '2026-05-01', participants: 0, meetings: 0 })
  const { summary, women, youth } = await summariseCircles({ clock })
  expect(summary).toEqual({
    groups: [{ course: 'run-a-party', quarter: '2026-Q2', circles: 1, people: 9, meetings: 3, hours: 9 }],
    // Two people alone are too few: the smallest group that could be shown is put with them.
    other: { circles: 3, people: 9, meetings: 9, hours: 27 },
    total: { circles: 4, people: 18, meetings: 12, hours: 36 },
  })
  // Six of seven were women: one other person would be told of.
  expect([women, youth]).toEqual([null, null])
})
