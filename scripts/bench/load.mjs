import { processorTimeOf } from './child.mjs'
import { askAgainAndAgain, inTurn, requestBytes } from './connection.mjs'
import { median, percentile } from './numbers.mjs'

const rounds = 5
const roundSeconds = 3
const warmUpSeconds = 2
/** So many requests until a server's code is compiled and its pages are made, or so many seconds. */
const warmUpRequests = 3000
const maxWarmUpSeconds = 60
const connections = 10

/**
 * What is asked again and again, of whom, and with which status it must be answered. Where many
 * people ask, their headers are sent in turn.
 * @typedef {{ server: import('./child.mjs').Child, path: string, method?: string, headers?:
 *   Record<string, string>, people?: readonly Record<string, string>[], body?: string, status:
 *   number }} Target
 */

/** @param {Target} target */
function requestsOf({ people, headers = {}, ...target }) {
  return (people ?? [{}]).map((own) => requestBytes({ ...target, headers: { ...headers, ...own } }))
}

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
    nextRequest: inTurn(requestsOf(target)),
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
  let answered = 0
  for (let s = 0; answered < warmUpRequests && s < maxWarmUpSeconds; s += warmUpSeconds)
    answered += (await round(target, warmUpSeconds)).times.length
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
    processorRatio: median(pairs.map((pair) => pair.bare.processorMs / pair.target.processorMs)),
    lowest: Math.min(...ratios),
    highest: Math.max(...ratios),
  }
}
