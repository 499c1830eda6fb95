import { createHash } from 'node:crypto'
import { createClient } from '@libsql/client'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sessionIdOf } from '../../app/accounts/sessions/session-adapter.server.ts'
import type { Circle } from '../../app/circles/circle.ts'
import { newCircle } from '../../app/circles/start/new-circle.ts'
import { having, ticks } from '../factories/test-circle.ts'
import { startServer, type TestServer } from '../journeys/server.ts'
import { ensureTemplate } from '../template-database.ts'

/*
 * An attacker with four accounts and a fifth person in one circle, and another attacker who leads
 * it. They look at every page of the circle before and after the fifth person answers a question or
 * marks a section. Whatever a page shows must not depend on what that person did. A moderator with
 * twenty accounts does the same with the figures of questions, and a host with the sums of
 * quarters.
 */

const chapter = '/en/courses/run-a-party/the-branch'
const circleId = 'circle-of-puppets'
const puppets = ['puppet-1', 'puppet-2', 'puppet-3', 'puppet-4']
const people = ['leader', ...puppets, 'target']
/** Questions of the chapter with one right answer and a wrong one. */
const questions = [
  { id: 'who-went-home', right: '4-and-5', wrong: 'all' },
  { id: 'two-resign', right: 'members-chair', wrong: 'members-both' },
]

let site: TestServer
let db: ReturnType<typeof createClient>

const tokenOf = (name: string) =>
  [...createHash('sha256').update(name).digest(), 0, 0, 0, 0, 0, 0, 0, 0]
    .map((byte) => 'abcdefghijklmnopqrstuvwxyz234567'[byte % 32])
    .join('')

function circleOfSix(): Circle {
  const wish = {
    name: 'Six',
    course: 'run-a-party',
    timeZone: 'UTC',
    code: 'S2X2S2',
    seat: 'leader',
    trainer: 'Wren',
  }
  const meetings = [
    { id: 'm1', day: '2026-01-08', start: '18:30', hours: 2, chapters: ['the-branch'] },
    { id: 'm2', day: '2026-01-15', start: '18:30', hours: 2, chapters: ['why-parties'] },
  ]
  const joining = people
    .slice(1)
    .map((seat) => ({ kind: 'join' as const, seat, name: seat, code: wish.code, by: null }))
  const attendance = { ...ticks('m1', ...people), by: 'leader' }
  return having(newCircle({ ...wish, meetings }, '2026-01-01') as Circle, ...joining, attendance)
}

/** The rows of somebody who is signed in. */
function learnerRows(name: string) {
  const today = new Date().toISOString().slice(0, 10)
  return [
    {
      sql: `INSERT INTO Learner (id, pseudonym, pseudonymKey, passphraseHash, createdOn, lastSeenOn) VALUES (?, ?, ?, 'x', ?, ?)`,
      args: [name, name, name, today, today],
    },
    {
      sql: 'INSERT INTO Session (id, learnerId, ownDevice, startedOn, expiresAt) VALUES (?, ?, 0, ?, ?)',
      args: [
        sessionIdOf(tokenOf(name)),
        name,
        today,
        new Date(Date.now() + 1_500_000).toISOString(),
      ],
    },
  ]
}

/**
 * Everybody as at the beginning: six people in a circle, and nobody has answered or marked
 * anything.
 */
async function begin() {
  await db.execute('DELETE FROM Learner')
  await db.execute('DELETE FROM Circle')
  await db.batch(
    [
      ...people.flatMap(learnerRows),
      {
        sql: `INSERT INTO Circle (id, revision, state, name, course, joinCode, startedOn, lastOn, meetings, hours, participants, attendances)
          VALUES (?, 'r', ?, 'Six', 'run-a-party', 'S2X2S2', '2026-01-01', '2026-01-15', 1, 2, 6, 6)`,
        args: [circleId, JSON.stringify(circleOfSix())],
      },
      ...people.map((name) => ({
        sql: 'INSERT INTO CircleMember (circleId, learnerId, seatId) VALUES (?, ?, ?)',
        args: [circleId, name, name],
      })),
    ],
    'write',
  )
}

