import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import pg from 'pg'
import { dataFolder, environment } from '../../app/platform/environment.server.ts'
import { isServerAddress } from '../../app/platform/postgres/address.mjs'
import { migrateServer } from '../../app/platform/postgres/migrations.mjs'
import { migrate } from '../prepare.mjs'
import { BackupFault, saying } from './backup-fault.ts'
import { databaseName, type Manifest } from './manifest.ts'
import { compareContents, describeBackup, openBackup, proofKeyIn, sumOf } from './open-backup.ts'
import { makeScratch } from './scratch.ts'
import { examineServer, onServer } from './server-copy.ts'
import { dropAside, emptyDatabase, fillDatabase, holdsTables } from './server-restore.ts'
import { examineFile } from './sqlite-copy.ts'
import { describeTrial, tryOut } from './trial.ts'

interface Request {
  file: string
  /** An empty database of a PostgreSQL server, to be tried on and emptied again. */
  scratchAddress: string | undefined
  tell(sentence: string): void
}

function tellCounts({ counts }: Manifest, tell: Request['tell']): void {
  const tables = Object.keys(counts).length
  tell(
    `All ${tables} tables hold as many rows as were counted when it was made: ${counts.Learner ?? 0} accounts, ${sumOf(counts)} rows in all.`,
  )
}

function tellKey(key: Buffer | null, tell: Request['tell']): void {
  tell(
    key
      ? 'The proof key is in it.'
      : 'No proof key is in it: the site had not made one, or PROOF_KEY was not set for the backup.',
  )
}

async function verifyFile(manifest: Manifest, folder: string, { tell }: Request): Promise<void> {
  const path = join(folder, databaseName('SQLite'))
  const examined = examineFile(path)
  const { fault } = examined
  if (fault) throw new BackupFault(`The database in it cannot be used: ${fault}.`)
  tell('SQLite finds no damage, and no row that points at one that is gone.')
  compareContents(examined, manifest)
  tellCounts(manifest, tell)
  await migrate(`file:${path}`)
  tell(describeTrial(await tryOut({ DATABASE_URL: `file:${path}`, ...keyIn(folder) })))
}

const keyIn = (folder: string) => ({ PROOF_KEY: join(folder, 'proof-key.pem') })

const scratchDatabase = /^cirkel_verify_[0-9a-f]{16}$/

/** Removes the databases of verifications that were killed. */
async function dropLeftovers(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT datname AS "name" FROM pg_database WHERE datname LIKE 'cirkel\\_verify\\_%'
      AND pg_has_role(datdba, 'USAGE') AND NOT EXISTS (SELECT 1 FROM pg_stat_activity a WHERE a.datname = pg_database.datname)`,
  )
  for (const { name } of rows.filter(({ name }) => scratchDatabase.test(name)))
    await client.query(`DROP DATABASE IF EXISTS ${pg.escapeIdentifier(name)}`)
}

/** Lends a new, empty database on the site's server. */
async function onNewDatabase(work: (address: string) => Promise<void>): Promise<void> {
  const site = environment.DATABASE_URL
  if (!isServerAddress(site))
    throw new BackupFault(
      'The backup is of a PostgreSQL database, so it takes one to verify it: name an empty one with --scratch postgresql://…',
    )
  await onServer(site, async (client) => {
    await dropLeftovers(client)
    const name = `cirkel_verify_${randomBytes(8).toString('hex')}`
    try {
      await client.query(`CREATE DATABASE ${name} TEMPLATE template0 ENCODING 'UTF8'`)
    } catch (error) {
      throw new BackupFault(
        `No database can be made to verify it in (${(error as Error).message}). Let the user make some (ALTER USER … CREATEDB), or name an empty one with --scratch postgresql://…`,
      )
    }
    const address = new URL(site)
    address.pathname = `/${name}`
    try {
      // A connection that stays shows others that the database is in use.
      await onServer(address.href, () => work(address.href))
    } finally {
      await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
    }
  })
}

async function onGivenDatabase(
  address: string,
  work: (address: string) => Promise<void>,
): Promise<void> {
  if (await onServer(address, holdsTables))
    throw new BackupFault('--scratch must name an empty database. Nothing was changed.')
  try {
    await work(address)
  } finally {
    await emptyDatabase(address)
  }
}

async function verifyServer(manifest: Manifest, folder: string, request: Request): Promise<void> {
  const { scratchAddress, tell } = request
  const verify = async (address: string) => {
    await fillDatabase(address, join(folder, databaseName('PostgreSQL')))
    await dropAside(address)
    tell('PostgreSQL takes all of it, with every reference between rows.')
    compareContents(await onServer(address, examineServer), manifest)
    tellCounts(manifest, tell)
    await migrateServer(address)
    tell(describeTrial(await tryOut({ DATABASE_URL: address, ...keyIn(folder) })))
  }
  await (scratchAddress ? onGivenDatabase(scratchAddress, verify) : onNewDatabase(verify))
}

/**
 * Restores a backup into a scratch place, starts a site on it, reads, answers and counts, and tells
 * what was found, a sentence each. The scratch place is removed. Throws a {@link BackupFault} that
 * says what is wrong.
 */
export async function verifyBackup(request: Request): Promise<void> {
  process.umask(0o077)
  const { file, tell } = request
  if (!existsSync('build/server/index.js'))
    throw new BackupFault('The site has not been built yet. Start it once: npm start')
  const within = resolve(dataFolder())
  const scratch = await saying(`The folder ${within} cannot be used`, () => makeScratch(within))
  const manifest = await openBackup(file, scratch.folder)
  for (const sentence of describeBackup(file, manifest)) tell(sentence)
  tellKey(proofKeyIn(manifest, scratch.folder), tell)
  const verify = manifest.engine === 'SQLite' ? verifyFile : verifyServer
  await verify(manifest, scratch.folder, request)
  scratch.remove()
  tell('The backup can be restored. What was made to find that out has been removed.')
}
