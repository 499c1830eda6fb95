/** Makes the database file if it is missing and brings it up to the newest migration. */
export function migrate(url: string): Promise<void>

/** The migrations of a SQLite database that this program comes with, each with its checksum. */
export function ownMigrations(): { name: string; checksum: string }[]

/**
 * The migrations that this program knows and the database has not had. Ends the process on a
 * database that has had others.
 */
export function missingMigrations(url: string): Promise<string[]>

/** Generates the database clients, one an engine, from their schemas. */
export function generate(): void

/** Builds the site. */
export function build(): void

/** Ends the process with a sentence for the person at the keyboard. */
export function exitWithError(sentence: string): never
