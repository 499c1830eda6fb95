import { fetchRaw } from './http.mjs'
import { percentile } from './numbers.mjs'

const every = 20

/**
 * Asks for a guest's page every 20 ms, whether the one before has been answered or not, until it is
 * told to stop: then it gives how long the answers took, and the longest wait of all.
 * @param {string} address
 */
export function startReader(address) {
  /** @type {Promise<number>[]} */
  const waits = []
  const timer = setInterval(() => {
    const before = performance.now()
    waits.push(
      fetchRaw(address).then(({ status }) => {
        if (status !== 200) throw new Error(`${address} answered ${status}.`)
        return performance.now() - before
      }),
    )
    // Awaited at the end; until then a failure is nobody's.
    waits.at(-1)?.catch(() => {})
  }, every)
  return {
    async stop() {
      clearInterval(timer)
      const times = await Promise.all(waits)
      return { asked: times.length, p99: percentile(times, 99), longest: Math.max(0, ...times) }
    },
  }
}
