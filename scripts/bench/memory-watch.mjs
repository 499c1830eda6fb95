import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { memoryOf } from './child.mjs'

const every = 100

/**
 * The processes that a process has started and that still run, with theirs; none where there is no
 * /proc.
 * @param {number} pid
 * @returns {number[]}
 */
function childrenOf(pid) {
  const tasks = `/proc/${pid}/task`
  if (!existsSync(tasks)) return []
  return readdirSync(tasks).flatMap((task) => {
    try {
      const listed = readFileSync(`${tasks}/${task}/children`, 'utf8').trim()
      const children = listed ? listed.split(' ').map(Number) : []
      return children.flatMap((child) => [child, ...childrenOf(child)])
    } catch {
      // It has ended meanwhile.
      return []
    }
  })
}

/**
 * The memory of a process that may have ended, in MB.
 * @param {number} pid
 */
function memoryIfThere(pid) {
  try {
    return memoryOf(pid) || 0
  } catch {
    return 0
  }
}

/**
 * Watches the memory of a process and of those that it starts, in MB: the most that it took alone
 * and with them, and what it took over time.
 * @param {number} pid
 */
export function watchMemory(pid) {
  let alone = 0
  let together = 0
  /** @type {{ seconds: number, megabytes: number }[]} */
  const taken = []
  const began = performance.now()
  const timer = setInterval(() => {
    const own = memoryIfThere(pid)
    taken.push({ seconds: (performance.now() - began) / 1000, megabytes: own })
    alone = Math.max(alone, own)
    together = Math.max(
      together,
      childrenOf(pid).reduce((sum, child) => sum + memoryIfThere(child), own),
    )
  }, every)
  return {
    stop() {
      clearInterval(timer)
      return { alone, together, taken }
    },
  }
}

/**
 * How much a series grows in a minute: the slope of the line that fits it best.
 * @param {{ seconds: number, megabytes: number }[]} taken
 */
export function growthPerMinute(taken) {
  const mean = (/** @type {number[]} */ values) =>
    values.reduce((sum, value) => sum + value, 0) / values.length
  const middle = mean(taken.map(({ seconds }) => seconds))
  const level = mean(taken.map(({ megabytes }) => megabytes))
  const spread = taken.reduce((sum, { seconds }) => sum + (seconds - middle) ** 2, 0)
  const together = taken.reduce(
    (sum, { seconds, megabytes }) => sum + (seconds - middle) * (megabytes - level),
    0,
  )
  return (together / spread) * 60
}
