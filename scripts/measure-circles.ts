import { mkdirSync } from 'node:fs'
import { startChild } from './bench/child.mjs'
import { fetchRaw, formHeaders } from './bench/http.mjs'
import { median, percentile } from './bench/numbers.mjs'
import { people, seedCircles, tokenOf } from './bench/seed-circles.ts'
import { budgetTable } from './bench/table.mjs'

const circles = 20_000
/** Trainers who ask in turn, so that it is not one circle that is measured. */
const askers = 50
const rounds = 200
const max = 3

interface Page {
  title: string
  path: string
  form?: string
  status: number
}
const pages: Page[] = [
  { title: 'a person’s list of circles', path: '/en/circles', status: 200 },
  { title: 'the circle page', path: '/en/circles/circle-N', status: 200 },
  { title: 'the page of a meeting', path: '/en/circles/circle-N/meetings/4', status: 200 },
  { title: 'its run sheet', path: '/en/circles/circle-N/meetings/4/run-sheet', status: 200 },
  {
    title: 'unticking and ticking',
    path: '/en/circles/circle-N/meetings/4',
    form: 'intent=attendance&heldSeen=yes&hours=3&hoursSeen=3',
    status: 303,
  },
  { title: 'the report', path: '/en/circles/circle-N/report', status: 200 },
]

mkdirSync('.cache/bench', { recursive: true })
const before = performance.now()
await seedCircles('./.cache/bench/one-circle.db', 1, 1)
const seeded = await seedCircles('./.cache/bench/many-circles.db', circles, askers)
console.log(
  `${circles} circles, ${circles * people} members, ` +
    `${seeded.ticks} ticks in ${(seeded.bytes / 1e6).toFixed(0)} MB, ` +
    `made in ${((performance.now() - before) / 1000).toFixed(0)} s.`,
)

const one = await startChild('scripts/serve.mjs', {
  DATABASE_URL: 'file:./.cache/bench/one-circle.db',
})
const many = await startChild('scripts/serve.mjs', {
  DATABASE_URL: 'file:./.cache/bench/many-circles.db',
})

async function time(
  origin: string,
  { path, form, status }: Page,
  circle: number,
  turn: number,
): Promise<number> {
  const cookie = `s=${tokenOf(circle)}`
  // Every other time the tick is taken back, so that each post changes something.
  const ticks = turn % 2 === 0 ? '&seen=seat-9' : '&there=seat-9'
  const options = form
    ? { method: 'POST', headers: { ...formHeaders, cookie }, body: form + ticks }
    : { headers: { cookie } }
  const start = performance.now()
  const answer = await fetchRaw(origin + path.replace('circle-N', `circle-${circle}`), options)
  if (answer.status !== status) throw new Error(`${path} was answered with ${answer.status}.`)
  return performance.now() - start
}

const table = budgetTable()
for (const page of pages) {
  const times: Record<'one' | 'many', number[]> = { one: [], many: [] }
  for (let turn = 0; turn < rounds; turn++) {
    const asked = {
      one: await time(one.origin, page, 0, turn),
      many: await time(many.origin, page, Math.floor(turn / 2) % askers, turn),
    }
    // The first round of everyone warms both processes up.
    if (turn >= askers) for (const key of ['one', 'many'] as const) times[key].push(asked[key])
  }
  const ratio = median(times.many) / median(times.one)
  table.line(
    [
      page.title,
      median(times.one).toFixed(2),
      median(times.many).toFixed(2),
      percentile(times.many, 95).toFixed(2),
      ratio.toFixed(2),
    ],
    { number: ratio, budget: { max } },
  )
}
table.print(['', 'one, ms', `${circles}, ms`, 'p95, ms', 'ratio'])
await Promise.all([one.stop(), many.stop()])
process.exit(table.missed() > 0 ? 1 : 0)
