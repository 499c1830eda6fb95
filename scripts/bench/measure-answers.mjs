import { cpSync, rmSync } from 'node:fs'
import Libsql from 'libsql'
import { processorTimeOf, startSite } from './child.mjs'
import { askAgainAndAgain, inTurn, requestBytes } from './connection.mjs'
import { fetchRaw, textOf } from './http.mjs'
import { answerForms, signUp } from './learner.mjs'
import { median } from './numbers.mjs'
import { tell } from './progress.mjs'

const chapter = '/en/courses/run-a-party/the-branch'
const database = '.cache/bench/bench.db'
const bareDatabase = '.cache/bench/bare-insert.db'
const rounds = 3
const roundSeconds = 3
const learners = 16

/** @typedef {{ perSecond: number, processorMs: number }} Speed */

/**
 * Stores the rows of an answer, its attempt and its card, as one change after another for some
 * seconds: on one connection, with statements that are prepared, as durably as the site.
 * @returns {Speed}
 */
function bareInserts() {
  for (const ending of ['', '-wal', '-shm']) rmSync(bareDatabase + ending, { force: true })
  cpSync(database, bareDatabase)
  const db = new Libsql(bareDatabase)
  for (const pragma of ['journal_mode = WAL', 'synchronous = FULL', 'secure_delete = ON'])
    db.exec(`PRAGMA ${pragma}`)
  const [id] = /** @type {[string]} */ (db.prepare('SELECT id FROM Learner').raw().get())
  const attempt =
    db.prepare(`INSERT INTO Attempt (learnerId, course, chapter, question, questionHash, answer, isRight, answeredOn)
      VALUES (?, 'run-a-party', 'the-branch', 'bare', '0123456789abcdef', '{"all":"yes"}', 0, '2026-11-21')`)
  const card =
    db.prepare(`INSERT INTO ReviewCard (learnerId, course, chapter, question, questionHash, stability, difficulty, reviewedOn, dueOn)
      VALUES (?, 'run-a-party', 'the-branch', 'bare', '0123456789abcdef', 2.5, 5, '2026-11-21', '2026-11-22')
      ON CONFLICT DO UPDATE SET stability = stability + 1`)
  let count = 0
  const before = process.cpuUsage()
  const start = performance.now()
  while (performance.now() - start < roundSeconds * 1000) {
    db.exec('BEGIN IMMEDIATE')
    attempt.run([id])
    card.run([id])
    db.exec('COMMIT')
    count += 1
  }
  const { user, system } = process.cpuUsage(before)
  db.close()
  return {
    perSecond: count / ((performance.now() - start) / 1000),
    processorMs: (user + system) / 1000 / count,
  }
}

/**
 * Sixteen learners who answer at once, each one question after another, for some seconds.
 * @param {import('./child.mjs').Child} server
 * @param {Buffer[][]} requests
 * @returns {Promise<Speed>}
 */
async function answersAtOnce(server, requests) {
  let count = 0
  const before = processorTimeOf(server.pid)
  const start = performance.now()
  const port = Number(new URL(server.origin).port)
  const until = start + roundSeconds * 1000
  await Promise.all(
    requests.map((own) =>
      askAgainAndAgain({ port, nextRequest: inTurn(own), status: 303, until }, () => {
        count += 1
      }),
    ),
  )
  return {
    perSecond: count / ((performance.now() - start) / 1000),
    processorMs: ((processorTimeOf(server.pid) - before) * 1000) / count,
  }
}

/**
 * Measures learners' answers, each with its write, beside a bare insert of the same rows.
 * @param {ReturnType<typeof import('./table.mjs').budgetTable>} table
 */
export async function measureAnswers(table) {
  const server = await startSite()
  const [form] = answerForms(textOf(await fetchRaw(server.origin + chapter)))
  if (!form) throw new Error('The chapter asks nothing that can be answered with one button.')
  // Sure and unsure by turns: the same answer sent twice would not be stored again.
  const question = new URLSearchParams(form).get('check')
  const bodies = ['sure', 'guessing'].map((sure) => `${form}&sure.${question}=${sure}`)
  const requests = []
  for (let i = 0; i < learners; i += 1) {
    const headers = await signUp(server.origin, `bench parallel ${String.fromCharCode(97 + i)}`)
    requests.push(
      bodies.map((body) => requestBytes({ path: chapter, method: 'POST', headers, body })),
    )
  }
  const pairs = []
  for (let i = 1; i <= rounds; i += 1) {
    tell(`answers of ${learners} learners at once, round ${i} of ${rounds}`)
    pairs.push({ bare: bareInserts(), answers: await answersAtOnce(server, requests) })
  }
  await server.stop()
  console.log(
    `Answering, ${learners} learners at once, beside a bare insert of the same rows, ` +
      `${rounds} rounds of ${roundSeconds} s in turns.`,
  )
  const ratios = pairs.map(({ bare, answers }) => answers.perSecond / bare.perSecond)
  /** @param {'bare' | 'answers'} who @param {keyof Speed} what */
  const middle = (who, what) => median(pairs.map((pair) => pair[who][what]))
  table.line(
    [
      'answers stored',
      middle('answers', 'perSecond').toFixed(0),
      middle('bare', 'perSecond').toFixed(0),
      middle('answers', 'processorMs').toFixed(3),
      middle('bare', 'processorMs').toFixed(3),
      `${median(ratios).toFixed(3)} (${Math.min(...ratios).toFixed(3)}–${Math.max(...ratios).toFixed(3)})`,
      (middle('bare', 'processorMs') / middle('answers', 'processorMs')).toFixed(3),
    ],
    { number: median(ratios), budget: { min: 0.3 } },
  )
  table.print(['', 'per s', 'bare per s', 'CPU ms', 'bare CPU ms', 'ratio (by round)', 'CPU ratio'])
}
