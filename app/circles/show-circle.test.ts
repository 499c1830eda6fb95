import { expect, test } from 'vitest'
import { having, someCircle, ticks } from '../../tests/factories/test-circle.ts'
import { languages } from '../i18n/languages.ts'
import { listMeetings, nextMeeting } from './show-circle.ts'

// Meetings on 14, 21 and 28 March at 18:30 in Harare, which is two hours ahead of UTC.
const circle = someCircle()
const at = (moment: string) => {
  const now = new Date(moment)
  return { now, listed: listMeetings(circle, undefined, languages[0]!, now) }
}

test.each([
  ['the day before', '2026-03-13T12:00:00Z', 'm1'],
  ['its own day, before it begins', '2026-03-14T06:00:00Z', 'm1'],
  ['its own day, when it has begun', '2026-03-14T20:00:00Z', 'm1'],
  ['the last minute of its day where the circle meets', '2026-03-14T21:59:00Z', 'm1'],
  ['the minute after', '2026-03-14T22:00:00Z', 'm2'],
])('the next meeting on %s', (_, moment, id) => {
  const { now, listed } = at(moment)
  expect(nextMeeting(listed, circle, now)?.id).toBe(id)
})

test('there is none after the last, nor one that was held or cancelled', () => {
  const { now, listed } = at('2026-03-29T12:00:00Z')
  expect(nextMeeting(listed, circle, now)).toBeNull()
  const lived = having(circle, ticks('m1', 'ada'), { kind: 'cancel-meeting', meeting: 'm2' })
  const early = new Date('2026-03-10T12:00:00Z')
  expect(nextMeeting(listMeetings(lived, undefined, languages[0]!, early), lived, early)?.id).toBe(
    'm3',
  )
})

test('a meeting whose day has passed without a word looks so, and one that was held, cancelled or is today does not', () => {
  const lived = having(circle, ticks('m1', 'ada'))
  const now = new Date('2026-03-28T12:00:00Z')
  expect(
    listMeetings(lived, undefined, languages[0]!, now).map(({ isUnrecorded }) => isUnrecorded),
  ).toEqual([false, true, false])
  const cancelled = having(lived, { kind: 'cancel-meeting', meeting: 'm2' })
  expect(listMeetings(cancelled, undefined, languages[0]!, now)[1]?.isUnrecorded).toBe(false)
})
