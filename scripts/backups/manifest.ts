import { z } from 'zod'

// What is told to the host: nothing in it moves the cursor of a terminal, or colours what it shows.
const plain = z.string().regex(/^\P{Cc}*$/u)
const migration = z.object({ name: plain, checksum: plain })

const schema = z.object({
  kind: z.literal('cirkel-backup'),
  format: z.number().int(),
  /** To the minute, in UTC. */
  madeOn: plain,
  /** The version of the program that made it. */
  version: plain,
  engine: z.enum(['SQLite', 'PostgreSQL']),
  /** The migrations that the database had had. */
  migrations: z.array(migration),
  /** How many rows each table had. */
  counts: z.record(plain, z.number()),
  /** The settings that were set. */
  settings: z.record(plain, z.string()),
  /** What follows in the backup, in this order. */
  files: z.array(
    z.object({
      name: z.string().regex(/^[a-z][a-z0-9.-]*$/),
      size: z.number().int().min(0),
      sha256: z.string(),
    }),
  ),
})

/** What a backup says of itself: the first file in it, `manifest.json`. */
export type Manifest = z.infer<typeof schema>

/** The form of backups that this version makes and reads. */
export const manifestFormat = 1

function holdsDatabase({ engine, files }: Manifest): boolean {
  return files.some(({ name }) => name === databaseName(engine))
}

/** Reads a manifest; null where a text is none, or of a form that this version does not know. */
export function readManifest(text: string): Manifest | 'of a newer version' | null {
  try {
    const outcome = schema.safeParse(JSON.parse(text))
    if (outcome.success && outcome.data.format === manifestFormat)
      return holdsDatabase(outcome.data) ? outcome.data : null
    const { kind, format } = JSON.parse(text)
    return kind === 'cirkel-backup' && format > manifestFormat ? 'of a newer version' : null
  } catch {
    return null
  }
}

/** The name of the database within a backup. */
export function databaseName(engine: Manifest['engine']): string {
  return engine === 'SQLite' ? 'database.db' : 'database.pgdump'
}
