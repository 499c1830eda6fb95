import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { stampOf } from '../../app/platform/backup-names.ts'
import { dataFolder, describeDatabase, environment } from '../../app/platform/environment.server.ts'
import { makeFolder } from '../../app/platform/make-folder.server.ts'
import { isServerAddress } from '../../app/platform/postgres/address.mjs'
import { migrateServer } from '../../app/platform/postgres/migrations.mjs'
import { keyFile } from '../../app/progress/proofs/proof-key.server.ts'
import { migrate } from '../prepare.mjs'
import { BackupFault, saying } from './backup-fault.ts'
import { databaseName, type Manifest } from './manifest.ts'
import { compareContents, describeBackup, openBackup, proofKeyIn } from './open-backup.ts'
import { makeScratch } from './scratch.ts'
import { examineServer, onServer } from './server-copy.ts'
import {
  dropAside,
  fillDatabase,
  holdsTables,
  putBack,
  refuseRunningSite,
} from './server-restore.ts'
import { settingsNow } from './settings-file.ts'
import { examineFile } from './sqlite-copy.ts'
import { holdsSomething, keepAs, leftAside, replaceFile, takeFile } from './sqlite-restore.ts'
import { describeTrial, tryOut } from './trial.ts'

interface Request {
  /** The backup. */
  file: string
  /** Whether what the target holds may be replaced. */
  replaces: boolean
  at: Date
  /** Brings the built site up to date, before it is started to try it. */
  prepare(): void
  tell(sentence: string): void
}

const database = () => describeDatabase().replace(/^t/, 'T')

const notEmpty = () =>
  new BackupFault(
    `${database()} holds something already. With --replace the backup takes its place. Nothing was changed.`,
  )

/** Undoes what was done where the site does not start on it, and says so. */
async function tryOutOr(undo: () => unknown, tell: Request['tell']): Promise<void> {
  try {
    tell(describeTrial(await tryOut({})))
  } catch (error) {
    await undo()
    throw new BackupFault(`${(error as Error).message} What was there before is there again.`)
  }
}

/** Puts the proof key of a backup in its place; another that is there is kept beside it. */
function placeKey(key: Buffer | null, { at, tell }: Pick<Request, 'at' | 'tell'>): () => void {
  const path = keyFile()
  if (!key || (existsSync(path) && readFileSync(path).equals(key))) return () => {}
  const aside = `${path}.replaced-${stampOf(at)}`
  const isThere = existsSync(path)
  const draft = `${path}.new`
  makeFolder(dirname(path))
  writeFileSync(draft, key, { mode: 0o600, flush: true })
  // It keeps its own name until the other takes it: without a key, a site would make one.
  if (isThere) keepAs(path, aside)
  renameSync(draft, path)
  tell(
    isThere
      ? `The proof key is that of the backup now. The one that was there is ${aside}: proofs made with it are checked with that.`
      : `The proof key is in its place: ${path}.`,
  )
  return () => (isThere ? renameSync(aside, path) : rmSync(path, { force: true }))
}

function refuseOtherKey(key: Buffer | null, replaces: boolean): void {
  const path = keyFile()
  if (!key || replaces || !existsSync(path) || readFileSync(path).equals(key)) return
  throw new BackupFault(
    `${path} holds another proof key than the backup. With --replace it is kept beside the new one. Nothing was changed.`,
  )
}

/** Puts the other files of a backup into a folder of their own, for the host to look at. */
function placeOthers(manifest: Manifest, from: string, { at, tell }: Request): void {
  const others = manifest.files
    .map(({ name }) => name)
    .filter((name) => name !== 'proof-key.pem' && name !== databaseName(manifest.engine))
  const folder = join(dataFolder(), `restored-${stampOf(at)}`)
  mkdirSync(folder, { mode: 0o700, recursive: true })
  for (const name of others)
    writeFileSync(join(folder, name), readFileSync(join(from, name)), { mode: 0o600 })
  const now = settingsNow()
  const names = [...new Set([...Object.keys(manifest.settings), ...Object.keys(now)])]
  const other = names.filter((name) => manifest.settings[name] !== now[name])
  tell(
    `The settings of that time, and the files that they name, are in ${folder}.${
      other.length > 0 ? ` They differ from those of now in ${other.join(', ')}.` : ''
    }`,
  )
}

