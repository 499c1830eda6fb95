import { spawnSync } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { memoryOf, startSite } from './child.mjs'
import { askAgainAndAgain, requestBytes } from './connection.mjs'
import { fetchRaw, formHeaders, textOf } from './http.mjs'
import { answerForms, signUp } from './learner.mjs'

const seconds = Number(process.env.BENCH_SECONDS) || 10
const connections = 24
const chapter = '/en/courses/run-a-party/the-branch'

/**
 * The memory of each of a site's processes, in MB, the one that was started first.
 * @param {number} pid
 */
function memoryOfAll(pid) {
  const { stdout } = spawnSync('ps', ['-o', 'pid=', '--ppid', String(pid)], { encoding: 'utf8' })
  const workers = stdout.trim().split(/\s+/).filter(Boolean).map(Number)
  return [pid, ...workers].map((one) => memoryOf(one).toFixed(0)).join(' + ')
}

/**
 * How many answers a second a site gives to one request, sent on many connections.
 * @param {string} origin
 * @param {{ request: Parameters<typeof requestBytes>[0], status: number }} asked
 */
async function answersPerSecond(origin, { request, status }) {
  const port = Number(new URL(origin).port)
  const bytes = requestBytes(request)
  const until = performance.now() + seconds * 1000
  let answers = 0
  const one = () =>
    askAgainAndAgain({ port, nextRequest: () => bytes, status, until }, () => {
      answers += 1
    })
  await Promise.all(Array.from({ length: connections }, one))
  return answers / seconds
}

/**
 * What more processes bring on this machine: answers a second of one, two and as many as there are
 * cores, and their memory. No budget: it is what the cores give, and this measures beside them.
 * @param {ReturnType<typeof import('./table.mjs').budgetTable>} table
 */
export async function measureProcesses(table) {
  console.log(
    `Processes: ${connections} connections, ${seconds} s each; who measures takes a core too.`,
  )
  for (const count of new Set([1, 2, availableParallelism()])) {
    const site = await startSite({ PROCESSES: String(count) })
    const guest = await fetchRaw(site.origin + chapter)
    const atRest = memoryOfAll(site.pid)
    const learner = await signUp(site.origin, `bench processes ${count}`)
    const [body] = answerForms(textOf(guest))
    if (!body) throw new Error('The chapter asks nothing that can be answered with one button.')
    const asked = [
      { request: { path: chapter }, status: 200 },
      { request: { path: chapter, headers: { cookie: learner.cookie } }, status: 200 },
      { request: { path: '/en/progress', headers: { cookie: learner.cookie } }, status: 200 },
      { request: { path: chapter, method: 'POST', headers: formHeaders, body }, status: 200 },
    ]
    const speeds = []
    for (const one of asked) speeds.push((await answersPerSecond(site.origin, one)).toFixed(0))
    table.line([String(count), ...speeds, atRest])
    await site.stop()
  }
  table.print(['processes', 'guest', 'learner, kept', 'learner, made', 'guest’s answer', 'MB'])
}
