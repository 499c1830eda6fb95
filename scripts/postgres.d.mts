/** The folder with the programs of this machine's newest PostgreSQL, or null. */
export function findPostgres(): string | null

/** A PostgreSQL for tests. */
export interface TestServer {
  /** Up to the name of a database. */
  address: string
  /** Where its files are, in `data`. */
  folder: string
  stop(): void
}

/**
 * Starts one on a free port, in a new folder, with settings such as `wal_level=minimal`, and with the
 * files of a key and a certificate where it is to speak TLS.
 */
export function startPostgres(
  programs?: string | null,
  settings?: string[],
  tls?: { key: string; certificate: string } | null,
): Promise<TestServer>
