import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { memoryOf, startSite } from './child.mjs'
import { fetchRaw } from './http.mjs'
import { watchMemory } from './memory-watch.mjs'
import { startReader } from './waiting-reader.mjs'

const courses = Number(process.env.BENCH_COURSES) || 20
const folder = '.cache/bench/courses'
const cache = '.cache/bench/courses-cache'
const page = '/en/courses/course-1/the-branch'
const maxWait = 200

/**
 * Copies of the real course under other names, each text with a title of its own: all of it has to be
 * compiled.
 */
function copyCourses() {
  for (const path of [folder, cache]) rmSync(path, { recursive: true, force: true })
  for (let n = 1; n <= courses; n += 1) {
    const course = `${folder}/course-${n}`
    cpSync('courses/run-a-party', course, { recursive: true })
    for (const name of readdirSync(course, { recursive: true, encoding: 'utf8' })) {
      if (!/^\d\d-.*\.mdx$/.test(name)) continue
      const text = readFileSync(`${course}/${name}`, 'utf8')
      writeFileSync(`${course}/${name}`, text.replace(/^title: .*$/m, `$& ${n}`))
    }
  }
}

/**
 * Changes a word of one chapter and waits until the site has the other version.
 * @param {string} origin
 */
async function changeChapter(origin) {
  const file = `${folder}/course-1/05-the-branch/en.mdx`
  const version = async () => (await fetchRaw(`${origin}/healthz`)).body.toString()
  const before = await version()
  writeFileSync(file, `${readFileSync(file, 'utf8')}\n`)
  const began = performance.now()
  while ((await version()) === before) await pause(100)
  return performance.now() - began
}

/**
 * Twenty courses: a first start with nothing compiled, the first search, and a chapter that changes.
 * A guest asks for a page every 20 ms from the moment when there are pages.
 * @param {ReturnType<typeof import('./table.mjs').budgetTable>} table
 */
export async function measureCourses(table) {
  console.log(`${courses} courses (BENCH_COURSES), nothing compiled; first start:`)
  copyCourses()
  const settings = { COURSES: folder, CACHE: cache }
  const began = performance.now()
  /** @type {ReturnType<typeof watchMemory> | undefined} */
  let memory
  const site = await startSite(settings, {
    onSpawn: (pid) => {
      memory = watchMemory(pid)
    },
    isShown: true,
  })
  const started = (performance.now() - began) / 1000
  const first = memory?.stop() ?? { alone: Number.NaN, together: Number.NaN }

  console.log('Pages are served. The courses are indexed, somebody searches …')
  const indexing = startReader(site.origin + page)
  const searched = performance.now()
  await fetchRaw(`${site.origin}/en/search?q=how+to+start+a+party`, { timeout: 300_000 })
  const search = (performance.now() - searched) / 1000
  const afterSearch = await indexing.stop()
  const atRest = memoryOf(site.pid)

  console.log('A chapter changes …')
  const changing = startReader(site.origin + page)
  memory = watchMemory(site.pid)
  const changed = (await changeChapter(site.origin)) / 1000
  await fetchRaw(`${site.origin}/en/search?q=how+to+start+a+party`, { timeout: 300_000 })
  const afterChange = await changing.stop()
  const peak = memory.stop()
  await pause(5000)
  const after = memoryOf(site.pid)
  await site.stop()

  const wait = { max: maxWait }
  table.line(['first start, s', started.toFixed(1)])
  table.line(['most memory meanwhile, the site itself, MB', first.alone.toFixed(0)])
  table.line(['the same with the process that compiles, MB', first.together.toFixed(0)])
  table.line(['first search, asked for at once, s', search.toFixed(1)])
  table.line(['longest wait of a guest meanwhile, ms', afterSearch.longest.toFixed(0)], {
    number: afterSearch.longest,
    budget: wait,
  })
  table.line(['99 of 100 wait less, ms', afterSearch.p99.toFixed(0)])
  table.line(['memory when all is indexed, MB', atRest.toFixed(0)])
  table.line(['a changed chapter is there after, s', changed.toFixed(1)])
  table.line(['longest wait of a guest meanwhile, ms', afterChange.longest.toFixed(0)], {
    number: afterChange.longest,
    budget: wait,
  })
  table.line(['most memory meanwhile, the site itself, MB', peak.alone.toFixed(0)])
  table.line(['the same with the process that compiles, MB', peak.together.toFixed(0)])
  table.line(['memory 5 s later, of what it was before', (after / atRest).toFixed(2)], {
    number: after / atRest,
    budget: { max: 1.3 },
  })
  table.print(['', 'Cirkel'])
}
