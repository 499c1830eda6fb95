import { expect, test } from 'vitest'
import { adds, having, joins, someCircle, ticks } from '../../../tests/factories/test-circle.ts'
import { findSeat } from '../circle.ts'
import { showPeople } from './show-people.ts'

const circle = having(
  someCircle(),
  adds('Word'),
  joins('Ben'),
  joins('Cho'),
  ticks('m1', 'ben'),
  { kind: 'leave', keepsName: true, by: 'ben' },
  { kind: 'leave', keepsName: false, by: 'cho' },
  { kind: 'join', seat: 'ben-again', name: 'Ben', code: 'CODE', by: null },
)
const shownTo = (seat: string) => showPeople(circle, findSeat(circle, seat)!, (day) => day)

test('a trainer can unite who came back with the name that they left, and nobody with a place that has no name', () => {
  expect(shownTo('ada').words).toEqual([
    { id: 'word', name: 'Word' },
    { id: 'ben', name: 'Ben' },
  ])
  const united = having(circle, { kind: 'merge-seats', seat: 'ben', into: 'ben-again' })
  expect(united.meetings[0]?.present).toEqual(['ben-again'])
  expect(united.seats.map(({ id }) => id)).toEqual(['ada', 'word', 'cho', 'ben-again'])
})

test('a member is told of nobody who has gone', () => {
  expect(shownTo('ben-again')).toMatchObject({ words: [], left: [] })
})
