import { createClient } from '@libsql/client'
import { startSite } from './child.mjs'
import { fetchRaw, textOf } from './http.mjs'
import { answerForms, signUp } from './learner.mjs'
import { median } from './numbers.mjs'

const database = '.cache/bench/bench.db'
const loads = 40
const attempts = 5000
const cards = 2000

/** @param {number} after */
const day = (after) => new Date(Date.now() + after * 86_400_000).toISOString().slice(0, 10)

/**
 * Gives a learner 5,000 answers in the course and 2,000 cards: one for each of its questions, and
 * the rest in courses that the site no longer has, since no course asks so much. Half of them wait.
 * @param {string} pseudonym
 * @param {{ chapter: string, question: string, hash: string }[]} questions
 */
async function seed(pseudonym, questions) {
  const client = createClient({ url: `file:./${database}` })
  await client.execute('PRAGMA busy_timeout = 5000')
  const { rows } = await client.execute({
    sql: 'SELECT id FROM Learner WHERE pseudonym = ?',
    args: [pseudonym],
  })
  const id = String(rows[0]?.id)
  const answered = Array.from({ length: attempts }, (_, n) => ({
    ...questions[n % questions.length],
    isRight: n % 3 > 0,
    on: day(-(n % 300)),
  }))
  await client.execute({
    sql: `INSERT INTO Attempt (learnerId, course, chapter, question, questionHash, answer, isRight, answeredOn)
      SELECT ?, 'run-a-party', value ->> 'chapter', value ->> 'question', value ->> 'hash', '{}', value ->> 'isRight', value ->> 'on'
      FROM json_each(?)`,
    args: [id, JSON.stringify(answered)],
  })
  const kept = Array.from({ length: cards }, (_, n) => ({
    ...(questions[n] ?? { chapter: `chapter-${n % 20}`, question: `q${n}`, hash: 'h' }),
    course: n < questions.length ? 'run-a-party' : `former-${n % 12}`,
    stability: 3 + (n % 40),
    reviewedOn: day(-20 - (n % 60)),
    dueOn: day((n % 21) - 10),
  }))
  await client.execute({
    sql: `INSERT INTO ReviewCard (learnerId, course, chapter, question, questionHash, stability, difficulty, reviewedOn, dueOn)
      SELECT ?, value ->> 'course', value ->> 'chapter', value ->> 'question', value ->> 'hash', value ->> 'stability', 5,
        value ->> 'reviewedOn', value ->> 'dueOn'
      FROM json_each(?)`,
    args: [id, JSON.stringify(kept)],
  })
  client.close()
}

/**
 * Every question of the course with the hash that its answers are stored with: from the attempts of
 * somebody who answers it all wrongly or rightly.
 * @param {string} origin
 */
async function questionsOfCourse(origin) {
  const headers = await signUp(origin, 'bench asker')
  const contents = textOf(await fetchRaw(`${origin}/en/courses/run-a-party`))
  const addresses = [
    ...new Set(
      [...contents.matchAll(/href="(\/en\/courses\/run-a-party\/[a-z-]+)"/g)].map((match) =>
        String(match[1]),
      ),
    ),
  ]
  for (const address of addresses) {
    const page = await fetchRaw(origin + address)
    for (const body of answerForms(textOf(page)))
      await fetchRaw(origin + address, { method: 'POST', headers, body })
  }
  const client = createClient({ url: `file:./${database}` })
  const { rows } =
    await client.execute(`SELECT DISTINCT chapter, question, questionHash AS hash FROM Attempt
    WHERE learnerId = (SELECT id FROM Learner WHERE pseudonym = 'bench asker')`)
  client.close()
  return rows.map(({ chapter, question, hash }) => ({
    chapter: String(chapter),
    question: String(question),
    hash: String(hash),
  }))
}

/**
 * The median time of a page for two learners, in turns.
 * @param {string} address
 * @param {[Record<string, string>, Record<string, string>]} learners
 */
async function timeInTurns(address, learners) {
  /** @type {number[][]} */
  const times = [[], []]
  for (let i = 0; i < loads; i += 1)
    for (const [who, { cookie }] of learners.entries()) {
      const before = performance.now()
      const { status } = await fetchRaw(address, { headers: { cookie: String(cookie) } })
      if (status !== 200) throw new Error(`${address} answered ${status}.`)
      // The first loads of a fresh process are slower for both.
      if (i > 4) times[who]?.push(performance.now() - before)
    }
  return { few: median(times[0] ?? []), many: median(times[1] ?? []) }
}

/**
 * Measures what grows with what a learner has done: the review and the progress page.
 * @param {ReturnType<typeof import('./table.mjs').budgetTable>} table
 */
export async function measureReviews(table) {
  const server = await startSite()
  const newcomer = await signUp(server.origin, 'bench newcomer')
  const studious = await signUp(server.origin, 'bench studious')
  const questions = await questionsOfCourse(server.origin)
  await seed('bench studious', questions)
  console.log(
    `A learner with ${attempts} answers and ${cards} cards beside a new one, median of ${loads - 5} loads in turns, ms.`,
  )
  for (const path of ['/en/review', '/en/progress']) {
    const { few, many } = await timeInTurns(server.origin + path, [newcomer, studious])
    table.line([path, few.toFixed(1), many.toFixed(1), (many / few).toFixed(2)], {
      number: many / few,
      budget: { max: 3 },
    })
  }
  table.print(['', 'new', 'studious', 'ratio'])

  await server.stop()
}