async function restoreFile(request: Request): Promise<void> {
  const { file, replaces, at, tell } = request
  const path = resolve(environment.DATABASE_URL.slice('file:'.length))
  await saying(`DATABASE_URL, the file ${path}, cannot be used`, () => makeFolder(dirname(path)))
  const free = await saying(`${path}-lock cannot be used`, () => takeFile(path))
  if (holdsSomething(path) && !replaces) throw notEmpty()
  for (const old of leftAside(path))
    tell(`${old} is left of a restore that was stopped. Remove it once the site runs as it should.`)
  const scratch = await saying(`${dirname(path)} cannot be used`, () => makeScratch(dirname(path)))
  const manifest = await openBackup(file, scratch.folder)
  refuseOtherEngine(manifest, file)
  for (const sentence of describeBackup(file, manifest)) tell(sentence)
  const key = proofKeyIn(manifest, scratch.folder)
  refuseOtherKey(key, replaces)
  const fresh = join(scratch.folder, databaseName('SQLite'))
  const examined = examineFile(fresh)
  const { fault } = examined
  if (fault) throw new BackupFault(`The database in ${file} cannot be used: ${fault}.`)
  compareContents(examined, manifest)
  request.prepare()
  await migrate(`file:${fresh}`)
  await saying(`The database cannot be put in its place, ${path}`, async () => {
    const replacement = replaceFile(path, fresh, stampOf(at))
    let takeKeyBack = () => {}
    try {
      takeKeyBack = placeKey(key, request)
    } catch (error) {
      replacement.putBack()
      throw error
    }
    free()
    await tryOutOr(() => {
      takeKeyBack()
      replacement.putBack()
    }, tell)
    replacement.finish()
  })
  placeOthers(manifest, scratch.folder, request)
  scratch.remove()
}

async function restoreServer(request: Request): Promise<void> {
  const { file, replaces, tell } = request
  const address = environment.DATABASE_URL
  const refuseNow = () =>
    onServer(address, async (client) => {
      await refuseRunningSite(client, address)
      if (!replaces && (await holdsTables(client))) throw notEmpty()
    })
  await refuseNow()
  const scratch = await saying(`${dataFolder()} cannot be used`, () => makeScratch(dataFolder()))
  const manifest = await openBackup(file, scratch.folder)
  refuseOtherEngine(manifest, file)
  for (const sentence of describeBackup(file, manifest)) tell(sentence)
  const key = proofKeyIn(manifest, scratch.folder)
  refuseOtherKey(key, replaces)
  request.prepare()
  await refuseNow()
  await fillDatabase(address, join(scratch.folder, databaseName('PostgreSQL')))
  let takeKeyBack = () => {}
  const undo = async () => {
    takeKeyBack()
    await putBack(address)
  }
  try {
    compareContents(await onServer(address, examineServer), manifest)
    await migrateServer(address)
    takeKeyBack = placeKey(key, request)
  } catch (error) {
    await undo()
    throw new BackupFault(`${(error as Error).message} What was there before is there again.`)
  }
  await tryOutOr(undo, tell)
  await dropAside(address)
  placeOthers(manifest, scratch.folder, request)
  scratch.remove()
}

function refuseOtherEngine({ engine }: Manifest, file: string): void {
  const isServer = isServerAddress(environment.DATABASE_URL)
  if (isServer === (engine === 'PostgreSQL')) return
  throw new BackupFault(
    `${file} is of a ${engine} database, and DATABASE_URL names ${describeDatabase()}. Give a DATABASE_URL of the same kind. Nothing was changed.`,
  )
}

/**
 * Puts a backup in the place of the site's database, which no site may be using. Whenever it is
 * stopped, the old database or the new one is there, whole. What stood there goes only when a site
 * has started on the new one. Throws a {@link BackupFault} where that cannot be done.
 */
export async function restoreBackup(request: Request): Promise<void> {
  process.umask(0o077)
  const isServer = isServerAddress(environment.DATABASE_URL)
  await (isServer ? restoreServer(request) : restoreFile(request))
  request.tell(`${database()} is that of the backup now. Start the site: npm start`)
}
