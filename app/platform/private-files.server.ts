import {
  accessSync,
  chmodSync,
  closeSync,
  constants,
  existsSync,
  openSync,
  readSync,
  statSync,
} from 'node:fs'
import { dirname, relative, resolve } from 'node:path'
import { ownDatabase } from './database-owner.server.ts'
import { BadEnvironment, environment, misspeltSettings } from './environment.server.ts'
import { makeFolder } from './make-folder.server.ts'
import { isServerAddress, isUnprotected } from './postgres/address.mjs'

const others = 0o077

function isOpenToOthers(path: string): boolean {
  return process.platform !== 'win32' && (statSync(path).mode & others) !== 0
}

const mode = (path: string) => (statSync(path).mode & 0o777).toString(8)

/**
 * Whether a folder is the program's own, inside of the project's. Another may serve other programs
 * too.
 */
function isOurs(folder: string): boolean {
  const path = relative('.', folder)
  return path !== '' && !path.startsWith('..') && resolve(path) === resolve(folder)
}

/**
 * Makes a folder that a setting needs, for this user alone. Returns a warning where others can read
 * it and it is not ours to change. Throws {@link BadEnvironment} where it cannot be made.
 */
function privateFolder(setting: string, folder: string): string | null {
  try {
    makeFolder(folder)
    if (!statSync(folder).isDirectory()) throw new Error('it is a file')
    accessSync(folder, constants.R_OK | constants.W_OK)
    if (!isOpenToOthers(folder)) return null
    if (!isOurs(folder))
      return `${setting}: other users of this machine can open the folder ${folder} (mode ${mode(folder)}): chmod 700 it.`
    chmodSync(folder, 0o700)
    return null
  } catch (error) {
    throw new BadEnvironment(
      `${setting}, the folder ${folder}, cannot be used: ${(error as Error).message}.`,
    )
  }
}

/**
 * Sees to it, before anything is written, that what the site stores is for its own user alone, can
 * be written, and is in use by no other server. Returns warnings for the host; throws {@link
 * BadEnvironment}.
 */
export function prepareFiles(): string[] {
  process.umask(others)
  const url = environment.DATABASE_URL
  const database = isServerAddress(url) ? warningsOfServer(url) : ownFile(url.slice('file:'.length))
  return [
    ...misspeltSettings(process.env),
    ...database,
    ...[privateFolder('CACHE', environment.CACHE) ?? []].flat(),
  ]
}

/** Makes a database file this user's and this server's alone. */
function ownFile(path: string): string[] {
  const warnings = privateDatabase(path)
  ownDatabase(path)
  return warnings
}

function warningsOfServer(address: string): string[] {
  return isUnprotected(address)
    ? [
        'DATABASE_URL: what is sent to the database server can be read on the way (sslmode=disable).',
      ]
    : []
}

/**
 * Takes a database and its log from all other users of the machine. Returns a sentence for each
 * file that was open to them.
 */
function privateDatabase(path: string): string[] {
  const warning = privateFolder('DATABASE_URL', dirname(path))
  if (existsSync(path)) {
    try {
      accessSync(path, constants.R_OK | constants.W_OK)
    } catch (error) {
      throw new BadEnvironment(
        `DATABASE_URL, the file ${path}, cannot be used: ${(error as Error).message}.`,
      )
    }
  }
  refuseOtherFiles(path)
  const open = ['', '-wal', '-shm']
    .map((end) => path + end)
    .filter((file) => existsSync(file) && isOpenToOthers(file))
  const closed = open.map((file) => {
    const before = mode(file)
    try {
      chmodSync(file, 0o600)
      return `DATABASE_URL: other users of this machine could read ${file} (mode ${before}). It is yours alone now.`
    } catch {
      return `DATABASE_URL: other users of this machine can read ${file} (mode ${before}), and it belongs to another user.`
    }
  })
  return warning ? [warning, ...closed] : closed
}

// https://www.sqlite.org/fileformat2.html#the_database_header
const magic = 'SQLite format 3\0'
const movesPagesAt = 52

/**
 * Refuses a file that is no database, and a database whose pages SQLite moves by itself: what is
 * deleted could stay in the place that a page has left, or in the end that was cut off the file.
 */
function refuseOtherFiles(path: string): void {
  if (!existsSync(path)) return
  if (!statSync(path).isFile())
    throw new BadEnvironment(`DATABASE_URL must be a file: ${path} is none.`)
  if (statSync(path).size === 0) return
  const header = Buffer.alloc(movesPagesAt + 4)
  const file = openSync(path, 'r')
  try {
    readSync(file, header, 0, header.length, 0)
  } finally {
    closeSync(file)
  }
  if (header.toString('latin1', 0, magic.length) !== magic)
    throw new BadEnvironment(
      `DATABASE_URL, the file ${path}, is no SQLite database. Nothing was changed.`,
    )
  if (header.readUInt32BE(movesPagesAt) === 0) return
  throw new BadEnvironment(
    `DATABASE_URL, the file ${path}, has auto_vacuum on, so that what is erased could stay on the ` +
      `disk. Stop what uses it, and turn that off once: sqlite3 ${path} 'PRAGMA auto_vacuum = ` +
      "NONE; VACUUM;'",
  )
}
