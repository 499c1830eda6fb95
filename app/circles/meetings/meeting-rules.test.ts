import { expect, test } from 'vitest'
import { adds, having, refusalOf, someCircle } from '../../../tests/factories/test-circle.ts'

const circle = having(someCircle(), adds('Word'))
const decides = (text: string) =>
  ({ kind: 'add-decision', meeting: 'm1', decision: 'form', text }) as const
const asks = (text: string, seat: string | null) =>
  ({ kind: 'add-task', meeting: 'm1', task: 'form', text, seat }) as const

test('a decision is there once where its form was sent twice, and beside one that it was sent with before', () => {
  const after = having(
    circle,
    decides('We meet at six'),
    decides(' We  meet at six'),
    decides('We meet at seven'),
    decides('We meet at seven'),
  )
  expect(after.meetings[0]?.decisions.map(({ text }) => text)).toEqual([
    'We meet at six',
    'We meet at seven',
  ])
})

test('a task is there once for each who is asked and each that is asked', () => {
  const after = having(
    circle,
    asks('Bring chairs', null),
    asks('Bring chairs', null),
    asks('Bring chairs', 'word'),
    asks('Bring tea', 'word'),
  )
  expect(after.meetings[0]?.tasks.map(({ text, seat }) => [text, seat])).toEqual([
    ['Bring chairs', null],
    ['Bring chairs', 'word'],
    ['Bring tea', 'word'],
  ])
})

test('a task is given to nobody who has left', () => {
  const without = having(circle, { kind: 'remove-seat', seat: 'word' })
  expect(refusalOf(without, asks('Bring chairs', 'word'))).toBe('circles:refused.seatUnknown')
})
