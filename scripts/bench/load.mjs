import autocannon from 'autocannon'
import { processorTimeOf } from './child.mjs'
import { median, percentile } from './numbers.mjs'

const rounds = 5
const roundSeconds = 3
const warmUpSeconds = 2
const connections = 10

/**
 * What is asked again and again, of whom, and with which status it must be answered.
 * @typedef {{ server: import('./child.mjs').Child, path: string, method?: 'GET' | 'POST', headers?: Record<string, string>, body?: string, status: number }} Target
 */

/**
 * One round: as many requests as the server answers in so many seconds.
 * @param {Target} target
 * @param {number} seconds
 */
async function round({ server, path, method = 'GET', headers = {}, body, status }, seconds) {
  /** @type {number[]} */
  const times = []
  let others = 0
  const before = processorTimeOf(server.pid)
  const running = autocannon({
    url: server.origin + path,
    method,
    headers: { 'accept-encoding': 'br', ...headers },
    body,
    connections,
    duration: seconds,
    timeout: 20,
  })
  running.on('response', (_client, code, _bytes, milliseconds) => {
    if (code === status) times.push(milliseconds)
    else others += 1
  })
  const { errors, duration } = await running
  const used = (processorTimeOf(server.pid) ?? Number.NaN) - (before ?? Number.NaN)
  if (others + errors > 0) throw new Error(`${method} ${path}: ${others} answers were not ${status}, ${errors} did not come.`)
  return { perSecond: times.length / duration, times, busy: used / duration }
}

/**
 * Measures a target and the bare server in turns, so that what else the machine does falls on both.
 * @param {Target} target
 * @param {Target} bare
 */
export async function measureInTurns(target, bare) {
  await round(bare, warmUpSeconds)
  await round(target, warmUpSeconds)
  const pairs = []
  for (let i = 0; i < rounds; i += 1) pairs.push({ bare: await round(bare, roundSeconds), target: await round(target, roundSeconds) })
  const ratios = pairs.map((pair) => pair.target.perSecond / pair.bare.perSecond)
  const times = pairs.flatMap((pair) => pair.target.times)
  return {
    perSecond: median(pairs.map((pair) => pair.target.perSecond)),
    barePerSecond: median(pairs.map((pair) => pair.bare.perSecond)),
    busy: median(pairs.map((pair) => pair.target.busy)),
    bareBusy: median(pairs.map((pair) => pair.bare.busy)),
    p50: percentile(times, 50),
    p99: percentile(times, 99),
    ratio: median(ratios),
    lowest: Math.min(...ratios),
    highest: Math.max(...ratios),
  }
}
