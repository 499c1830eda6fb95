import { createHash } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { type Client, createClient } from '@libsql/client'
import { startServer } from '../journeys/server.ts'
import { ensureTemplate } from '../template-database.ts'
import { learnersToken } from './requests.ts'
import { type Received, type Sent, send } from './send.ts'

/** A server of the built site to be sent anything, with one learner. */
export interface FuzzedSite {
  origin: string
  /** Sends a request, with the learner's session where its cookie asks for it. */
  ask(sent: Sent): Promise<Received>
  /**
   * Everything that is stored, but for moments of last use. Equal strings: nothing was written in
   * between.
   */
  stored(): Promise<string>
  /** Signs the learner in again, whatever became of the session. */
  restoreSession(): Promise<void>
  /** What the process has printed since it was last asked: errors only. */
  complaints(): string[]
  stop(): Promise<void>
}

const token = 'fuzz'.repeat(10)
async function insertLearner(db: Client) {
  await db.execute(
    `INSERT OR IGNORE INTO Learner (id, pseudonym, pseudonymKey, passphraseHash, createdOn, lastSeenOn)
     VALUES ('fuzzed', 'Fuzzed', 'fuzzed', '$argon2id$v=19$m=19456,t=2,p=1$iCJ2XWlX2+AUJYbJjGTPDg$wcvZiOCb8cC9PfZ9g3Gpn1usYMqFa5DpI6MrQAx+Qc0', '2026-01-01', '2026-01-01')`,
  )
  // As the site itself stores them at the start, for those that were there before.
  await db.execute(
    `INSERT OR IGNORE INTO PseudonymSkeleton (skeleton, learnerId)
     VALUES ('fuzzed', 'fuzzed'), ('FUZZED', 'fuzzed')`,
  )
}

async function insertSession(db: Client) {
  await db.execute({
    sql: `INSERT OR IGNORE INTO Session (id, learnerId, ownDevice, startedOn, expiresAt) VALUES (?, 'fuzzed', 0, '2026-01-01', ?)`,
    args: [
      createHash('sha256').update(token).digest('hex'),
      new Date(Date.now() + 1_500_000).toISOString(),
    ],
  })
}

/**
 * Waits until the site has stored what it stores by itself after its start: which quarter it has
 * summed up, and that an earlier release's traces are overwritten.
 */
async function waitForMaintenance(db: Client) {
  const isDone = async () =>
    (
      await db.execute(
        `SELECT 1 WHERE EXISTS (SELECT 1 FROM "SummedQuarter")
         AND NOT EXISTS (SELECT 1 FROM "PendingErasure")`,
      )
    ).rows.length > 0
  while (!(await isDone())) await pause(50)
}

/** Starts the site for a test file. The name tells its database apart. */
export async function startFuzzedSite(name: string): Promise<FuzzedSite> {
  await ensureTemplate(name)
  const server = await startServer(`fuzz-${name}`, {
    LOG_LEVEL: 'error',
    LEAVE_TO: 'https://weather.example/',
  })
  const db = createClient({ url: `file:./${server.databaseFile}` })
  await db.execute('PRAGMA busy_timeout = 5000')
  await waitForMaintenance(db)
  await insertLearner(db)
  await insertSession(db)
  const tables = (
    await db.execute(
      `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`,
    )
  ).rows.map((row) => String(row.name))
  let known = { version: -1, text: '' }

  return {
    origin: server.origin,
    ask(sent) {
      const { Cookie } = sent.headers
      return send(
        server.origin,
        Cookie
          ? {
              ...sent,
              headers: { ...sent.headers, Cookie: Cookie.replaceAll(learnersToken, token) },
            }
          : sent,
      )
    },
    async stored() {
      // SQLite's own word for whether another process has written since this connection last
      // looked.
      const version = Number((await db.execute('PRAGMA data_version')).rows[0]?.data_version)
      if (version === known.version) return known.text
      const parts = await Promise.all(
        tables.map(async (table) => [table, (await db.execute(`SELECT * FROM "${table}"`)).rows]),
      )
      const text = JSON.stringify(parts, (key, value) =>
        key === 'expiresAt' || key === 'lastSeenOn'
          ? undefined
          : typeof value === 'bigint'
            ? String(value)
            : value,
      )
      known = { version, text }
      return text
    },
    async restoreSession() {
      await insertLearner(db)
      await insertSession(db)
      known = { version: -1, text: '' }
    },
    complaints: () => server.output.splice(0).filter((line) => !line.startsWith('Ready on')),
    async stop() {
      db.close()
      await server.stop()
    },
  }
}
