import { existsSync, readFileSync } from 'node:fs'
import { afterEach, describe, expect, test } from 'vitest'
import { isOnServer } from '../factories/test-database.ts'
import type { TestServer } from '../journeys/server.ts'
import { idOf, passphrase, peopleRows, pseudonymOf } from '../safety/people.ts'
import { thingRows } from '../safety/seed-rows.ts'
import type { SiteDatabase } from '../safety/site-database.ts'
import { bothAnswer, openLine, sessionOf, startWorkers, workersOf } from './site.ts'

const chapter = '/en/courses/run-a-party/the-branch'
const owner = sessionOf(idOf('owner'))
let site: TestServer | undefined
let db: SiteDatabase | undefined
const stops: (() => void)[] = []

async function begin(name: string, settings: Record<string, string> = {}): Promise<TestServer> {
  const started = await startWorkers(name, settings)
  site = started.site
  db = started.db
  await db.replaceRows([...peopleRows, ...thingRows, owner.row])
  return site
}
afterEach(async () => {
  for (const stop of stops.splice(0)) stop()
  await db?.close()
  await site?.stop()
})

const isAlive = (pid: number) => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

/** Whether a text stands in the bytes of a database file or its log. */
const bytesHold = (file: string, text: string) =>
  [file, `${file}-wal`].some((path) => existsSync(path) && readFileSync(path).includes(text))

/** Resolves when there are so many workers, none of them one of these. */
const newWorkers = (pid: number, old: number[], count = 2) =>
  expect
    .poll(() => workersOf(pid).filter((one) => !old.includes(one)).length, { timeout: 120_000 })
    .toBe(count)

interface Load {
  statuses: Map<number, number>
  errors: Error[]
  /** What was sent and acknowledged, in order. */
  kept: string[]
  end(): Promise<void>
}

/** Readers and a writer who go on until they are told to end. With `newLines`, each opens a connection for each request. */
function load({ origin }: TestServer, { newLines = false, readers = 3 } = {}): Load {
  let isOver = false
  const result = {
    statuses: new Map<number, number>(),
    errors: [] as Error[],
    kept: [] as string[],
  }
  const goOn = async (send: (line: ReturnType<typeof openLine>) => Promise<number>) => {
    let line = openLine(origin)
    while (!isOver) {
      try {
        const status = await send(line)
        result.statuses.set(status, (result.statuses.get(status) ?? 0) + 1)
      } catch (error) {
        result.errors.push(error as Error)
      }
      if (!newLines) continue
      line.close()
      line = openLine(origin)
    }
    line.close()
  }
  let seen = '0'
  let round = 0
  const page = `${chapter}/notes/committee`
  const work = Array.from({ length: readers }, () =>
    goOn(async (line) => (await line.get(chapter)).status),
  )
  // Of two who write the same note, one would be told that it was changed meanwhile.
  if (!newLines)
    work.push(
      goOn(async (line) => {
        const opened = await line.get(page, owner.cookie)
        seen = /name="seen" value="(\d+)"/.exec(opened.body)?.[1] ?? seen
        round += 1
        const text = `Round ${round} of notes`
        const fields = { intent: 'keep-note', seen, text }
        const { status } = await line.post(page, fields, owner.cookie)
        if (status === 303) result.kept.push(text)
        return status
      }),
    )
  stops.push(() => {
    isOver = true
  })
  return {
    ...result,
    async end() {
      isOver = true
      await Promise.all(work)
    },
  }
}

/** What is stored of the note that the writer keeps. */
async function storedNote(): Promise<string> {
  return /Round \d+ of notes/.exec((await db?.stored()) ?? '')?.[0] ?? ''
}

