import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { fetchRaw } from './http.mjs'

/**
 * A server in a process of its own.
 * @typedef {{ origin: string, pid: number, stop(): Promise<void> }} Child
 */

// Empty counts as not set: what the person at the keyboard has set must not change what is
// measured.
const ownSettings = {
  NODE_ENV: 'production',
  PORT: '0',
  HOST: '127.0.0.1',
  ORIGIN: '',
  COURSES: '',
  PSEUDO_RTL: '',
  LOG_LEVEL: '',
  DATABASE_URL: 'file:./.cache/bench/bench.db',
  CACHE: './.cache/bench/cache',
}

/**
 * @typedef {{ onSpawn?: (pid: number) => void, isShown?: boolean }} Watching Told when the process
 *   is there, and whether what it says is shown.
 */

/**
 * Starts the built site as `npm start` does, with its flags, but without the steps before.
 * @param {Record<string, string>} [settings]
 * @param {Watching} [watching]
 * @returns {Promise<Child>}
 */
export function startSite(settings = {}, watching = {}) {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'))
  return spawnServer(['sh', '-c', scripts.serve], settings, watching)
}

/**
 * Starts a script that prints "Ready on http://…:port" and waits for that line.
 * @param {string} script
 * @param {Record<string, string>} [settings]
 * @returns {Promise<Child>}
 */
export function startChild(script, settings) {
  return spawnServer([process.execPath, script], settings)
}

/**
 * @param {string[]} command
 * @param {Record<string, string>} [settings]
 * @param {Watching} [watching]
 * @returns {Promise<Child>}
 */
async function spawnServer(command, settings = {}, { onSpawn, isShown = false } = {}) {
  const [program = '', ...args] = command
  const script = command.at(-1)
  const child = spawn(program, args, {
    env: { ...process.env, ...ownSettings, ...settings },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let isStopped = false
  const killWithUs = () => child.kill('SIGKILL')
  process.once('exit', killWithUs)
  const port = await new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('spawn', () => onSpawn?.(/** @type {number} */ (child.pid)))
    child.once('exit', (code) =>
      reject(new Error(`${script} ended with ${code} before it was ready.`)),
    )
    createInterface({ input: child.stdout }).on('line', (line) => {
      const ready = /^Ready on http:\/\/[^:]+:(\d+)/.exec(line)
      if (ready) resolve(ready[1])
      else if (isShown) console.log(`  ${line}`)
    })
  })
  child.removeAllListeners('exit')
  child.once('exit', (code, signal) => {
    if (isStopped) return
    console.error(`${script} ended before it was told to, with ${signal ?? code}.`)
    process.exit(1)
  })
  return {
    origin: `http://127.0.0.1:${port}`,
    pid: /** @type {number} */ (child.pid),
    async stop() {
      isStopped = true
      const ended = once(child, 'exit')
      child.kill('SIGTERM')
      await ended
      process.removeListener('exit', killWithUs)
    },
  }
}

/**
 * Milliseconds from starting a server to its first page, and the server, still running.
 * @param {() => Promise<Child>} start
 * @param {string} path
 */
export async function timeStart(start, path) {
  const before = performance.now()
  const child = await start()
  const { status } = await fetchRaw(child.origin + path)
  const milliseconds = performance.now() - before
  if (status !== 200) throw new Error(`${path} was answered with ${status}.`)
  return { child, milliseconds }
}

/**
 * The memory that a process holds, in MB.
 * @param {number} pid
 */
export function memoryOf(pid) {
  const status = `/proc/${pid}/status`
  const kilobytes = existsSync(status)
    ? /^VmRSS:\s+(\d+)/m.exec(readFileSync(status, 'utf8'))?.[1]
    : spawnSync('ps', ['-o', 'rss=', '-p', String(pid)]).stdout.toString()
  return Number(kilobytes) / 1024
}

/**
 * The processor time that a process has used, in seconds; not a number where there is no /proc.
 * @param {number} pid
 */
export function processorTimeOf(pid) {
  const stat = `/proc/${pid}/stat`
  if (!existsSync(stat)) return Number.NaN
  const fields = readFileSync(stat, 'utf8').split(') ')[1]?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) / 100
}
