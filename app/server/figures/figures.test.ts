import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { useTestDatabase } from '../../../tests/factories/test-database.ts'
import { storeLearner } from '../../../tests/factories/test-learner.ts'
import { translate } from '../../i18n/i18n.ts'
import { findLanguage } from '../../i18n/languages.ts'
import { database } from '../../platform/database.server.ts'
import { findBackups } from './backups.server.ts'
import { countDaily, dailyCounts, roundCounts } from './daily-counts.server.ts'
import { openMetrics } from './open-metrics.ts'
import { noteRegularWork } from './regular-work.ts'
import { pageTimes, siteFigures } from './site-figures.server.ts'
import { countRows, serverRows, timesTable } from './told-figures.ts'

useTestDatabase()

const clockAt = (moment: string) => ({ now: () => new Date(moment) })
const english = findLanguage('en')
const telling = (moment: string) => ({
  t: translate(english as NonNullable<typeof english>),
  lang: 'en',
  now: new Date(moment),
})

async function answer(learnerId: string): Promise<void> {
  await (await database()).attempt.create({
    data: {
      learnerId,
      course: 'tiny',
      chapter: 'first',
      question: 'one',
      questionHash: 'h',
      answer: '{}',
      isRight: true,
      answeredOn: '2026-03-14',
    },
  })
}

async function sendComment(learnerId: string, sentOn: string): Promise<void> {
  await (await database()).comment.create({
    data: {
      learnerId,
      course: 'tiny',
      chapter: 'first',
      country: 'ZW',
      language: 'en',
      text: 'We met under a tree',
      isSigned: false,
      state: 'waiting',
      sentOn,
    },
  })
}

describe('P12: what somebody does moves no figure that a host sees', () => {
  test('on the day itself, and on the next only as one of a step', async () => {
    const people: string[] = []
    while (people.length < 19) people.push(await storeLearner())
    const learner = people[0] as string
    for (let i = 0; i < 99; i++) await answer(learner)
    await countDaily(clockAt('2026-03-14T00:05:00Z'))
    const seen = async (moment: string) => {
      const figures = await siteFigures(clockAt(moment))
      return [countRows(figures, telling(moment)), openMetrics(figures)]
    }
    const before = await seen('2026-03-14T08:00:00Z')
    expect(dailyCounts()).toMatchObject({ learners: 0, answers: 0, circles: 0, waiting: 0 })
    // The twentieth account, the hundredth answer, a comment, and pages that are asked for.
    const newcomer = await storeLearner()
    await answer(newcomer)
    await sendComment(newcomer, '2026-03-14')
    for (let i = 0; i < 40; i++) pageTimes.note('/:lang/sign-up', true, 30, '2026-03-14')
    await countDaily(clockAt('2026-03-14T23:55:00Z'))
    expect(await seen('2026-03-14T23:59:00Z')).toEqual(before)

    await countDaily(clockAt('2026-03-15T00:05:00Z'))
    const after = await seen('2026-03-15T00:05:00Z')
    expect(dailyCounts()).toMatchObject({ learners: 20, answers: 100, circles: 0, waiting: 0 })
    await sendComment(await storeLearner(), '2026-03-15')
    await answer(newcomer)
    await countDaily(clockAt('2026-03-16T00:05:00Z'))
    expect((await seen('2026-03-16T00:05:00Z'))[0]).toEqual(after[0])
  })

  test('whatever the counts are, only whole steps are told, and never more than there are', () => {
    const exact = { learners: 39, answers: 199, circles: 9, waiting: 9, waitingSince: null }
    const told = { learners: 20, answers: 100, circles: 5, waiting: 5, isWaitingLong: false }
    expect(roundCounts(exact, '2026-03-14')).toEqual({ ...told, day: '2026-03-14' })
  })

  test('a page that few asked for is not told of, and no address is', async () => {
    for (let i = 0; i < 19; i++) pageTimes.note('/:lang/account/erase', true, 30, '2026-04-01')
    for (let i = 0; i < 59; i++)
      pageTimes.note('/:lang/courses/:course/:chapter', false, i < 30 ? 40 : 3000, '2026-04-01')
    const figures = await siteFigures(clockAt('2026-04-02T10:00:00Z'))
    expect(figures.pages).toEqual({
      day: '2026-04-01',
      routes: [
        {
          route: '/:lang/courses/:course/:chapter',
          isForm: false,
          within: [20, 20, 20, 20, 20, 20, 40],
        },
      ],
    })
    expect(timesTable(figures, telling('2026-04-02'))?.rows).toEqual([
      {
        id: '/:lang/courses/:course/:chapter false',
        route: '/:lang/courses/:course/:chapter',
        form: '',
        made: '40 or more',
        half: '50 ms',
        most: 'more than 2,000 ms',
      },
    ])
    expect(openMetrics(figures)).toContain(
      'cirkel_page_seconds_bucket{route="/:lang/courses/:course/:chapter",kind="page",le="0.05"} 20\n',
    )
    expect(openMetrics(figures)).not.toContain('erase')
  })
})

test('a comment that has waited for more than a week is told of, though there are few', () => {
  const counts = { learners: 0, answers: 0, circles: 0, waiting: 1 }
  const isLong = (waitingSince: string) =>
    roundCounts({ ...counts, waitingSince }, '2026-03-14').isWaitingLong
  expect([isLong('2026-03-07'), isLong('2026-03-06')]).toEqual([false, true])
})

test('the regular work is done, has failed, or is late', async () => {
  const saysAt = async (moment: string) => {
    const rows = serverRows(await siteFigures(clockAt(moment)), telling(moment))
    return rows.find(({ name }) => name === 'Regular work')?.value
  }
  noteRegularWork(new Date('2026-03-14T10:00:00Z'), false)
  expect(await saysAt('2026-03-14T10:59:00Z')).toBe('done within the last hour')
  expect(await saysAt('2026-03-14T11:01:00Z')).toBe('It has not been done for more than an hour.')
  noteRegularWork(new Date('2026-03-14T11:02:00Z'), true)
  expect(await saysAt('2026-03-14T11:03:00Z')).toMatch(/^A part of it failed/)
})

describe('the backups', () => {
  const folder = mkdtempSync(join(tmpdir(), 'backups-'))
  afterAll(() => rmSync(folder, { recursive: true }))

  test('are told by the days of the first and the last, and nothing else in the folder is', () => {
    expect(findBackups(undefined)).toEqual({ kind: 'not-set' })
    expect(findBackups(join(folder, 'none'))).toEqual({ kind: 'unreadable' })
    for (const [name, day] of [
      ['notes.txt', '2020-01-01'],
      ['cirkel.db', '2020-01-01'],
    ] as const) {
      writeFileSync(join(folder, name), '')
      utimesSync(join(folder, name), new Date(day), new Date(day))
    }
    expect(findBackups(folder)).toEqual({ kind: 'none' })
    // A copy has another day of change.
    for (const [name, day] of [
      ['cirkel-2026-03-01-031500-0123456789abcdef.tar.gz', '2026-05-01'],
      ['cirkel-2026-03-14-031500-0123456789abcdef.tar.gz.age', '2026-05-14'],
    ] as const) {
      writeFileSync(join(folder, name), '')
      utimesSync(join(folder, name), new Date(day), new Date(day))
    }
    mkdirSync(join(folder, 'cirkel'))
    const found = { kind: 'found', oldest: '2026-03-01', newest: '2026-03-14', count: 2 }
    expect(findBackups(folder)).toEqual(found)
  })
})