describe('a site with two workers', () => {
  test('starts them again at SIGHUP, one after the other, and refuses no request', async () => {
    const { pid, signal, origin } = await begin('workers-roll')
    const all = [load({ origin } as TestServer), load({ origin } as TestServer, { newLines: true })]
    const old = workersOf(pid())
    expect(old).toHaveLength(2)
    signal('SIGHUP')
    await site?.printed('all workers were started again')
    await newWorkers(pid(), old)
    await expect.poll(() => old.some(isAlive), { timeout: 60_000 }).toBe(false)
    for (const one of all) {
      await one.end()
      expect(one.errors).toEqual([])
      expect([...one.statuses.keys()].filter((status) => status !== 200 && status !== 303)).toEqual(
        [],
      )
    }
  })

  test('loses nothing that was acknowledged when workers are killed, and replaces them', async () => {
    const running = await begin('workers-killed')
    const under = load(running)
    for (let round = 0; round < 2; round++) {
      const kept = under.kept.length
      await expect.poll(() => under.kept.length, { timeout: 60_000 }).toBeGreaterThan(kept + 3)
      const old = workersOf(running.pid())
      const victim = old[round % old.length] as number
      process.kill(victim, 'SIGKILL')
      await newWorkers(running.pid(), [victim])
      await bothAnswer(running)
    }
    await under.end()
    // The last that was stored is the last that was acknowledged, or one whose answer was lost.
    const stored = Number(/\d+/.exec(await storedNote())?.[0])
    const last = Number(/\d+/.exec(under.kept.at(-1) ?? '')?.[0])
    expect(stored).toBeGreaterThanOrEqual(last)
    for (const status of under.statuses.keys()) expect([200, 303]).toContain(status)
  })

  test('P9: whichever worker is killed while somebody is erased, nothing of them stays', async () => {
    const running = await begin('workers-erasing')
    const roles = ['owner', 'learner', 'member', 'host'] as const
    const sessions = roles.map((role) => ({ role, ...sessionOf(idOf(role)) }))
    await db?.replaceRows([...peopleRows, ...thingRows, ...sessions.map(({ row }) => row)])
    for (const [round, { role, cookie }] of sessions.entries()) {
      const workers = workersOf(running.pid())
      const victim = workers[round % workers.length] as number
      const line = openLine(running.origin)
      const erasing = line.post('/en/account/erase', { passphrase, published: 'remove' }, cookie)
      setTimeout(() => isAlive(victim) && process.kill(victim, 'SIGKILL'), 8 * round)
      // Who was not answered asks again, as people do.
      const sent = await erasing.catch(() => null)
      await newWorkers(running.pid(), [victim])
      await bothAnswer(running)
      const again = openLine(running.origin)
      if (sent?.status !== 303)
        await again.post('/en/account/erase', { passphrase, published: 'remove' }, cookie)
      expect((await again.get('/en/account', cookie)).location).toMatch('/en/sign-in')
      const isThere = () => bytesHold(running.databaseFile, pseudonymOf(role))
      if (isOnServer) expect(await db?.stored()).not.toContain(pseudonymOf(role))
      else await expect.poll(isThere, { timeout: 60_000 }).toBe(false)
    }
  })

  test('ends with its first process, also where that is killed, and can be started again at once', async () => {
    const running = await begin('workers-orphans')
    const workers = workersOf(running.pid())
    await running.kill()
    await expect.poll(() => workers.some(isAlive), { timeout: 10_000 }).toBe(false)
    await running.start()
    expect((await openLine(running.origin).get('/livez')).status).toBe(200)
    expect(workersOf(running.pid())).toHaveLength(2)
  })

  test('ends in order at SIGTERM, with its answers, and its exit code is 0', async () => {
    const running = await begin('workers-end')
    const workers = workersOf(running.pid())
    const under = load(running)
    await expect.poll(() => under.kept.length, { timeout: 60_000 }).toBeGreaterThan(2)
    // Also where the signal goes to all processes of the site, as systemd sends it.
    for (const pid of workers) process.kill(pid, 'SIGTERM')
    running.signal('SIGTERM')
    expect(await running.ended()).toBe(0)
    expect(workers.filter(isAlive)).toEqual([])
    await under.end()
    const last = Number(/\d+/.exec(under.kept.at(-1) ?? '')?.[0])
    expect(Number(/\d+/.exec(await storedNote())?.[0])).toBeGreaterThanOrEqual(last)
  })
})
