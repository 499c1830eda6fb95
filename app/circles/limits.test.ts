import { expect, test } from 'vitest'
import { adds, refusalOf, someCircle } from '../../tests/factories/test-circle.ts'

const circle = someCircle()

test.each([
  'Call 077 123 4567',
  'Write to ada@example.org',
  'Ask @ada_l',
  'See t.me/ada',
])('what leads to a person is refused in every text of a circle: %s', (text) => {
  expect(refusalOf(circle, adds(text.slice(0, 40)))).toBe('circles:refused.nameIsContact')
  expect(refusalOf(circle, { kind: 'rename', name: text })).toBe('circles:refused.nameIsContact')
  for (const step of [
    { kind: 'set-aim', aim: text },
    { kind: 'add-decision', meeting: 'm1', decision: 'd', text },
    { kind: 'add-task', meeting: 'm1', task: 't', text, seat: null },
  ] as const)
    expect([step.kind, refusalOf(circle, step)]).toEqual([
      step.kind,
      'circles:refused.noteIsContact',
    ])
})

test('numbers that lead to nobody are accepted', () => {
  const text = 'Collect 1 200 000 dollars by 2026-12-01'
  expect(
    refusalOf(circle, { kind: 'add-task', meeting: 'm1', task: 't', text, seat: null }),
  ).toBeNull()
})
