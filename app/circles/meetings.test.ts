import { beforeEach, describe, expect, test } from 'vitest'
import { holds, someMeeting, ticks } from '../../tests/factories/test-circle.ts'
import { useTestDatabase } from '../../tests/factories/test-database.ts'
import { i18nFor, type Translate } from '../i18n/i18n.ts'
import { languages } from '../i18n/languages.ts'
import { erasePeople } from '../personal-data/erase-person.server.ts'
import { database } from '../platform/database.server.ts'
import { newId } from '../platform/random.server.ts'
import { calendarOf, calendarOfFeed, renewFeed } from './calendar/calendar-of.server.ts'
import { hasFeed, storeFeed } from './calendar/feed-store.server.ts'
import { changeCircle } from './change-circle.server.ts'
import type { CircleEvent } from './circle.ts'
import { readUndoWord } from './meetings/meeting-form.ts'
import { requireMeeting } from './meetings/require-meeting.ts'
import { joinCircle } from './people/join-circle.server.ts'
import { requireOwnCircle } from './require-circle.server.ts'
import { createCircle } from './start/create-circle.server.ts'

const stored = useTestDatabase()
const clock = { now: () => new Date('2026-03-14T12:00:00Z') }
const style = { t: i18nFor(languages[0]!).t as Translate, withName: false, clock }
const [ada, bo, eve] = ['learner-ada', 'learner-bo', 'learner-eve'] as const
let circleId = ''

async function makeLearner(id: string) {
  const account = {
    pseudonym: id,
    pseudonymKey: id,
    passphraseHash: 'x',
    createdOn: '2026-03-01',
    lastSeenOn: '2026-03-01',
  }
  await (await database()).learner.upsert({ where: { id }, create: { id, ...account }, update: {} })
}

beforeEach(async () => {
  for (const learner of [ada, bo, eve]) await makeLearner(learner)
  const wish = {
    name: 'Tuesdays',
    course: 'tiny',
    timeZone: 'Africa/Harare',
    trainer: 'Ada',
    meetings: [someMeeting(1), someMeeting(2)],
  }
  const begun = await createCircle({ id: newId(), learnerId: ada, clock, wish })
  if (begun.kind !== 'started') throw new Error(begun.reason)
  circleId = begun.id
  const { circle } = await requireOwnCircle({ circleId, learnerId: ada, clock })
  await joinCircle({ code: circle.join.code, name: 'Bo', learnerId: bo, clock })
  for (const name of ['Siw', 'Tom', 'Una', 'Viv'])
    await act({ kind: 'add-seat', seat: name.toLowerCase(), name })
})

const act = (event: CircleEvent, learnerId: string = ada) =>
  changeCircle({ circleId, learnerId, event, clock })
const circle = async () => (await requireOwnCircle({ circleId, learnerId: ada, clock })).circle
const statusOf = async (work: () => unknown) => {
  try {
    await work()
  } catch (thrown) {
    return (thrown as Response).status
  }
}

describe('the meeting of an address', () => {
  test('is not found by a number that there is not', async () => {
    for (const number of ['0', '3', '-1', '01', '1.0', 'x', undefined])
      expect(await statusOf(async () => requireMeeting(await circle(), number))).toBe(404)
    expect(requireMeeting(await circle(), '2').meeting.id).toBe('m2')
  })

  test('is the one that a form names, whatever its number is by now', async () => {
    expect(requireMeeting(await circle(), '2', 'm1')).toMatchObject({
      meeting: { id: 'm1' },
      number: 1,
    })
    expect(await statusOf(async () => requireMeeting(await circle(), '2', 'gone'))).toBe(404)
  })
})

describe('a word that undoes ticks, made by somebody else', () => {
  const undoing = async (word: string, learnerId: string = ada) => {
    const change = readUndoWord(word)
    return change && act({ kind: 'record-attendance', meeting: 'm1', ...change }, learnerId)
  }
  test.each([
    ['with a seat of another circle', 'held.2.elsewhere_planned.2', 'refused'],
    ['of another time, when the hours were others', 'held.3.siw_held.1', 'refused'],
    ['with hours that nobody can hold', 'held.2_held.9', 'refused'],
    [
      'with names that mean something to JavaScript',
      'held.2.constructor_held.2.valueof',
      'refused',
    ],
    ['that is none', 'held.2.__proto___planned.2', undefined],
    ['that goes on', 'held.2_planned.2_held.2', undefined],
  ])('%s changes nothing', async (_, word, kind) => {
    await act(ticks('m1', 'siw', 'tom'))
    const before = await circle()
    expect((await undoing(word))?.kind).toBe(kind)
    expect(await circle()).toEqual(before)
  })

  test('changes nothing for somebody who leads no circle, or another', async () => {
    await act(ticks('m1', 'siw', 'tom'))
    const before = await circle()
    const word = 'held.2.siw.tom_planned.2'
    expect((await undoing(word, bo))?.kind).toBe('refused')
    expect((await undoing(word, eve))?.kind).toBe('not-found')
    expect(await circle()).toEqual(before)
  })
})

