import { rmSync, statSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import Libsql from 'libsql'
import { migrate } from '../prepare.mjs'
import { memoryOf, startSite } from './child.mjs'
import { fetchRaw } from './http.mjs'
import { passphrase, signUp } from './learner.mjs'
import { watchMemory } from './memory-watch.mjs'
import { median } from './numbers.mjs'
import { seedLearners } from './seed-learners.mjs'
import { startReader } from './waiting-reader.mjs'

/** 32,000 learners with 40 answers each are some 345 MB; 200,000 of them 2 GB. */
const learners = Number(process.env.BENCH_SIZE) || 32_000
const unused = 200
const expired = 2000
const erased = 5
const file = '.cache/bench/large.db'
const page = '/en/courses/run-a-party/the-branch'
const maxWait = 200

/**
 * Waits until nothing in the database fulfils a condition any more. Gives how long it took.
 * @param {string} sql
 */
async function waitUntilGone(sql) {
  const began = performance.now()
  const db = new Libsql(file, { readonly: true })
  const count = db.prepare(sql)
  while (count.get().n > 0) await pause(200)
  db.close()
  return (performance.now() - began) / 1000
}

/**
 * Somebody with seeded answers erases their account. Gives how long that took.
 * @param {string} origin
 * @param {Record<string, string>} headers
 */
async function erase(origin, headers) {
  const body = new URLSearchParams({ passphrase, published: 'remove' }).toString()
  const began = performance.now()
  const { status } = await fetchRaw(`${origin}/en/account/erase`, {
    method: 'POST',
    headers,
    body,
    timeout: 300_000,
  })
  if (status !== 303) throw new Error(`An account was not erased: ${status}.`)
  return (performance.now() - began) / 1000
}

/**
 * Somebody signs up and takes the answers of a seeded learner over, which lie far from each other in
 * the file.
 * @param {string} origin
 * @param {number} number
 */
async function learnerWithAnswers(origin, number) {
  const name = `bench erases ${String.fromCharCode(97 + number)}`
  const headers = await signUp(origin, name)
  const db = new Libsql(file)
  db.exec('PRAGMA busy_timeout = 5000')
  db.prepare(
    'UPDATE Attempt SET learnerId = (SELECT id FROM Learner WHERE pseudonym = ?) WHERE learnerId = ?',
  ).run(name, `seeded-learner-${String(learners - 1 - number).padStart(8, '0')}`)
  db.close()
  return headers
}

/**
 * Erasing on a large database, while a guest asks for a page every 20 ms: what the host's rules erase
 * after the start, and people who erase their accounts.
 * @param {ReturnType<typeof import('./table.mjs').budgetTable>} table
 */
export async function measureErasing(table) {
  console.log(
    `A database of ${learners} learners (BENCH_SIZE; 200000 are some 2 GB), with 40 answers each:`,
  )
  for (const ending of ['', '-wal', '-shm', '-lock']) rmSync(file + ending, { force: true })
  await migrate(`file:./${file}`)
  seedLearners(file, { learners, unused, expired, say: console.log })
  console.log(`  ${(statSync(file).size / 1e6).toFixed(0)} MB. The site starts …`)
  const site = await startSite({ DATABASE_URL: `file:./${file}` })
  await fetchRaw(site.origin + page)
  const memoryBefore = memoryOf(site.pid)
  const memory = watchMemory(site.pid)

  const whileRetaining = startReader(site.origin + page)
  const sessions = await waitUntilGone("SELECT count(*) n FROM Session WHERE id LIKE 'expired-%'")
  const accounts = await waitUntilGone(
    "SELECT count(*) n FROM Learner WHERE lastSeenOn = '2024-01-01'",
  )
  const retention = await whileRetaining.stop()
  console.log(`  ${expired} sessions and ${unused} accounts are gone. People erase theirs …`)

  const whoErase = []
  for (let n = 0; n < erased; n += 1) whoErase.push(await learnerWithAnswers(site.origin, n))
  const whileErasing = startReader(site.origin + page)
  const times = []
  for (const headers of whoErase) {
    times.push(await erase(site.origin, headers))
    await pause(500)
  }
  const erasing = await whileErasing.stop()
  const { alone } = memory.stop()
  await site.stop()
  rmSync(file)

  const wait = { max: maxWait }
  table.line([`${expired} expired sessions were gone after, s`, sessions.toFixed(1)])
  table.line([`${unused} unused accounts after that, s`, accounts.toFixed(1)])
  table.line(['longest wait of a guest meanwhile, ms', retention.longest.toFixed(0)], {
    number: retention.longest,
    budget: wait,
  })
  table.line(['one account with 40 answers, median, s', median(times).toFixed(2)])
  table.line(['longest wait of a guest meanwhile, ms', erasing.longest.toFixed(0)], {
    number: erasing.longest,
    budget: wait,
  })
  table.line(['99 of 100 wait less, ms', erasing.p99.toFixed(0)])
  table.line(['more memory than at the start, MB', (alone - memoryBefore).toFixed(0)], {
    number: alone - memoryBefore,
    budget: { max: 100 },
  })
  table.print(['', 'Cirkel'])
}
