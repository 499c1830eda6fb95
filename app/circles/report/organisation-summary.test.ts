import { expect, test } from 'vitest'
import { firstDayOfQuarter, lastDueQuarter, quarterOf, summarise } from './organisation-summary.ts'

test('a quarter begins in January, April, July and October', () => {
  const days = ['2026-01-01', '2026-03-31', '2026-04-01', '2026-09-30', '2026-12-31']
  expect(days.map(firstDayOfQuarter)).toEqual([
    '2026-01-01',
    '2026-01-01',
    '2026-04-01',
    '2026-07-01',
    '2026-10-01',
  ])
  expect(days.map(quarterOf)).toEqual(['2026-Q1', '2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4'])
})

test('the sums of a quarter are due when no circle that was closed in it can be opened again', () => {
  const due = [
    '2026-04-01',
    '2026-04-30',
    '2026-05-01',
    '2026-07-30',
    '2026-07-31',
    '2027-01-31',
  ].map(lastDueQuarter)
  expect(due.map(({ quarter }) => quarter)).toEqual([
    '2025-Q4',
    '2025-Q4',
    '2026-Q1',
    '2026-Q1',
    '2026-Q2',
    '2026-Q4',
  ])
  expect(due.map(({ before }) => before)).toEqual([
    '2026-01-01',
    '2026-01-01',
    '2026-04-01',
    '2026-04-01',
    '2026-07-01',
    '2027-01-01',
  ])
})

test('a summary has the latest quarter first, and adds up', () => {
  const sum = { circles: 1, people: 7, meetings: 4, hours: 12 }
  const summary = summarise([
    { ...sum, quarter: '2026-Q1', course: 'b' },
    { ...sum, quarter: '2026-Q2', course: 'b', people: 5 },
    { ...sum, quarter: '2026-Q1', course: 'a' },
  ])
  expect(summary?.quarters.map(({ quarter, course }) => `${quarter} ${course}`)).toEqual([
    '2026-Q2 b',
    '2026-Q1 a',
    '2026-Q1 b',
  ])
  expect(summary?.total).toEqual({ circles: 3, people: 19, meetings: 12, hours: 36 })
  expect(summarise([])).toBeNull()
})
