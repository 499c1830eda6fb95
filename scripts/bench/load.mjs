import { processorTimeOf } from './child.mjs'
import { askAgainAndAgain, requestBytes } from './connection.mjs'
import { median, percentile } from './numbers.mjs'

const rounds = 5
const roundSeconds = 3
const warmUpSeconds = 2
const connections = 10

/**
 * What is asked again and again, of whom, and with which status it must be answered.
 * @typedef {{ server: import('./child.mjs').Child, path: string, method?: string, headers?:
 *   Record<string, string>, body?: string, status: number }} Target
 */

/**
 * One round: as many requests as the server answers in so many seconds.
 * @param {Target} target
 * @param {number} seconds
 */
async function round(target, seconds) {
  /** @type {number[]} */
  const times = []
  const { server, status } = target
  const usedBefore = processorTimeOf(server.pid)
  const start = performance.now()
  const how = {
    port: Number(new URL(server.origin).port),
    request: requestBytes(target),
    status,
    until: start + seconds * 1000,
  }
  await Promise.all(
    Array.from({ length: connections }, () =>
      askAgainAndAgain(how, (milliseconds) => times.push(milliseconds)),
    ),
  )
  const elapsed = (performance.now() - start) / 1000
  return {
    perSecond: times.length / elapsed,
    times,
    processorMs: ((processorTimeOf(server.pid) - usedBefore) * 1000) / times.length,
  }
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
  for (let i = 0; i < rounds; i += 1)
    pairs.push({ bare: await round(bare, roundSeconds), target: await round(target, roundSeconds) })
  const ratios = pairs.map((pair) => pair.target.perSecond / pair.bare.perSecond)
  const times = pairs.flatMap((pair) => pair.target.times)
  return {
    perSecond: median(pairs.map((pair) => pair.target.perSecond)),
    barePerSecond: median(pairs.map((pair) => pair.bare.perSecond)),
    processorMs: median(pairs.map((pair) => pair.target.processorMs)),
    bareProcessorMs: median(pairs.map((pair) => pair.bare.processorMs)),
    p50: percentile(times, 50),
    p99: percentile(times, 99),
    ratio: median(ratios),
    lowest: Math.min(...ratios),
    highest: Math.max(...ratios),
  }
}
