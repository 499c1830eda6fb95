import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import Libsql from 'libsql'
import { makeFolder } from '../../app/platform/make-folder.server.ts'
import { isBusyError } from '../../app/platform/sqlite/errors.ts'

/**
 * Takes a lock on a file of its own, which the kernel frees however this process ends. Returns what
 * frees it, or null where another process has it.
 */
export function tryLock(path: string): (() => void) | null {
  const lock = new Libsql(path)
  try {
    lock.exec('PRAGMA busy_timeout = 0')
    lock.exec('PRAGMA journal_mode = MEMORY')
    lock.exec('BEGIN EXCLUSIVE')
    return () => lock.close()
  } catch (error) {
    lock.close()
    if (isBusyError(error)) return null
    throw error
  }
}

const scratchName = /^\.cirkel-scratch-[0-9a-f]{16}$/

/** Made a moment ago, and perhaps not locked yet, in milliseconds. */
const justMade = 60_000

/** Removes the scratch folders of commands that were killed. */
function sweep(folder: string): void {
  for (const name of readdirSync(folder).filter((name) => scratchName.test(name))) {
    const path = join(folder, name)
    const lock = join(path, 'lock')
    if (!existsSync(lock) && Date.now() - statSync(path).mtimeMs < justMade) continue
    const free = tryLock(lock)
    if (!free) continue
    rmSync(path, { recursive: true, force: true })
    free()
  }
}

/** A folder for what is needed for as long as a command runs. */
export interface Scratch {
  folder: string
  remove(): void
}

/**
 * Makes a scratch folder, for this user alone, within a folder that is made when missing. It goes
 * with the process; that of a process that was killed goes when the next one is made.
 */
export function makeScratch(within: string): Scratch {
  process.umask(0o077)
  makeFolder(within)
  sweep(within)
  const folder = join(within, `.cirkel-scratch-${randomBytes(8).toString('hex')}`)
  mkdirSync(folder, { mode: 0o700 })
  const free = tryLock(join(folder, 'lock'))
  const remove = () => {
    free?.()
    rmSync(folder, { recursive: true, force: true })
  }
  onEnd(remove)
  return { folder, remove }
}

const atEnd: (() => void)[] = []

/** Has something done before the process ends, also by SIGTERM or Ctrl+C. */
export function onEnd(work: () => void): void {
  if (atEnd.length === 0) {
    process.once('exit', () => {
      for (const one of atEnd.toReversed()) one()
    })
    for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const)
      process.once(signal, () => {
        console.error('Stopped before the end.')
        process.exit(1)
      })
  }
  atEnd.push(work)
}
