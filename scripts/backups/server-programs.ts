import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type pg from 'pg'
import { connectionOf } from '../../app/platform/postgres/address.mjs'
import { BackupFault } from './backup-fault.ts'
import { onEnd } from './scratch.ts'

type Program = 'pg_dump' | 'pg_restore' | 'psql'

const debian = '/usr/lib/postgresql'
const authorities = '/etc/ssl/certs/ca-certificates.crt'

function versionOf(command: string): number {
  const { stdout } = spawnSync(command, ['--version'], { encoding: 'utf8' })
  return Number(/ (\d+)[.a-z]/.exec(stdout ?? '')?.[1] ?? 0)
}

function placesOf(program: Program): string[] {
  const versions = existsSync(debian) ? readdirSync(debian) : []
  const folders = [
    ...versions.map((version) => join(debian, version, 'bin')),
    ...(process.env.PATH ?? '').split(':').filter(Boolean),
  ]
  return folders.map((folder) => join(folder, program)).filter((path) => existsSync(path))
}

/**
 * The oldest of a program that is no older than the server. Throws a {@link BackupFault} where this
 * machine has none.
 */
function findProgram(program: Program, serverVersion: number): string {
  const found = placesOf(program).map((path) => ({ path, version: versionOf(path) }))
  const [best] = found
    .filter(({ version }) => version >= serverVersion)
    .sort((a, b) => a.version - b.version)
  if (best) return best.path
  const newest = Math.max(...found.map(({ version }) => version))
  throw new BackupFault(
    found.length === 0
      ? `${program} is not on this machine. Install PostgreSQL's client programs, version ${serverVersion} or newer (on Debian: apt-get install postgresql-client).`
      : `The server is PostgreSQL ${serverVersion}, and ${program} on this machine is of version ${newest}, which is older. Install postgresql-client-${serverVersion}.`,
  )
}

/** The major version of the server behind a connection. */
export async function serverVersion(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ version: string }>(
    `SELECT current_setting('server_version_num') AS "version"`,
  )
  return Math.floor(Number(rows[0]?.version) / 10_000)
}

/**
 * How PostgreSQL's programs are told where to connect: in their environment, which other users of
 * the machine cannot read, as they can a command line.
 */
export function programEnvironment(address: string): NodeJS.ProcessEnv {
  const { host, port, database, user, password, ssl } = connectionOf(address) as {
    host: string
    port: number
    database: string
    user?: string
    password?: string
    ssl: unknown
  }
  const authority = new URL(address).searchParams.get('sslrootcert')
  const { PGSERVICE: _service, PGHOSTADDR: _address, PGOPTIONS: _options, ...rest } = process.env
  return {
    ...rest,
    PGHOST: host,
    PGPORT: String(port),
    PGDATABASE: database,
    PGAPPNAME: 'cirkel-backup',
    ...(user ? { PGUSER: user } : {}),
    ...(password ? { PGPASSWORD: password } : {}),
    PGSSLMODE: ssl ? 'verify-full' : 'disable',
    PGSSLROOTCERT: authority ?? (existsSync(authorities) ? authorities : 'system'),
  } as unknown as NodeJS.ProcessEnv
}

/** A program of PostgreSQL that runs. */
export interface Running {
  child: ChildProcess
  /** Resolves when it has ended well; else rejects with what it said. */
  ended: Promise<void>
}

/** Starts a program of PostgreSQL on a database. */
export function startProgram(
  program: Program,
  { address, version, args }: { address: string; version: number; args: string[] },
): Running {
  const child = spawn(findProgram(program, version), args, {
    env: programEnvironment(address),
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  onEnd(() => child.kill('SIGTERM'))
  // Who stops reading, or is gone, says why on its own end.
  for (const stream of [child.stdin, child.stdout]) stream?.on('error', () => {})
  let complaint = ''
  child.stderr?.on('data', (piece: Buffer) => {
    complaint += piece
  })
  const ended = once(child, 'close').then(([code]) => {
    if (code === 0) return
    const [first = 'it says nothing'] = complaint
      .split('\n')
      .filter((line) => /error|fatal/i.test(line))
    throw new BackupFault(`${program} failed: ${first.trim()}`)
  })
  ended.catch(() => {})
  return { child, ended }
}
