import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { TestServer } from '../journeys/server.ts'
import { idOf, passphrase, peopleRows, pseudonymOf } from '../safety/people.ts'
import { circleOfTrainer, codeOfCircle, thingRows } from '../safety/seed-rows.ts'
import type { SiteDatabase } from '../safety/site-database.ts'
import { type Line, linesToAll, sessionOf, startWorkers } from './site.ts'

const chapter = '/en/courses/run-a-party/the-branch'
const rounds = 30

let site: TestServer
let db: SiteDatabase
let lines: Line[]

/** Sessions of people, more than one each, so that they can be ended. */
const sessions = {
  learner: sessionOf(idOf('learner')),
  moderator: sessionOf(idOf('moderator')),
  owner: sessionOf(idOf('owner')),
  ownerElsewhere: sessionOf(idOf('owner')),
  host: sessionOf(idOf('host')),
  hostElsewhere: sessionOf(idOf('host')),
}
const signedOut = Array.from({ length: rounds }, () => sessionOf(idOf('learner')))
const left = Array.from({ length: rounds }, () => sessionOf(idOf('learner')))
const comments = Array.from({ length: 20 }, (_, n) => ({
  id: String(2000 + n),
  text: `What we did in meeting number ${n}`,
}))

beforeAll(async () => {
  ;({ site, db } = await startWorkers('workers-changes'))
  await db.replaceRows([
    ...peopleRows,
    ...thingRows,
    ...[...Object.values(sessions), ...signedOut, ...left].map(({ row }) => row),
    ...comments.map(({ id, text }) => ({
      sql: `INSERT INTO Comment (id, learnerId, course, chapter, country, language, text, isSigned, state, sentOn, decidedOn)
        VALUES (?, ?, 'run-a-party', 'the-branch', 'ZW', 'en', ?, true, 'waiting', '2026-01-01', '2026-01-01')`,
      args: [id, idOf('member'), text],
    })),
  ])
  lines = await linesToAll(site)
})
afterAll(async () => {
  for (const line of lines) line.close()
  await db?.close()
  await site?.stop()
})

const lineOf = (round: number) => lines[round % lines.length] as Line

/** The part of a chapter's page that shows a question. */
function sheetOf(body: string, question: string): string {
  const at = body.indexOf(`name="q.${question}"`)
  expect(at).toBeGreaterThan(0)
  return body.slice(at - 500, at + 4000)
}

/** What is sent back on every line, at once. */
const onAll = (path: string, cookie = '') =>
  Promise.all(lines.map((line) => line.get(path, cookie)))

