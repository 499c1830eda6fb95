import { describeDatabase } from '../../app/platform/environment.server.ts'
import { BackupFault } from '../backups/backup-fault.ts'
import type { Manifest } from '../backups/manifest.ts'
import { migrationsOf } from '../backups/open-backup.ts'
import type { Snapshot } from '../backups/snapshot.ts'
import { isMoved, type Side, type Target } from './side.ts'

/** Where a site is moved from. Nothing is changed in it. */
export interface Source {
  side: Side
  /** How many rows each table has. */
  counts: Snapshot['counts']
  /** Throws a {@link BackupFault} where something was changed since the move began. */
  refuseChange(): void
}

/** Where a site is moved to. */
export interface Destination {
  side: Target
  /** What it holds already. */
  counts: Snapshot['counts']
  /** Keeps what was put there. Until then nothing of it is there, whenever this process ends. */
  keep(): Promise<void>
}

/** How a database is named at the beginning of a sentence: without its password. */
export function named(address: string): string {
  return describeDatabase(address).replace(/^t/, 'T')
}

/** The tables that hold something, of those that are moved. */
export function heldIn(counts: Snapshot['counts']): string[] {
  return Object.keys(counts).filter((name) => isMoved(name) && (counts[name] ?? 0) > 0)
}

type Examined = Pick<Snapshot, 'counts' | 'migrations'>

/** Refuses a database that another program made, or another version of this one has migrated. */
export function refuseForeign(
  address: string,
  engine: Manifest['engine'],
  { counts, migrations }: Examined,
): void {
  const holdsTables = Object.keys(counts).some(isMoved)
  if (holdsTables && migrations.length === 0)
    throw new BackupFault(
      `${named(address)} holds tables that are none of Cirkel’s. Nothing was moved. Make a database for Cirkel alone.`,
    )
  const own = new Map(migrationsOf(engine).map(({ name, checksum }) => [name, checksum]))
  const unknown = migrations.filter(({ name, checksum }) => own.get(name) !== checksum)
  if (unknown.length > 0)
    throw new BackupFault(
      `${named(address)} belongs to another version of Cirkel: this one does not have its ` +
        `${unknown.map(({ name }) => name).join(', ')}. Nothing was moved. Use that version.`,
    )
}

/** Refuses a source that has not had every migration of this program, or has had others. */
export function refuseOtherVersion(
  address: string,
  engine: Manifest['engine'],
  examined: Examined,
): void {
  refuseForeign(address, engine, examined)
  const missing = migrationsOf(engine).length - examined.migrations.length
  if (examined.migrations.length === 0)
    throw new BackupFault(`${named(address)} has not been used by Cirkel yet. Nothing was moved.`)
  if (missing > 0)
    throw new BackupFault(
      `${named(address)} is older than this version: ${missing} migrations are missing. ` +
        'Start the site on it once with npm start, and stop it. Nothing was moved.',
    )
}
