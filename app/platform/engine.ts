import type { Sql } from './sql.ts'

/** How emptying a file's write-ahead log ended. */
export type LogOutcome = 'emptied' | 'busy' | 'overtaken'

/**
 * The file below a database, where bytes are overwritten that nothing uses any more. All of it is
 * done in steps of a few milliseconds, and nothing else waits for longer.
 */
export interface DatabaseFile {
  /**
   * Copies the log into the file and empties it, after overwriting what is unused in its pages.
   * Nothing deleted is then in either, unless it was there before the file was opened. Says why not:
   * another process reads the file (busy), or has changed it in between (overtaken), in which case
   * the whole file is to be looked through.
   */
  emptyLog(): Promise<LogOutcome>
  /**
   * Looks through all pages of the file, also those that another program has written. What is
   * overwritten stands in the log, which is to be emptied afterwards. Waits for `rest` after each
   * step; ends early when the signal says so, and then returns false.
   */
  overwriteUnused(rest: () => Promise<unknown>, signal?: AbortSignal): Promise<boolean>
}

/** A change of the tables that a program comes with or a database has had, by its text. */
export interface Migration {
  name: string
  /** SHA-256 of its text. */
  checksum: string
}

/** What a database is run by, apart from Prisma. Nothing outside of platform/ asks which it is. */
export interface Engine {
  /** As health names it. */
  readonly name: 'SQLite' | 'PostgreSQL'
  /** Statements past Prisma. */
  readonly sql: Sql
  /** Runs work as one change: all of it is stored, or nothing. */
  transact<T>(work: (sql: Sql) => Promise<T>): Promise<T>
  /** The file of the database, where it is this process's to overwrite; else null. */
  readonly file: DatabaseFile | null
  /** Gives the room of deleted rows back, where that is not done by overwriting them. */
  reclaim(): Promise<void>
  /**
   * How often something of each owner has been changed, by any server; null where no other server
   * can change anything.
   */
  readonly countChanges: ((owners: string[]) => Promise<number[]>) | null
  /**
   * The same for one owner, where it costs so little that nobody need wait for it; null where it does,
   * or where no other process can change anything.
   */
  readonly countAtOnce: ((owner: string) => number) | null
  /** The folder of the program's migrations for this engine. */
  readonly migrations: string
  /** How many bytes the database takes on its disk, with its log where that lies beside it. */
  size(): Promise<number>
  /** The migrations that the database has had, as it says now. */
  appliedMigrations(): Promise<Migration[]>
  /**
   * Runs work unless another server on the same database is running it: then returns null at once.
   */
  exclusively<T>(name: string, work: () => Promise<T>): Promise<T | null>
}
