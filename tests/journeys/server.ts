import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, copyFileSync, rmSync } from 'node:fs'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'

/** A server of the built site in a process of its own, with a database of its own. */
export interface TestServer {
  origin: string
  databaseFile: string
  /** The process that was started. */
  pid(): number
  /** Sends it a signal. */
  signal(name: NodeJS.Signals): void
  /** Resolves to its exit code when it has ended; null where a signal ended it. */
  ended(): Promise<number | null>
  /** Everything that the process has printed. */
  output: string[]
  /**
   * Resolves once the process has printed these words, before this or after; how long that takes is
   * for the test's own limit.
   */
  printed(words: string): Promise<void>
  /** Ends the process at once, without a word (SIGKILL). */
  kill(): Promise<void>
  /** Starts it again at the same address, with the same database. */
  start(): Promise<void>
  stop(): Promise<void>
}

// A test that fails leaves no server behind, which its second try would meet.
const children = new Set<ChildProcess>()
process.once('exit', () => {
  for (const child of children) child.kill('SIGKILL')
})

/**
 * Starts a server on a copy of the template database, or on a server's with `DATABASE_URL`. The name tells its files apart. With
 * `maxFileBlocks`, no file that it writes can grow beyond so many blocks of 512 bytes, as on a disk
 * that is full.
 */
export async function startServer(
  name: string,
  settings: Record<string, string> = {},
  { maxFileBlocks }: { maxFileBlocks?: number } = {},
): Promise<TestServer> {
  const databaseFile = `.cache/tests/${name}.db`
  if (!settings.DATABASE_URL) {
    for (const ending of ['', '-wal', '-shm']) rmSync(databaseFile + ending, { force: true })
    copyFileSync('.cache/tests/template.db', databaseFile)
    // As the site makes it: of one that others can read, it would tell.
    chmodSync(databaseFile, 0o600)
  }
  let child: ChildProcess
  let port = settings.PORT ?? '0'

  const waiting = new Set<() => void>()
  const note = (line: string) => {
    server.output.push(line)
    for (const look of waiting) look()
  }

  const server: TestServer = {
    origin: '',
    databaseFile,
    pid: () => child.pid as number,
    signal: (name) => void child.kill(name),
    async ended() {
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
      return child.exitCode
    },
    output: [],
    printed: (words) =>
      new Promise((resolve) => {
        const look = () => {
          if (!server.output.join('\n').includes(words)) return
          waiting.delete(look)
          resolve()
        }
        waiting.add(look)
        look()
      }),
    async start() {
      const env = {
        ...process.env,
        PSEUDO_RTL: 'true',
        ...settings,
        NODE_ENV: 'production',
        PORT: port,
        DATABASE_URL: settings.DATABASE_URL ?? `file:./${databaseFile}`,
      }
      const program = [process.execPath, 'scripts/serve.mjs']
      const limited = ['sh', '-c', `ulimit -f ${maxFileBlocks}; exec "$@"`, 'sh', ...program]
      const [command = '', ...args] = maxFileBlocks ? limited : program
      child = spawn(command, args, {
        env: env as unknown as NodeJS.ProcessEnv,
        stdio: ['ignore', 'pipe', 'pipe'],
      })
      children.add(child)
      createInterface({ input: child.stderr as Readable }).on('line', note)
      const lines = createInterface({ input: child.stdout as Readable })
      await new Promise<void>((resolve, reject) => {
        child.once('exit', (code) =>
          reject(new Error(`The server ended with ${code}:\n${server.output.join('\n')}`)),
        )
        lines.on('line', (line) => {
          note(line)
          const ready = /^Ready on (https?:\S+)/.exec(line)
          if (!ready) return
          // Behind TLS it tells the readers' address; here it is asked without the proxy.
          server.origin = ready[1]?.startsWith('https:')
            ? `http://127.0.0.1:${port}`
            : (ready[1] as string)
          port = new URL(server.origin).port
          resolve()
        })
      })
      child.removeAllListeners('exit')
    },
    async kill() {
      const ended = once(child, 'exit')
      child.kill('SIGKILL')
      await ended
    },
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return
      const ended = once(child, 'exit')
      child.kill('SIGTERM')
      await ended
    },
  }
  await server.start()
  return server
}
