import { createPrivateKey } from 'node:crypto'
import { lstatSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { readBackupName } from '../../app/platform/backup-names.ts'
import { ownMigrations as serverMigrations } from '../../app/platform/postgres/migrations.mjs'
import { ownMigrations } from '../prepare.mjs'
import { readArchive } from './archive.ts'
import { BackupFault, saying } from './backup-fault.ts'
import { isAsNamed } from './backup-folder.ts'
import type { Manifest } from './manifest.ts'
import { passphraseToOpen } from './passphrase.ts'
import type { Snapshot } from './snapshot.ts'

/** The file that the command was given; other words are its options. */
export function fileFrom(words: string[], usage: string): string {
  const [file, ...more] = words
  if (file && more.length === 0) return file
  throw new BackupFault(`Usage: ${usage}`)
}

/**
 * Takes a backup apart into a folder, each part compared with its checksum. Throws a {@link
 * BackupFault} where it is damaged, foreign, of a newer version or not to be opened.
 */
export async function openBackup(path: string, into: string): Promise<Manifest> {
  await saying(`${path} cannot be read`, () => {
    if (!lstatSync(path).isFile()) throw new BackupFault(`${path} is no file.`)
  })
  const name = readBackupName(basename(path))
  const isWhole = () => isAsNamed(path, name?.sha256 ?? '')
  if (name && !(await saying(`${path} cannot be read`, isWhole)))
    throw new BackupFault(
      `${path} is damaged, or a part of it is missing: its bytes are not those that its name says. Take another backup.`,
    )
  const manifest = await readArchive(path, { into, passphrase: passphraseToOpen })
  refuseNewer(path, manifest)
  return manifest
}

/** Refuses a database that has had migrations which this version does not have. */
function refuseNewer(path: string, { engine, migrations, version }: Manifest): void {
  const own = new Map(migrationsOf(engine).map(({ name, checksum }) => [name, checksum]))
  const unknown = migrations.filter(({ name, checksum }) => own.get(name) !== checksum)
  if (unknown.length > 0)
    throw new BackupFault(
      `${path} was made by another version of Cirkel, ${version}, whose ${unknown.map(({ name }) => name).join(', ')} this one does not have. Nothing was changed. Use that version.`,
    )
}

/** The migrations that this program has for a database of an engine. */
export function migrationsOf(engine: Manifest['engine']) {
  return engine === 'SQLite' ? ownMigrations() : serverMigrations()
}

/** How many migrations of this version a database is still to have. */
export function missingIn({ engine, migrations }: Manifest): number {
  return migrationsOf(engine).length - migrations.length
}

/** What is known of a backup, a sentence each. */
export function describeBackup(path: string, manifest: Manifest): string[] {
  const missing = missingIn(manifest)
  const at = manifest.madeOn.replace('T', ' ').replace('Z', ' UTC')
  return [
    `${path} is whole. Version ${manifest.version} made it, on ${at}, of a ${manifest.engine} database.`,
    missing === 0
      ? 'Its database is as this version has it: nothing is to be migrated.'
      : `Its database is older than this version: ${missing} migrations are to be applied.`,
  ]
}

/** How many rows all tables have. */
export function sumOf(counts: Snapshot['counts']): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0)
}

/**
 * Compares what a database holds with what was counted and noted when its backup was made. Throws a
 * {@link BackupFault} where they are not the same.
 */
export function compareContents(
  { counts, migrations }: Pick<Snapshot, 'counts' | 'migrations'>,
  { counts: then, migrations: had }: Manifest,
): void {
  const listOf = (all: Snapshot['migrations']) =>
    all.map(({ name, checksum }) => `${name} ${checksum}`).sort()
  if (!isDeepStrictEqual(listOf(migrations), listOf(had)))
    throw new BackupFault(
      'The database in the backup has had other migrations than the backup says: somebody has changed it.',
    )
  const names = [...new Set([...Object.keys(counts), ...Object.keys(then)])].sort()
  const of = (one: Snapshot['counts'], name: string) =>
    Object.hasOwn(one, name) ? one[name] : 'none'
  const other = names.filter((name) => of(counts, name) !== of(then, name))
  if (other.length === 0) return
  const list = other.slice(0, 5).map((name) => `${name} ${of(counts, name)}, not ${of(then, name)}`)
  if (other.length > list.length) list.push(`and ${other.length - list.length} more tables`)
  throw new BackupFault(
    `What came out of the backup is not what went in. Rows there are now: ${list.join('; ')}.`,
  )
}

/** The key of proofs that a backup holds, or null. */
export function proofKeyIn(manifest: Manifest, folder: string): Buffer | null {
  if (!manifest.files.some(({ name }) => name === 'proof-key.pem')) return null
  const key = readFileSync(join(folder, 'proof-key.pem'))
  try {
    createPrivateKey(key)
    return key
  } catch {
    throw new BackupFault('The proof key in the backup is no key.')
  }
}
