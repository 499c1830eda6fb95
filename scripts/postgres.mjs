import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, copyFileSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const debian = '/usr/lib/postgresql'
const isRoot = () => process.getuid?.() === 0

/** The folder with the programs of this machine's newest PostgreSQL, or null. */
export function findPostgres() {
  const { status, stdout } = spawnSync('which', ['initdb'], { encoding: 'utf8' })
  if (status === 0) return join(stdout.trim(), '..')
  if (!existsSync(debian)) return null
  const versions = readdirSync(debian).sort((a, b) => Number(b) - Number(a))
  const folders = versions.map((version) => join(debian, version, 'bin'))
  return folders.find((folder) => existsSync(join(folder, 'initdb'))) ?? null
}

/**
 * Sees to it that there is a PostgreSQL: as root on Debian it is installed. Elsewhere says what is
 * not tested.
 */
export function ensurePostgres() {
  if (findPostgres()) return
  if (isRoot() && existsSync('/etc/debian_version')) {
    console.log('Installing PostgreSQL …')
    const run = (...args) =>
      spawnSync('apt-get', ['-qq', ...args], { stdio: 'ignore' }).status === 0
    if (run('update') && run('install', '-y', '--no-install-recommends', 'postgresql')) return
  }
  console.log('No PostgreSQL was found: the tests on it are skipped.')
}

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })
}

/**
 * Starts a PostgreSQL of its own on a free port, in a new folder. It writes fast and survives no
 * power cut: for tests alone. It does not run as root, so root lends it to the user `postgres`.
 * With `tls`, the files of a key and a certificate, it speaks TLS too. Returns the address up to the
 * name of a database, its folder, and how to end it.
 */
export async function startPostgres(programs = findPostgres(), settings = [], tls = null) {
  if (!programs) throw new Error('No PostgreSQL was found.')
  const folder = mkdtempSync(join(tmpdir(), 'cirkel-postgres-'))
  const data = join(folder, 'data')
  if (isRoot()) execFileSync('chown', ['postgres', folder])
  const run = (program, ...args) => {
    const command = join(programs, program)
    const [name, all] = isRoot()
      ? ['runuser', ['-u', 'postgres', '--', command, ...args]]
      : [command, args]
    return execFileSync(name, all, { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] })
  }
  run(
    'initdb',
    '-D',
    data,
    '-A',
    'trust',
    '-U',
    'postgres',
    '-E',
    'UTF8',
    '--locale=C',
    '--no-sync',
  )
  if (tls) {
    // The server refuses a key that is not its own user's.
    const at = (name) => join(data, name)
    copyFileSync(tls.key, at('server.key'))
    copyFileSync(tls.certificate, at('server.crt'))
    chmodSync(at('server.key'), 0o600)
    if (isRoot()) execFileSync('chown', ['postgres', at('server.key'), at('server.crt')])
  }
  const port = await freePort()
  const options = [
    ...[`port=${port}`, `unix_socket_directories=${folder}`, 'listen_addresses=localhost'],
    ...['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=200'],
    ...(tls ? ['ssl=on'] : []),
    ...settings,
  ]
  const start = options.map((option) => `-c ${option}`).join(' ')
  run('pg_ctl', '-D', data, '-o', start, '-l', join(folder, 'log'), '-w', 'start')
  return {
    address: `postgresql://postgres@localhost:${port}`,
    folder,
    stop() {
      run('pg_ctl', '-D', data, '-m', 'immediate', 'stop')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
