import { fetchRaw, formHeaders, textOf } from './http.mjs'
import { answerForms, signUp } from './learner.mjs'
import { measureInTurns } from './load.mjs'
import { tell } from './progress.mjs'
import { seedReaders } from './seed-readers.mjs'

const [course, slug] = ['run-a-party', 'the-branch']
const chapter = `/en/courses/${course}/${slug}`
const database = '.cache/bench/bench.db'
/** More than the server keeps pages of: each of them is put together at each request. */
const learners = 1500

/**
 * The requests that are measured: of guests, of a learner who has answered some questions, and of
 * many who stand elsewhere each.
 * @param {import('./child.mjs').Child} server
 */
async function prepareTargets(server) {
  const page = textOf(await fetchRaw(server.origin + chapter))
  const forms = answerForms(page)
  const [form] = forms
  if (!form) throw new Error('The chapter asks nothing that can be answered with one button.')
  const reader = await signUp(server.origin, 'bench reader')
  for (const body of forms) {
    const { status } = await fetchRaw(server.origin + chapter, {
      method: 'POST',
      headers: reader,
      body,
    })
    if (status !== 303) throw new Error(`An answer was not taken: ${status}.`)
  }
  const headers = { cookie: reader.cookie }
  const seen = textOf(await fetchRaw(server.origin + chapter, { headers }))
  const results = seen.split('class="result is-').length - 1
  if (results !== forms.length)
    throw new Error(`The reader's page shows ${results} results of ${forms.length}.`)
  const sections = [...seen.matchAll(/value="bookmark:([^"]+)"/g)].map(([, id]) => String(id))
  const people = await seedReaders(database, {
    count: learners,
    from: 'bench reader',
    course,
    chapter: slug,
    sections,
  })
  const reads = { server, path: chapter, status: 200 }
  return {
    guest: reads,
    reader: { ...reads, headers },
    many: { ...reads, people },
    guestsAnswer: { ...reads, method: 'POST', headers: formHeaders, body: form },
    answers: forms.length,
  }
}

/**
 * Measures how many chapters are sent, and guests' answers, in turns with a bare server that sends
 * the guest's page. Returns the processor time of a page of the latter.
 * @param {{ server: import('./child.mjs').Child, bareTarget: import('./load.mjs').Target, table:
 *   ReturnType<typeof import('./table.mjs').budgetTable> }} what
 */
export async function measureChapters({ server, bareTarget, table }) {
  const targets = await prepareTargets(server)
  console.log(
    'Requests: 10 connections, 5 rounds of 3 s, in turns with a bare Node server that sends ' +
      'the guest’s page. The ratio is of requests a second; behind it, that of processor time.',
  )
  /** @type {[string, import('./load.mjs').Target, number][]} */
  const loads = [
    ['guest reads the chapter', targets.guest, 0.9],
    [`learner reads it again, ${targets.answers} answered`, targets.reader, 0.3],
    [`${learners} learners read it, none kept`, targets.many, 0.1],
    ['guest answers a question', targets.guestsAnswer, 0.05],
  ]
  let bareCost = Number.NaN
  for (const [title, target, min] of loads) {
    tell(title)
    const found = await measureInTurns(target, bareTarget)
    bareCost = found.bareProcessorMs
    table.line(
      [
        title,
        found.perSecond.toFixed(0),
        found.p50.toFixed(2),
        found.p99.toFixed(2),
        found.barePerSecond.toFixed(0),
        found.processorMs.toFixed(3),
        found.bareProcessorMs.toFixed(3),
        `${found.ratio.toFixed(3)} (${found.lowest.toFixed(3)}–${found.highest.toFixed(3)})`,
        found.processorRatio.toFixed(3),
      ],
      { number: found.ratio, budget: { min } },
    )
  }
  table.print([
    '',
    'req/s',
    'p50 ms',
    'p99 ms',
    'bare req/s',
    'CPU ms',
    'bare CPU ms',
    'ratio (by round)',
    'CPU ratio',
  ])
  return { bareCost }
}