async function send(name: string, path: string, fields: Record<string, string>) {
  const init = {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers: { Cookie: `s=${tokenOf(name)}` },
  }
  const { status } = await fetch(site.origin + path, { ...init, redirect: 'manual' })
  expect([200, 303]).toContain(status)
}

const answer = (name: string, { id }: { id: string }, option: string) =>
  send(name, chapter, { intent: 'answer', as: 'learner', check: id, [`q.${id}`]: option })
const mark = (name: string) =>
  send(name, `/en/circles/${circleId}/hard`, {
    intent: 'mark',
    chapter: 'the-branch',
    section: 'annual-meeting',
  })

/** A page without the ids that its forms bring for something new: another each time. */
const withoutNewIds = (html: string) =>
  html.replace(/(?<![A-Za-z0-9])[a-z2-9]{8}(?![A-Za-z0-9])/g, '')

/**
 * Every page of the circle as the puppets and its leader get it: what was answered, by who looks
 * and page.
 */
async function seen(): Promise<Map<string, string>> {
  const pages = [
    '',
    '/people',
    '/plan',
    '/hard',
    '/calendar',
    '/pack',
    '/pack.html?names',
    '/invitation',
    '/report',
    '/report.csv',
  ]
  const ofMeetings = [
    '/meetings/1',
    '/meetings/2',
    '/meetings/2/run-sheet',
    '/meetings/2/run-sheet?view=projector',
    '/meetings/2/sheet',
  ]
  const texts = new Map<string, string>()
  for (const name of ['puppet-1', 'leader'])
    for (const page of [...pages, ...ofMeetings]) {
      const opened = await fetch(`${site.origin}/en/circles/${circleId}${page}`, {
        headers: { Cookie: `s=${tokenOf(name)}` },
      })
      texts.set(`${name} ${page}`, `${opened.status} ${withoutNewIds(await opened.text())}`)
    }
  return texts
}

/** Which pages have changed. */
async function changedSince(before: Map<string, string>): Promise<string[]> {
  const now = await seen()
  return [...before].flatMap(([page, text]) => (now.get(page) === text ? [] : [page]))
}

beforeAll(async () => {
  await ensureTemplate('puppets')
  site = await startServer('puppets', { LOG_LEVEL: 'error', CIRCLE_MONTHS: '60' })
  db = createClient({ url: `file:./${site.databaseFile}` })
  await db.execute('PRAGMA busy_timeout = 5000')
})
afterAll(async () => {
  db?.close()
  await site?.stop()
})

describe('P12: four accounts of one person, or a circle leader, learn nothing of a fifth person', () => {
  test.each(
    questions,
  )('whether they answered $id rightly, from any page of the circle', async (question) => {
    for (const ofPuppets of [question.right, question.wrong]) {
      await begin()
      for (const puppet of puppets) await answer(puppet, question, ofPuppets)
      const before = await seen()
      expect(before.get('puppet-1 /meetings/2/run-sheet')).toContain('What do we')
      for (const ofTarget of [question.right, question.wrong]) {
        await answer('target', question, ofTarget)
        const [last] = (
          await db.execute(
            "SELECT isRight FROM Attempt WHERE learnerId = 'target' ORDER BY id DESC LIMIT 1",
          )
        ).rows
        expect(last?.isRight).toBe(ofTarget === question.right ? 1 : 0)
        expect(await changedSince(before)).toEqual([])
      }
    }
  })

  test('what they found hard', async () => {
    await begin()
    for (const puppet of puppets) await mark(puppet)
    const before = await seen()
    expect(before.get('puppet-1 /hard')).toContain('Remove the mark')
    await mark('target')
    expect(
      (await db.execute("SELECT COUNT(*) AS marks FROM CircleMark WHERE learnerId = 'target'"))
        .rows[0]?.marks,
    ).toBe(1)
    expect(await changedSince(before)).toEqual([])
  })
})

