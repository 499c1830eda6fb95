import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { constants, setPriority } from 'node:os'
import type { BuiltPieces, CourseBuilder, CourseJob } from './build-courses.server.ts'

/** What the process that builds tells the one that asked. */
type Message = { kind: 'compiled' } | ({ kind: 'built' } & BuiltPieces)

/** Those that work now; they end with this process. */
const working = new Set<ChildProcess>()

/** Ends what is being built apart, since nobody waits for it any more. */
export function stopBuilding(): void {
  for (const child of working) child.kill('SIGKILL')
}

/**
 * Builds courses in a process of its own, which runs a script that calls {@link buildForParent}:
 * nobody who reads waits for it, and its memory goes back with its end. Throws where it ends before
 * all is built.
 */
export function buildApart(script: string): CourseBuilder {
  return async (jobs, on) => {
    const child = fork(script, { serialization: 'advanced', stdio: ['ignore', 1, 2, 'ipc'] })
    working.add(child)
    const ended = once(child, 'exit') as Promise<[number | null, NodeJS.Signals | null]>
    let left = jobs.length
    let taken: Promise<void> = Promise.resolve()
    child.on('message', (message: Message) => {
      if (message.kind === 'compiled') return on.compiled()
      left -= 1
      taken = taken.then(() => on.built(message))
      // Awaited below; until then a failure is nobody's.
      taken.catch(() => {})
    })
    child.send(jobs)
    const [code, signal] = await ended.finally(() => working.delete(child))
    await taken
    if (left > 0)
      throw new Error(`the process that compiles chapters ended with ${signal ?? code}.`)
  }
}

/** The other side of {@link buildApart}: builds what the parent sends, and ends with it. */
export function buildForParent(build: CourseBuilder): void {
  const tell = (message: Message) =>
    new Promise<void>((resolve) => process.send?.(message, () => resolve()))
  setPriority(constants.priority.PRIORITY_BELOW_NORMAL)
  process.once('disconnect', () => process.exit())
  process.once('message', async (jobs: CourseJob[]) => {
    await build(jobs, {
      built: (one) => tell({ kind: 'built', ...one }),
      compiled: () => void tell({ kind: 'compiled' }),
    })
    process.exit()
  })
}
