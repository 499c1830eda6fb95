import { expect, test } from 'vitest'
import { refused } from '../refusal.ts'
import { fieldOf, newCircleForm, problemsOfWish } from './new-circle-form.ts'

const good = {
  name: 'Round table',
  trainer: 'Ada',
  course: 'tiny',
  firstDay: '2026-03-14',
  start: '18:30',
  timeZone: 'Africa/Harare',
}
const around = { courses: new Set(['tiny']), today: '2026-03-07' }

test.each([
  ['nameMissing', { name: ' ' }, 'name'],
  ['nameIsContact', { trainer: 'ada@example.org' }, 'trainer'],
  ['nameReserved', { trainer: 'Moderator' }, 'trainer'],
  ['courseUnknown', { course: 'large' }, 'course'],
  ['dayUnknown', { firstDay: '' }, 'firstDay'],
  ['dayUnknown', { firstDay: '2026-02-30' }, 'firstDay'],
  ['dayTooFar', { firstDay: '2031-01-01' }, 'firstDay'],
  ['timeUnknown', { start: '25:00' }, 'start'],
  ['timeZoneUnknown', { timeZone: '' }, 'timeZone'],
] as const)('what is wrong with a wish stands beside its field: %s of %j', (reason, wrong, field) => {
  expect(problemsOfWish({ ...good, ...wrong }, around)).toEqual({
    [field]: expect.objectContaining({ reason: `circles:refused.${reason}` }),
  })
})

test('all that is wrong is told at once, in the order of the page', () => {
  const all = { name: '', trainer: '', course: '', firstDay: 'x', start: 'x', timeZone: 'x' }
  expect(Object.keys(problemsOfWish(all, around))).toEqual(Object.keys(good))
  expect(problemsOfWish(good, around)).toEqual({})
})

test('the numbers that a circle can have are those that the form takes', () => {
  const problemOf = (field: 'meetings' | 'hoursEach', typed: string) =>
    newCircleForm.shape[field].safeParse(typed).error?.issues[0]?.message
  for (const typed of ['1', '40']) expect(problemOf('meetings', typed)).toBeUndefined()
  for (const typed of ['', '0', '41', '1.5', '-3', 'ten'])
    expect(problemOf('meetings', typed)).toBe('circles:badMeetings')
  for (const typed of ['1', '8']) expect(problemOf('hoursEach', typed)).toBeUndefined()
  for (const typed of ['0', '9']) expect(problemOf('hoursEach', typed)).toBe('circles:badHoursEach')
})

test('a plan that leads too far or has no room stands beside the number of meetings', () => {
  expect(fieldOf(refused('circles:refused.dayTooFar'))).toBe('meetings')
  expect(fieldOf(refused('circles:refused.openFormAgain'))).toBe('id')
})
