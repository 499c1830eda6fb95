import { existsSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import {
  dataFolder,
  describeDatabase,
  environment,
  ownsDatabaseFile,
} from '../../app/platform/environment.server.ts'
import { keyFile } from '../../app/progress/proofs/proof-key.server.ts'
import { type Part, writeArchive } from './archive.ts'
import { BackupFault, saying } from './backup-fault.ts'
import { checkFolder, placeBackup, rotate, takeFolder } from './backup-folder.ts'
import { databaseName, type Manifest, manifestFormat } from './manifest.ts'
import { passphraseToLock } from './passphrase.ts'
import { makeScratch } from './scratch.ts'
import { settingsFile, settingsNow } from './settings-file.ts'
import { partFrom, partOf, type Snapshot, takeSnapshot } from './snapshot.ts'
import { leftAside } from './sqlite-restore.ts'

type HashedPart = Part & { sha256: string }

/** The version of this program. */
export function ownVersion(): string {
  return JSON.parse(readFileSync('package.json', 'utf8')).version
}

/** The files beside the database that a site needs to be started again as it was. */
async function filesBeside(settings: Record<string, string>): Promise<HashedPart[]> {
  const places = [
    { name: 'proof-key.pem', path: keyFile() },
    ...[{ name: 'circle-rules', path: settings.CIRCLE_RULES }].flatMap(({ name, path }) =>
      path ? [{ name: `${name}${extname(path)}`, path }] : [],
    ),
    ...(settings.ICON ? [{ name: `icon${extname(settings.ICON)}`, path: settings.ICON }] : []),
  ].filter(({ path }) => existsSync(path))
  return Promise.all(
    places.map(({ name, path }) =>
      saying(`The file ${path} cannot be read`, () =>
        partFrom(name.toLowerCase(), readFileSync(path)),
      ),
    ),
  )
}

async function partsOf(snapshot: Snapshot, copy: string, at: Date): Promise<Part[]> {
  const settings = settingsNow()
  const parts = [
    await partFrom('settings.env', settingsFile(settings)),
    ...(await filesBeside(settings)),
    await partOf(databaseName(snapshot.engine), copy),
  ]
  const manifest: Manifest = {
    kind: 'cirkel-backup',
    format: manifestFormat,
    madeOn: `${at.toISOString().slice(0, 16)}Z`,
    version: ownVersion(),
    ...snapshot,
    settings,
    files: parts.map(({ name, size, sha256 }) => ({ name, size, sha256 })),
  }
  return [await partFrom('manifest.json', `${JSON.stringify(manifest, null, 2)}\n`), ...parts]
}

const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`

/** A sentence for each old database that a restore which was killed has left: it names people too. */
function leftOfRestores(): string[] {
  if (!ownsDatabaseFile()) return []
  return leftAside(environment.DATABASE_URL.slice('file:'.length)).map(
    (path) =>
      `${path} is left of a restore that was stopped. Remove it if the site runs as it should.`,
  )
}

/** Removes old backups, and says what was done, a sentence each. */
async function makeRoom(
  folder: string,
  { at, newest, counts }: { at: Date; newest: string; counts: Snapshot['counts'] },
): Promise<string[]> {
  const days = environment.BACKUP_DAYS
  // Somebody who has started the site on a wrong, empty database keeps the backups of the right one.
  if (counts.Learner === 0)
    return ['Nobody has an account in this database, so no older backup was removed.']
  const { removed, left } = await rotate(folder, { days, at, newest })
  return [
    ...(removed.length > 0
      ? [`Removed ${removed.length} older than ${days} days: ${removed.join(', ')}.`]
      : []),
    ...left,
  ]
}

/**
 * Makes a backup of the site into a folder, while it runs, and removes those there that are too old.
 * Returns what to tell the host, a sentence each. Throws a {@link BackupFault} where none was made;
 * nothing is then left, and no old one is removed.
 */
export async function makeBackup(
  folder: string,
  { isEncrypted, at }: { isEncrypted: boolean; at: Date },
): Promise<string[]> {
  process.umask(0o077)
  const willEncrypt = isEncrypted || environment.BACKUP_PASSPHRASE_FILE !== undefined
  checkFolder(folder, willEncrypt)
  const passphrase = await passphraseToLock(isEncrypted)
  await takeFolder(folder)
  const within = dataFolder()
  const scratch = await saying(`The folder ${within} cannot be used`, () => makeScratch(within))
  const copy = join(scratch.folder, 'copy')
  const snapshot = await takeSnapshot(environment.DATABASE_URL, copy)
  const parts = await partsOf(snapshot, copy, at)
  const name = await placeBackup(folder, { at, isEncrypted: passphrase !== null }, (file) =>
    writeArchive(file, parts, passphrase),
  )
  scratch.remove()
  const rows = Object.values(snapshot.counts).reduce((sum, count) => sum + count, 0)
  const size = parts.reduce((sum, part) => sum + part.size, 0)
  return [
    `${join(folder, name)} holds ${describeDatabase()}: ${snapshot.counts.Learner ?? 0} accounts, ${rows} rows, ${megabytes(size)} before packing.`,
    passphrase === null
      ? 'It is not encrypted: whoever has it can read everything in it, and make proofs of study in your name.'
      : 'It is encrypted: without the passphrase nobody can open it, you neither.',
    ...leftOfRestores(),
    ...(await makeRoom(folder, { at, newest: name, counts: snapshot.counts })),
  ]
}

/** The folder that the command was given, or the one that BACKUPS names. */
export function folderFrom(words: string[]): string {
  const [folder = environment.BACKUPS, ...more] = words
  if (folder && more.length === 0) return folder.replace(/(?<=.)\/+$/, '')
  throw new BackupFault(
    'Usage: npm run backup -- FOLDER [--encrypt]. Without FOLDER it is the one that BACKUPS names.',
  )
}