describe('two trainers who tick at the same time', () => {
  test('lose none of each other’s ticks, though both began with the same empty page', async () => {
    const seat = (await circle()).seats.find(({ name }) => name === 'Bo')!.id
    await act({ kind: 'make-trainer', seat })
    const outcomes = await Promise.all([
      act(ticks('m1', 'siw', 'tom', 'una')),
      act(ticks('m1', 'viv', 'tom', seat), bo),
    ])
    expect(outcomes.map(({ kind }) => kind)).toEqual(['done', 'done'])
    expect((await circle()).meetings[0]!.present).toEqual(['siw', 'tom', 'una', 'viv', seat].sort())
  })

  test('hear of one that is refused, and nothing of that form is stored', async () => {
    const before = await circle()
    expect(await act(ticks('m1', 'siw', 'nobody', 'tom'))).toMatchObject({ kind: 'refused' })
    expect(await act(holds('m1', 99))).toMatchObject({ kind: 'refused' })
    expect(await circle()).toEqual(before)
  })
})

describe('a calendar', () => {
  test('tells neither the circle’s name nor its course unless that is wished', async () => {
    const file = calendarOf({ id: circleId, circle: await circle() }, style)
    expect(file).not.toMatch(/Tuesdays|tiny|Ada|chapter|Harare/)
    expect(file).toContain('SUMMARY:Meeting 2')
    const named = calendarOf({ id: circleId, circle: await circle() }, { ...style, withName: true })
    expect(named).toContain('SUMMARY:Tuesdays: Meeting 2')
    for (const all of [file, named]) expect(all).not.toContain(circleId)
  })

  test('keeps a meeting’s id when it is moved, and counts the change', async () => {
    const uids = (file: string) => [...file.matchAll(/UID:(\w+)/g)].map(([, uid]) => uid)
    const before = calendarOf({ id: circleId, circle: await circle() }, style)
    await act({ kind: 'move-meeting', meeting: 'm1', day: '2026-03-20', start: '17:00' })
    const after = calendarOf({ id: circleId, circle: await circle() }, style)
    expect(uids(after).sort()).toEqual(uids(before).sort())
    expect(
      [before, after].map((file) =>
        [...file.matchAll(/SEQUENCE:(\d)/g)].map(([, number]) => number).sort(),
      ),
    ).toEqual([
      ['0', '0'],
      ['0', '1'],
    ])
    expect(after).toContain('DTSTART:20260320T150000Z')
  })

  test('is found by the feed’s token alone, of which the database holds only a hash', async () => {
    const token = await renewFeed(circleId, bo)
    expect(token).toMatch(/^[\w-]{32}$/)
    expect(await calendarOfFeed(token, style)).toContain('BEGIN:VEVENT')
    expect(await stored.holds(token)).toBe(false)
  })

  test('has the circle’s name where its owner chose so, and nobody who has a neutral address can ask for it', async () => {
    const { name } = await circle()
    const named = await renewFeed(circleId, bo, { withName: true })
    expect(await calendarOfFeed(named, style)).toContain(name)
    const neutral = await renewFeed(circleId, bo)
    expect(
      await calendarOfFeed(neutral, { ...style, withName: true } as typeof style),
    ).not.toContain(name)
    expect(await calendarOfFeed(`${neutral.slice(0, -1)}N`, style)).toBeNull()
  })

  test('stops with a new token, when it is stopped, and when its owner is removed', async () => {
    const first = await renewFeed(circleId, bo)
    const second = await renewFeed(circleId, bo)
    expect(await calendarOfFeed(first, style)).toBeNull()
    expect(await calendarOfFeed(second, style)).not.toBeNull()
    expect(await hasFeed(circleId, bo)).toBe(true)
    await storeFeed(circleId, bo, null)
    expect(await calendarOfFeed(second, style)).toBeNull()
    const third = await renewFeed(circleId, bo)
    const seat = (await circle()).seats.find(({ name }) => name === 'Bo')!.id
    await act({ kind: 'remove-seat', seat })
    expect(await calendarOfFeed(third, style)).toBeNull()
    expect(await hasFeed(circleId, bo)).toBe(false)
  })

  test('is over when its owner has left or is erased, and does not come back with a seat that is given back', async () => {
    const seatOf = async (who: string) =>
      (await circle()).seats.find(({ name }) => name === who)!.id
    const removed = await renewFeed(circleId, bo)
    await act({ kind: 'remove-seat', seat: await seatOf('Bo') })
    await act({ kind: 'restore-seat', seat: await seatOf('Bo') })
    expect(await calendarOfFeed(removed, style)).toBeNull()

    const left = await renewFeed(circleId, bo)
    expect(await calendarOfFeed(left, style)).not.toBeNull()
    await act({ kind: 'leave', keepsName: false }, bo)
    expect(await calendarOfFeed(left, style)).toBeNull()

    await joinCircle({ code: (await circle()).join.code, name: 'Eve', learnerId: eve, clock })
    const erased = await renewFeed(circleId, eve)
    expect(await calendarOfFeed(erased, style)).not.toBeNull()
    await erasePeople([eve], { published: 'remove' })
    expect(await calendarOfFeed(erased, style)).toBeNull()
  })

  test('cannot be made by somebody without a seat', async () => {
    const token = await renewFeed(circleId, eve)
    expect(await calendarOfFeed(token, style)).toBeNull()
  })
})
