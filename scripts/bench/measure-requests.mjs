import { bareServer, storeBarePages } from './bare-server.mjs'
import { memoryOf, startChild, startSite, timeStart } from './child.mjs'
import { measureGuessing } from './guessing.mjs'
import { fetchRaw } from './http.mjs'
import { measureChapters } from './measure-chapters.mjs'
import { median } from './numbers.mjs'

const chapter = '/en/courses/run-a-party/the-branch'
const starts = 5
const site = () => startSite()
const bare = () => startChild(bareServer)

const ms = (/** @type {number} */ value) => (value < 10 ? value.toFixed(1) : value.toFixed(0))

/**
 * Starts a server several times. Gives the median time to its first page, and the last one, still
 * running.
 * @param {() => Promise<import('./child.mjs').Child>} start
 */
async function startSeveralTimes(start) {
  const times = []
  for (let i = 1; ; i += 1) {
    const { child, milliseconds } = await timeStart(start, chapter)
    times.push(milliseconds)
    if (i === starts) return { child, milliseconds: median(times), memory: memoryOf(child.pid) }
    await child.stop()
  }
}

/**
 * Measures what one request costs, beside a bare Node server that sends the same bytes; guessing; and
 * the start.
 * @param {ReturnType<typeof import('./table.mjs').budgetTable>} table
 */
export async function measureRequests(table) {
  const first = await timeStart(site, chapter)
  const page = await fetchRaw(first.child.origin + chapter)
  await first.child.stop()
  storeBarePages([{ path: chapter, ...page }])

  const bareServers = await startSeveralTimes(bare)
  const cirkel = await startSeveralTimes(site)
  const bareTarget = { server: bareServers.child, path: chapter, status: 200 }
  const { bareCost } = await measureChapters({ server: cirkel.child, bareTarget, table })

  const guessing = await measureGuessing(cirkel.child)
  const [slower, faster] = [
    Math.max(guessing.known, guessing.unknown),
    Math.min(guessing.known, guessing.unknown),
  ]
  console.log(
    `Guessing: wrong passphrases for ${guessing.atOnce} names at once; one by one for names that somebody has and nobody has, in turns.`,
  )
  table.line(['processor time of one guess, ms', ms(guessing.processorMs)])
  table.line(
    ['the same, times that of a bare page', (guessing.processorMs / bareCost).toFixed(0)],
    {
      number: guessing.processorMs / bareCost,
      budget: { min: 100 },
    },
  )
  table.line(['time to the answer, name that somebody has, ms', ms(guessing.known)])
  table.line(['time to the answer, name that nobody has, ms', ms(guessing.unknown)])
  table.line(['the slower of these, times the faster', (slower / faster).toFixed(2)], {
    number: slower / faster,
    budget: { max: 1.2 },
  })
  table.line([`more memory with ${guessing.atOnce} at once, MB`, guessing.moreMemory.toFixed(0)], {
    number: guessing.moreMemory,
    budget: { max: 100 },
  })
  table.print(['', 'Cirkel'])

  const afterLoad = memoryOf(cirkel.child.pid)
  console.log(
    `Start: from spawning the process to the first page, median of ${starts}. Memory: resident, after one page.`,
  )
  table.line(
    [
      'start, s',
      (cirkel.milliseconds / 1000).toFixed(2),
      (bareServers.milliseconds / 1000).toFixed(2),
    ],
    {
      number: cirkel.milliseconds / 1000,
      budget: { max: 2 },
    },
  )
  table.line(['very first start, chapters compiled, s', (first.milliseconds / 1000).toFixed(2), ''])
  table.line(['memory at rest, MB', cirkel.memory.toFixed(0), bareServers.memory.toFixed(0)], {
    number: cirkel.memory,
    budget: { max: 150 },
  })
  table.line([
    'memory after the load, MB',
    afterLoad.toFixed(0),
    memoryOf(bareServers.child.pid).toFixed(0),
  ])
  table.print(['', 'Cirkel', 'bare Node'])

  await cirkel.child.stop()
  await bareServers.child.stop()
}
