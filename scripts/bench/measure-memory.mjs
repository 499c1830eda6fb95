import { setTimeout as pause } from 'node:timers/promises'
import { memoryOf, startSite } from './child.mjs'
import { askAgainAndAgain, inTurn, requestBytes } from './connection.mjs'
import { fetchRaw, formHeaders, textOf } from './http.mjs'
import { answerForms, signUp } from './learner.mjs'
import { growthPerMinute, watchMemory } from './memory-watch.mjs'

const seconds = Number(process.env.BENCH_SECONDS) || 60
/** How long the site settles after its first page, and after the load. */
const settling = 15_000
const chapter = '/en/courses/run-a-party/the-branch'

/**
 * What readers do, as one connection each asks it again and again.
 * @param {string} origin
 */
async function mixedRequests(origin) {
  const guest = await fetchRaw(origin + chapter)
  const [body] = answerForms(textOf(guest))
  if (!body) throw new Error('The chapter asks nothing that can be answered with one button.')
  const learner = await signUp(origin, 'bench memory')
  const cookie = { cookie: learner.cookie }
  const get = (/** @type {string} */ path, headers = {}) => ({ path, headers, status: 200 })
  return [
    get(chapter),
    get('/en/courses/run-a-party'),
    get('/sv/courses/run-a-party/ideology'),
    get('/en/search?q=how+to+start+a+party'),
    get('/sv/search?q=kassa'),
    get(chapter, cookie),
    get('/en/progress', cookie),
    get('/en/review', cookie),
    { path: chapter, method: 'POST', headers: formHeaders, body, status: 200 },
    { path: chapter, method: 'POST', headers: learner, body, status: 303 },
  ]
}

/**
 * Memory after one page, and its course while ten connections read, search and answer.
 * @param {ReturnType<typeof import('./table.mjs').budgetTable>} table
 */
export async function measureMemory(table) {
  const site = await startSite()
  await fetchRaw(site.origin + chapter)
  await pause(settling)
  const atRest = memoryOf(site.pid)
  const requests = await mixedRequests(site.origin)
  console.log(
    `Memory: after one page and ${settling / 1000} s; then ten connections that read, search and answer ` +
      `for ${seconds} s (BENCH_SECONDS; five minutes are 300).`,
  )
  const memory = watchMemory(site.pid)
  const until = performance.now() + seconds * 1000
  const port = Number(new URL(site.origin).port)
  let answers = 0
  const telling = setInterval(
    () => console.log(`  ${answers} answers, ${memoryOf(site.pid).toFixed(0)} MB`),
    10_000,
  )
  await Promise.all(
    requests.map(({ status, ...request }) =>
      askAgainAndAgain(
        { port, nextRequest: inTurn([requestBytes(request)]), status, until },
        () => {
          answers += 1
        },
      ),
    ),
  )
  clearInterval(telling)
  const { alone, taken } = memory.stop()
  const later = taken.filter(({ seconds: at }) => at > seconds / 2)
  await pause(settling)

  table.line(['at rest, MB', atRest.toFixed(0)], { number: atRest, budget: { max: 130 } })
  table.line(['most under load, MB', alone.toFixed(0)], { number: alone, budget: { max: 200 } })
  table.line(['growth in the second half, MB a minute', growthPerMinute(later).toFixed(1)], {
    number: growthPerMinute(later),
    budget: { max: 5 },
  })
  table.line([`${settling / 1000} s after it, MB`, memoryOf(site.pid).toFixed(0)])
  table.line(['answers meanwhile', String(answers)])
  table.print(['', 'Cirkel'])
  await site.stop()
}
