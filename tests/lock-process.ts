import { spawn } from 'node:child_process'
import { once } from 'node:events'

/** A process that holds the lock of a database file for writing. */
export interface LockHolder {
  /** Gives the lock back and ends the process. */
  release(): Promise<void>
}

function start(how: 'hold' | 'random', file: string) {
  return spawn(process.execPath, ['tests/lock-process.mjs', how, file], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
}

/** Has another process take the lock for writing, and waits until it has it. */
export async function holdLock(file: string): Promise<LockHolder> {
  const child = start('hold', file)
  const ended = once(child, 'exit')
  await Promise.race([
    once(child.stdout, 'data'),
    ended.then(([code]) => Promise.reject(new Error(`no lock: ${code}`))),
  ])
  return {
    async release() {
      child.stdin.end('\n')
      await ended
    },
  }
}

/**
 * Has several processes take the lock at random until they are stopped. `times` counts how often
 * one has had it.
 */
export function holdLocksAtRandom(
  file: string,
  processes: number,
): { times(): number; stop(): Promise<void> } {
  let times = 0
  const children = Array.from({ length: processes }, () => start('random', file))
  for (const child of children)
    child.stdout.on('data', (lines: Buffer) => {
      times += String(lines).split('\n').length - 1
    })
  return {
    times: () => times,
    async stop() {
      const ended = children.map((child) => once(child, 'exit'))
      for (const child of children) child.kill('SIGKILL')
      await Promise.all(ended)
    },
  }
}