describe('a change that was acknowledged is on every page after it, whichever worker answers', () => {
  test('a chapter that was ticked, and a tick that was taken away', async () => {
    const { cookie } = sessions.learner
    for (let round = 0; round < rounds; round++) {
      const [intent, next] = round % 2 === 0 ? ['read', 'unread'] : ['unread', 'read']
      const sent = await lineOf(round).post(chapter, { intent }, cookie)
      expect(sent.status).toBe(303)
      for (const { body } of await onAll(chapter, cookie))
        expect(body).toContain(`name="intent" value="${next}"`)
    }
  })

  test('an answer', async () => {
    const { cookie } = sessions.learner
    const question = 'who-went-home'
    const shown: string[] = []
    for (let round = 0; round < rounds; round++) {
      const option = ['all', 'only-4'][round % 2] as string
      const fields = { intent: 'answer', check: question, [`q.${question}`]: option }
      expect((await lineOf(round).post(chapter, fields, cookie)).status).toBe(303)
      const sheets = (await onAll(chapter, cookie)).map(({ body }) => sheetOf(body, question))
      expect(new Set(sheets).size).toBe(1)
      shown.push(sheets[0] as string)
      if (round > 0) expect(shown[round]).not.toBe(shown[round - 1])
    }
  })

  test('a note, and one that was taken away', async () => {
    const { cookie } = sessions.learner
    const page = `${chapter}/notes/committee`
    for (let round = 0; round < rounds; round++) {
      const text = `What I thought in round ${round}.`
      const form = await lineOf(round + 1).get(page, cookie)
      const seen = /name="seen" value="(\d+)"/.exec(form.body)?.[1] as string
      const isKept = round % 2 === 0
      const intent = isKept ? 'keep-note' : 'delete-note'
      const sent = await lineOf(round).post(page, { intent, seen, text }, cookie)
      expect(sent.status).toBe(303)
      // A chapter's page is kept, the list of notes is read each time.
      for (const { body } of await onAll(chapter, cookie))
        expect(body.includes('/en/notes#the-branch')).toBe(isKept)
      for (const { body } of await onAll('/en/notes', cookie))
        expect(body.includes(text)).toBe(isKept)
    }
  })

  test('a comment that a moderator published or took back, for guests', async () => {
    const { cookie } = sessions.moderator
    for (const [round, { id, text }] of comments.entries()) {
      const page = `/en/comments/${id}`
      const published = await lineOf(round).post(page, { intent: 'publish' }, cookie)
      expect(published.status).toBe(303)
      for (const { body } of await onAll(`${chapter}/comments`)) expect(body).toContain(text)
      const back = { intent: 'take-back', reason: 'other' }
      const taken = await lineOf(round + 1).post(page, back, cookie)
      expect(taken.status).toBe(303)
      for (const { body } of await onAll(`${chapter}/comments`)) expect(body).not.toContain(text)
    }
  })

  test('a seat in a circle', async () => {
    const { cookie } = sessions.learner
    const joined = await lineOf(1).post(`/en/join/${codeOfCircle}`, { name: 'Newcomer' }, cookie)
    expect(joined.status).toBe(303)
    for (const { body } of await onAll(`/en/circles/${circleOfTrainer}/people`, cookie))
      expect(body).toContain('Newcomer')
  })

  test('P13: a session that was ended by signing out, or with Leave', async () => {
    for (const [round, { cookie }] of signedOut.entries()) {
      expect((await lineOf(round).get('/en/account', cookie)).status).toBe(200)
      expect((await lineOf(round).post('/en/sign-out', {}, cookie)).status).toBe(303)
      for (const { location } of await onAll('/en/account', cookie))
        expect(location).toMatch('/en/sign-in')
    }
    for (const [round, { cookie }] of left.entries()) {
      expect((await lineOf(round).get('/leave', cookie)).status).toBe(303)
      for (const { location } of await onAll('/en/account', cookie))
        expect(location).toMatch('/en/sign-in')
    }
  })

  test('P13: a new passphrase ends every other session', async () => {
    const passphraseNew = 'seven loud geese on the lake'
    const fields = { intent: 'change-passphrase', passphrase, passphraseNew }
    const changed = await lineOf(0).post('/en/account', fields, sessions.host.cookie)
    expect(changed.status).toBe(303)
    for (const { cookie } of [sessions.host, sessions.hostElsewhere])
      for (const { location } of await onAll('/en/account', cookie))
        expect(location).toMatch('/en/sign-in')
    for (const { status } of await onAll('/en/account', changed.cookie)) expect(status).toBe(200)
  })

  test('P9: an account that was erased', async () => {
    const fields = { passphrase, published: 'remove' }
    const erased = await lineOf(1).post('/en/account/erase', fields, sessions.owner.cookie)
    expect(erased.status).toBe(303)
    for (const { location } of await onAll('/en/account', sessions.ownerElsewhere.cookie))
      expect(location).toMatch('/en/sign-in')
    expect(await db.stored()).not.toContain(pseudonymOf('owner'))
  })
})

describe('what there is once for all workers', () => {
  test('P14: who guesses through all of them has five attempts at a name, and then waits', async () => {
    const began = performance.now()
    const guesses = Array.from({ length: 24 }, (_, n) =>
      lineOf(n).post('/en/sign-in', { pseudonym: 'Nobody at all', passphrase: `wrong guess ${n}` }),
    )
    const tried = (await Promise.all(guesses)).filter(({ status }) => status !== 429)
    // Then 1, 2, 4 and 8 seconds have to pass, on a machine that is busy they may.
    const seconds = (performance.now() - began) / 1000
    const more = [1, 3, 7, 15, 23, 31].filter((pause) => pause <= seconds).length
    expect(tried.length).toBeGreaterThanOrEqual(5)
    expect(tried.length).toBeLessThanOrEqual(5 + more)
  })

  test('P3: new recovery codes are shown by any worker, until they are written down', async () => {
    const fields = { pseudonym: 'Calm Newcomer 7', passphrase }
    const { cookie } = await lineOf(0).post('/en/sign-up', fields)
    const codesIn = (body: string) => body.match(/\b\w{4}-\w{4}-\w{4}-\w{4}\b/g) ?? []
    const shown = (await onAll('/en/account/codes', cookie)).map(({ body }) => codesIn(body))
    expect(shown[0]).toHaveLength(10)
    for (const codes of shown) expect(codes).toEqual(shown[0])
    await lineOf(1).post('/en/account/codes', { intent: 'written' }, cookie)
    for (const { body } of await onAll('/en/account/codes', cookie))
      expect(codesIn(body)).toEqual([])
  })
})
