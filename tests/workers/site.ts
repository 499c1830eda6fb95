import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, readdirSync, readlinkSync } from 'node:fs'
import { Agent, request } from 'node:http'
import type { InStatement } from '@libsql/client'
import { expect } from 'vitest'
import { sessionIdOf } from '../../app/accounts/sessions/session-adapter.server.ts'
import { createServerDatabase, isOnServer } from '../factories/test-database.ts'
import { startServer, type TestServer } from '../journeys/server.ts'
import { soon } from '../safety/people.ts'
import { type SiteDatabase, siteFile, siteOnServer } from '../safety/site-database.ts'
import { ensureTemplate } from '../template-database.ts'

/** For how long, in milliseconds, nothing must have come before a server closes a connection. */
const idle = 4000

/** What came back on a line. */
export interface Answer {
  status: number
  location: string
  cookie: string
  wait: number
  body: string
}

/** A connection to a site that stays open, so that one worker answers all that is sent on it. */
export interface Line {
  get(path: string, cookie?: string): Promise<Answer>
  post(path: string, fields: Record<string, string>, cookie?: string): Promise<Answer>
  close(): void
}

/**
 * Opens a connection. Where it was closed because nothing came on it for a while, what is sent goes
 * over a new one, as every browser does; all else that the site does not answer is an error.
 */
export function openLine(origin: string): Line {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  let usedAt = performance.now()
  function ask(path: string, method: string, cookie: string, body?: string): Promise<Answer> {
    const headers: Record<string, string> = { Cookie: cookie, 'Accept-Encoding': 'identity' }
    if (!cookie) delete headers.Cookie
    if (body !== undefined) headers['Content-Type'] = 'application/x-www-form-urlencoded'
    return new Promise((resolve, reject) => {
      const sent = request(origin + path, { agent, method, headers }, (response) => {
        let text = ''
        response.setEncoding('utf8')
        response.on('data', (piece: string) => {
          text += piece
        })
        response.on('error', reject)
        response.on('end', () => {
          usedAt = performance.now()
          resolve({
            status: response.statusCode as number,
            location: response.headers.location ?? '',
            cookie: response.headers['set-cookie']?.[0]?.split(';')[0] ?? '',
            wait: Number(response.headers['retry-after'] ?? 0),
            body: text,
          })
        })
      })
      sent.on('error', (error) => {
        const wasIdle = performance.now() - usedAt > idle
        if (sent.reusedSocket && wasIdle) resolve(ask(path, method, cookie, body))
        else reject(error)
      })
      sent.end(body)
    })
  }
  return {
    get: (path, cookie = '') => ask(path, 'GET', cookie),
    post: (path, fields, cookie = '') =>
      ask(path, 'POST', cookie, new URLSearchParams(fields).toString()),
    close: () => agent.destroy(),
  }
}

/** The workers of a site, by their process ids. */
export function workersOf(pid: number): number[] {
  const found = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' })
  return found.split('\n').flatMap((row) => {
    const [, own, parent, args] = /^ *(\d+) +(\d+) (.*)$/.exec(row) ?? []
    return Number(parent) === pid && args?.includes('scripts/worker.mjs') ? [Number(own)] : []
  })
}

function socketsOf(pid: number): number {
  const folder = `/proc/${pid}/fd`
  return readdirSync(folder).filter((name) => {
    try {
      return readlinkSync(`${folder}/${name}`).startsWith('socket:')
    } catch {
      return false
    }
  }).length
}

/** Opens at least so many lines to a site, until each of its workers has one, where that can be seen. */
export async function linesToAll(site: TestServer, count = 6): Promise<Line[]> {
  const workers = workersOf(site.pid())
  const canSee = existsSync('/proc/self/fd')
  const before = canSee ? workers.map(socketsOf) : []
  const haveAll = () => workers.every((pid, i) => !canSee || socketsOf(pid) > (before[i] as number))
  const lines: Line[] = []
  while (lines.length < count || !haveAll()) {
    expect(lines.length).toBeLessThan(200)
    const more = Array.from({ length: 6 }, () => openLine(site.origin))
    for (const { status } of await Promise.all(more.map((line) => line.get('/livez'))))
      expect(status).toBe(200)
    lines.push(...more)
  }
  return lines
}

/** Resolves when a site has two workers and both answer, where that can be seen. */
export async function bothAnswer(site: TestServer): Promise<void> {
  const look = async () => {
    const workers = workersOf(site.pid())
    const before = workers.map(socketsOf)
    const lines = Array.from({ length: 12 }, () => openLine(site.origin))
    await Promise.all(lines.map((line) => line.get('/livez').catch(() => null)))
    const have = workers.filter((pid, i) => socketsOf(pid) > (before[i] as number))
    for (const line of lines) line.close()
    return have.length
  }
  await expect.poll(() => look().catch(() => 0), { timeout: 120_000, interval: 300 }).toBe(2)
}

/** A session of somebody's: the cookie, and the row that makes it. */
export function sessionOf(learnerId: string): { cookie: string; row: InStatement } {
  const letters = 'abcdefghijklmnopqrstuvwxyz234567'
  const token = [...randomBytes(40)].map((byte) => letters[byte % 32]).join('')
  return {
    cookie: `s=${token}`,
    row: {
      sql: `INSERT INTO Session (id, learnerId, ownDevice, startedOn, expiresAt) VALUES (?, ?, false, '2026-01-01', ?)`,
      args: [sessionIdOf(token), learnerId, soon],
    },
  }
}

/** Starts a site with two workers, on the engine of this run, and opens its database beside it. */
export async function startWorkers(
  name: string,
  settings: Record<string, string> = {},
): Promise<{ site: TestServer; db: SiteDatabase }> {
  const all: Record<string, string> = { PROCESSES: '2', LOG_LEVEL: 'info', ...settings }
  if (isOnServer) all.DATABASE_URL = await createServerDatabase()
  else await ensureTemplate(name)
  const site = await startServer(name, all)
  const db = isOnServer
    ? await siteOnServer(all.DATABASE_URL as string)
    : await siteFile(site.databaseFile)
  return { site, db }
}
