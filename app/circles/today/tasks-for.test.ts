import { expect, test } from 'vitest'
import { adds, having, joins, someCircle } from '../../../tests/factories/test-circle.ts'
import { tasksFor } from './tasks-for.ts'

const task = (id: string, text: string, seat: string | null) =>
  ({ kind: 'add-task', meeting: 'm1', task: id, text, seat }) as const

const circle = having(
  someCircle(),
  joins('Ben'),
  adds('Cleo'),
  task('a', 'Bring chairs', null),
  task('b', 'Ask the school for a room', 'ben'),
  task('c', 'Read the rules', 'ada'),
  task('d', 'Buy tea', 'ben'),
  { kind: 'finish-task', meeting: 'm1', task: 'd' },
)

test('somebody has their own tasks before those that nobody has, and no other’s', () => {
  expect(tasksFor(circle, 'ben')).toEqual([
    { id: 'b', text: 'Ask the school for a room', isOwn: true },
    { id: 'a', text: 'Bring chairs', isOwn: false },
  ])
  expect(tasksFor(circle, 'ada').map(({ id }) => id)).toEqual(['c', 'a'])
})

test('a task of a seat that was merged into one’s own is one’s own', () => {
  const merged = having(circle, task('e', 'Sing', 'cleo'), {
    kind: 'merge-seats',
    seat: 'cleo',
    into: 'ben',
  })
  expect(tasksFor(merged, 'ben').map(({ id }) => id)).toEqual(['b', 'e', 'a'])
})