/** What somebody is shown at some addresses. */
async function shownTo(name: string, addresses: string[]): Promise<string[]> {
  const texts = []
  for (const address of addresses) {
    const opened = await fetch(site.origin + address, { headers: { Cookie: `s=${tokenOf(name)}` } })
    expect(opened.status).toBe(200)
    texts.push(withoutNewIds(await opened.text()))
  }
  return texts
}

describe('P12: a moderator with as many accounts as they like learns nothing of somebody who did not let their answers be counted', () => {
  const [question] = questions as [(typeof questions)[0]]
  const accounts = Array.from({ length: 20 }, (_, n) => `account-${n}`)
  const figures = () =>
    shownTo('moderator', [
      '/en/courses/run-a-party/questions',
      '/en/courses/run-a-party/questions.csv',
    ])

  test('whether they answered rightly, from the figures before and after', async () => {
    await begin()
    await db.batch([
      ...['moderator', ...accounts].flatMap(learnerRows),
      "INSERT INTO Role (learnerId, role) VALUES ('moderator', 'moderator')",
    ])
    for (const name of accounts) await send(name, '/en/account', { intent: 'count-answers' })
    const answers = async (names: string[]) => {
      for (const name of names) await answer(name, question, question.right)
    }
    const seenFigures = []
    await answers(accounts.slice(0, 19))
    seenFigures.push(await figures())
    // A person whose answer were counted would be the twentieth here.
    await answer('target', question, question.wrong)
    expect(await figures()).toEqual(seenFigures[0])
    await answers(accounts.slice(19))
    seenFigures.push(await figures())
    expect(seenFigures[1]?.[0]).toContain('Number of first answers: 20')
    expect(seenFigures[1]?.[1]).toContain(',20,100,')
    for (const ofTarget of [question.right, question.wrong]) {
      await answer('target', question, ofTarget)
      expect(await figures()).toEqual(seenFigures[1])
    }
  })
})

describe('P12: a host who looks at the summary before and after', () => {
  const summary = () =>
    shownTo('host', ['/en/circles/summary', '/sv/circles/summary', '/en/circles/summary.csv'])

  test('somebody is noted as having come to an ended circle, or leaves it, sees the same', async () => {
    await begin()
    await db.batch([
      ...learnerRows('host'),
      "INSERT INTO Role (learnerId, role) VALUES ('host', 'host')",
    ])
    await db.execute(
      "UPDATE Circle SET lastOn = '2026-01-15', participants = (SELECT COUNT(*) FROM CircleMember), closedOn = NULL",
    )
    // As it starts, the site makes the sums of the quarters that are due. It did so before this
    // circle was there.
    await db.execute('DELETE FROM SummedQuarter')
    await site.kill()
    await site.start()
    const sums = async () => (await shownTo('host', ['/en/circles/summary.csv']))[0]
    await expect.poll(sums, { timeout: 30_000 }).toMatch(/2026-Q1,1,6,1,2\r\n/)
    const before = await summary()
    const path = `/en/circles/${circleId}`
    const state = async () =>
      JSON.parse(String((await db.execute('SELECT state FROM Circle')).rows[0]?.state)) as Circle
    await send('target', `${path}/leave`, { intent: 'leave', keepsName: 'on' })
    expect((await state()).seats.find(({ id }) => id === 'target')?.leftOn).not.toBeNull()
    expect(await summary()).toEqual(before)
    for (const participants of [7, 4]) {
      await db.execute({ sql: 'UPDATE Circle SET participants = ?', args: [participants] })
      await site.kill()
      await site.start()
      expect(await summary()).toEqual(before)
    }
  })
})
