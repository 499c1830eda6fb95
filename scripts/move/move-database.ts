import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { environment } from '../../app/platform/environment.server.ts'
import { isServerAddress } from '../../app/platform/postgres/address.mjs'
import { BackupFault } from '../backups/backup-fault.ts'
import { type Destination, heldIn, named, type Source } from './ends.ts'
import { withFileDestination, withFileSource } from './file-end.ts'
import { withServerDestination, withServerSource } from './server-end.ts'
import { ServerSide } from './server-side.ts'
import { type Content, contentOf, type Side, type Table } from './side.ts'

/** What is moved where. */
export interface Move {
  /** The address of the database that a site has used. */
  from: string
  /** The address of an empty one, of the other engine. */
  to: string
  at: Date
  tell(sentence: string): void
}

/** Each table after those that its rows point at. */
function inOrder(tables: Table[], references: { from: string; to: string }[]): Table[] {
  const ordered: Table[] = []
  const isDone = (name: string) => ordered.some((table) => table.name === name)
  while (ordered.length < tables.length) {
    const next = tables.find(
      ({ name }) =>
        !isDone(name) &&
        references.every(({ from, to }) => from !== name || to === name || isDone(to)),
    )
    if (!next) throw new Error('Tables point at each other in a circle.')
    ordered.push(next)
  }
  return ordered
}

function referencesIn(...sides: Side[]): Promise<{ from: string; to: string }[]> {
  const server = sides.find((side) => side instanceof ServerSide)
  if (!server) throw new Error('One of the two must be a server.')
  return server.references()
}

/** How often it is told how far a large table has come, in milliseconds. */
const tellEvery = 5000
const inWords = (count: number) => `${count} ${count === 1 ? 'row' : 'rows'}`

/** Moves one table, and compares what has arrived with what was sent. */
async function moveTable(
  table: Table,
  { source, destination, tell }: { source: Source; destination: Destination } & Pick<Move, 'tell'>,
): Promise<Content> {
  const of = source.counts[table.name] ?? 0
  let [done, toldAt] = [0, Date.now()]
  const sent = await contentOf(source.side, table, async (rows) => {
    await destination.side.insert(table, rows)
    done += rows.length
    if (Date.now() - toldAt < tellEvery) return
    toldAt = Date.now()
    tell(`${table.name}: ${done} of ${inWords(of)} …`)
  })
  const last = await source.side.lastNumber(table)
  if (last !== null) await destination.side.setLastNumber(table, last)
  const arrived = await contentOf(destination.side, table)
  if (!isDeepStrictEqual(sent, arrived))
    throw new BackupFault(
      `What has arrived of ${table.name} is not what was sent: ` +
        `${inWords(arrived.rows)} of ${sent.rows}, with another checksum. Nothing was moved.`,
    )
  tell(`${table.name}: ${inWords(sent.rows)}, checked`)
  return sent
}

/** The tables whose rows are not the same in two databases. */
async function differing(tables: Table[], one: Side, other: Side): Promise<string[]> {
  const names: string[] = []
  for (const table of tables)
    if (!isDeepStrictEqual(await contentOf(one, table), await contentOf(other, table)))
      names.push(table.name)
  return names
}

/** What a move that was stopped after all was kept could not say any more. */
async function refuseOrConfirm(
  tables: Table[],
  { source, destination, move }: { source: Source; destination: Destination; move: Move },
): Promise<void> {
  const other = await differing(tables, source.side, destination.side)
  if (other.length > 0)
    throw new BackupFault(
      `${named(move.to)} holds something already, in ${heldIn(destination.counts).join(', ')}, ` +
        `and not the same as ${named(move.from).replace(/^T/, 't')}: ${other.join(', ')} differ. ` +
        'Nothing was changed. Name an empty one.',
    )
  move.tell(`${named(move.to)} holds all of it already, by the checksums of every table.`)
}

async function moveBetween(source: Source, destination: Destination, move: Move): Promise<void> {
  const tables = await source.side.tables()
  if (!isDeepStrictEqual(tables, await destination.side.tables()))
    throw new Error('The tables of the two engines are not the same: see npm run schema.')
  if (heldIn(destination.counts).length > 0)
    return refuseOrConfirm(tables, { source, destination, move })
  const references = await referencesIn(source.side, destination.side)
  let sum = 0
  for (const table of inOrder(tables, references))
    sum += (await moveTable(table, { source, destination, tell: move.tell })).rows
  source.refuseChange()
  await destination.keep()
  move.tell(
    `All of it is in ${named(move.to).replace(/^T/, 't')} now: ` +
      `${tables.length} tables, ${inWords(sum)}, each table with the same checksum as before.`,
  )
}

const keyBeside = (address: string) =>
  join(
    isServerAddress(address) ? './data' : dirname(address.slice('file:'.length)),
    'proof-key.pem',
  )

function tellWhatIsLeft({ from, to, tell }: Move): void {
  const [key, place] = [keyBeside(from), keyBeside(to)]
  if (!environment.PROOF_KEY && key !== place && existsSync(key))
    tell(
      `The proof key, ${key}, was not moved. Put it at ${place}, or name it in PROOF_KEY: else the site makes a new one.`,
    )
  tell(
    `Now set DATABASE_URL to it and start the site. ${named(from)} is as it was, ` +
      'with all people in it: remove it, or empty it, once the site runs as it should.',
  )
}

/**
 * Moves a site whole from a database of one engine to an empty one of the other. Nothing is changed
 * in the first; whenever this is stopped, the second holds all of it or nothing. Throws a {@link
 * BackupFault} where that cannot be done.
 */
export async function moveDatabase(move: Move): Promise<void> {
  process.umask(0o077)
  const { from, to, at } = move
  if (isServerAddress(from) === isServerAddress(to))
    throw new BackupFault(
      'Both addresses are of the same engine. To move a site to another database of it, use npm run backup and npm run restore.',
    )
  const withSource = isServerAddress(from) ? withServerSource : withFileSource
  await withSource(from, (source) => {
    const work = (destination: Destination) => moveBetween(source, destination, move)
    return isServerAddress(to) ? withServerDestination(to, work) : withFileDestination(to, at, work)
  })
  tellWhatIsLeft(move)
}
