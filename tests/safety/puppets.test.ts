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
 * An attacker with four accounts and a fifth person in one circle, and another attacker who leads it. They look at every page of the circle before
 * and after the fifth person answers a question or marks a section. Whatever a page shows must not depend on what that person did.
 */

const chapter = '/en/courses/run-a-party/the-branch'
const circleId = 'circle-of-puppets'
const puppets = ['puppet-1', 'puppet-2', 'puppet-3', 'puppet-4']
const people = ['leader', ...puppets, 'target']
/** Questions of the chapter with one right answer and a wrong one. */
const questions = [
  { id: 'missing-receipts', right: 'postpone', wrong: 'trust' },
  { id: 'grown-branch', right: 'groups', wrong: 'rally' },
]

let site: TestServer
let db: ReturnType<typeof createClient>

const tokenOf = (name: string) =>
  [...createHash('sha256').update(name).digest(), 0, 0, 0, 0, 0, 0, 0, 0]
    .map((byte) => 'abcdefghijklmnopqrstuvwxyz234567'[byte % 32])
    .join('')

function circleOfSix(): Circle {
  const wish = { name: 'Six', course: 'run-a-party', timeZone: 'UTC', code: 'S2X2S2', seat: 'leader', trainer: 'Leader' }
  const meetings = [
    { id: 'm1', day: '2026-01-08', start: '18:30', hours: 2, chapters: ['the-branch'] },
    { id: 'm2', day: '2026-01-15', start: '18:30', hours: 2, chapters: ['why-parties'] },
  ]
  const joining = people.slice(1).map((seat) => ({ kind: 'join' as const, seat, name: seat, code: wish.code, by: null }))
  const held = { ...ticks('m1', ...people), by: 'leader' }
  return having(newCircle({ ...wish, meetings }, '2026-01-01') as Circle, ...joining, held)
}

/** Everybody as at the beginning: six people in a circle, and nobody has answered or marked anything. */
async function begin() {
  await db.execute('DELETE FROM Learner')
  await db.execute('DELETE FROM Circle')
  const today = new Date().toISOString().slice(0, 10)
  await db.batch(
    [
      ...people.flatMap((name) => [
        {
          sql: `INSERT INTO Learner (id, pseudonym, pseudonymKey, passphraseHash, createdOn, lastSeenOn) VALUES (?, ?, ?, 'x', ?, ?)`,
          args: [name, name, name, today, today],
        },
        {
          sql: 'INSERT INTO Session (id, learnerId, ownDevice, startedOn, expiresAt) VALUES (?, ?, 0, ?, ?)',
          args: [sessionIdOf(tokenOf(name)), name, today, new Date(Date.now() + 1_500_000).toISOString()],
        },
      ]),
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
  const init = { method: 'POST', body: new URLSearchParams(fields), headers: { Cookie: `s=${tokenOf(name)}` } }
  const { status } = await fetch(site.origin + path, { ...init, redirect: 'manual' })
  expect([200, 303]).toContain(status)
}

const answer = (name: string, { id }: { id: string }, option: string) =>
  send(name, chapter, { intent: 'answer', as: 'learner', check: id, [`q.${id}`]: option })
const mark = (name: string) =>
  send(name, `/en/circles/${circleId}/hard`, { intent: 'mark', chapter: 'the-branch', section: 'annual-meeting' })

/** A page without the ids that its forms bring for something new: another each time. */
const withoutNewIds = (html: string) => html.replace(/(?<![A-Za-z0-9])[a-z2-9]{8}(?![A-Za-z0-9])/g, '')

/** Every page of the circle as the puppets and its leader get it: what was answered, by who looks and page. */
async function seen(): Promise<Map<string, string>> {
  const pages = ['', '/people', '/plan', '/hard', '/calendar', '/invitation', '/report', '/report.csv']
  const ofMeetings = ['/meetings/1', '/meetings/2', '/meetings/2/run-sheet', '/meetings/2/run-sheet?view=projector', '/meetings/2/sheet']
  const texts = new Map<string, string>()
  for (const name of ['puppet-1', 'leader'])
    for (const page of [...pages, ...ofMeetings]) {
      const opened = await fetch(`${site.origin}/en/circles/${circleId}${page}`, { headers: { Cookie: `s=${tokenOf(name)}` } })
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
  site = await startServer('puppets', { LOG_LEVEL: 'error' })
  db = createClient({ url: `file:./${site.databaseFile}` })
  await db.execute('PRAGMA busy_timeout = 5000')
}, 60_000)
afterAll(async () => {
  db?.close()
  await site?.stop()
})

describe('P12: four accounts of one person, or a circle leader, learn nothing of a fifth person', () => {
  test.each(questions)('whether they answered $id rightly, from any page of the circle', async (question) => {
    for (const ofPuppets of [question.right, question.wrong]) {
      await begin()
      for (const puppet of puppets) await answer(puppet, question, ofPuppets)
      const before = await seen()
      expect(before.get('puppet-1 /meetings/2/run-sheet')).toContain('What do we')
      for (const ofTarget of [question.right, question.wrong]) {
        await answer('target', question, ofTarget)
        const [last] = (await db.execute("SELECT isRight FROM Attempt WHERE learnerId = 'target' ORDER BY id DESC LIMIT 1")).rows
        expect(last?.isRight).toBe(ofTarget === question.right ? 1 : 0)
        expect(await changedSince(before)).toEqual([])
      }
    }
  }, 120_000)

  test('what they found hard', async () => {
    await begin()
    for (const puppet of puppets) await mark(puppet)
    const before = await seen()
    expect(before.get('puppet-1 /hard')).toContain('Take it')
    await mark('target')
    expect((await db.execute("SELECT COUNT(*) AS marks FROM CircleMark WHERE learnerId = 'target'")).rows[0]?.marks).toBe(1)
    expect(await changedSince(before)).toEqual([])
  }, 120_000)
})
