import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { createClient } from '@libsql/client'
import { afterAll, describe, expect, test } from 'vitest'
import { migrate } from '../scripts/prepare.mjs'
import { runtimePackages } from '../scripts/runtime-packages.mjs'

const above = mkdtempSync(join(tmpdir(), 'cirkel-pack-'))
const folder = join(above, 'site')
let server: ChildProcess | undefined
afterAll(async () => {
  if (server && server.exitCode === null) {
    server.kill('SIGTERM')
    await once(server, 'exit')
  }
  rmSync(above, { recursive: true, force: true })
})

/** How many megabytes a folder takes, as the disk counts it. */
function megabytes(path: string): number {
  return Number(execFileSync('du', ['-sm', path], { encoding: 'utf8' }).split('\t')[0])
}

/** What a database holds, but for its rows. */
async function tablesOf(file: string) {
  const client = createClient({ url: `file:${file}` })
  const tables = await client.execute('SELECT type, name, sql FROM sqlite_master ORDER BY 1, 2')
  const notes = await client.execute(
    'SELECT migration_name, checksum FROM _prisma_migrations WHERE finished_at IS NOT NULL ORDER BY 1',
  )
  client.close()
  const plain = (text: unknown) => String(text).replace(/\s+/g, ' ')
  return [
    tables.rows.map((row) => plain(Object.values(row))),
    notes.rows.map((row) => ({ ...row })),
  ]
}

test('the packages of a site that runs are no tools that it is built and tried with', () => {
  const packages = runtimePackages()
  expect(packages).toEqual(
    expect.arrayContaining(['node_modules/libsql', 'node_modules/esbuild', 'node_modules/react']),
  )
  const tools = ['prisma', 'effect', 'typescript', 'vite', 'vitest', '@remix-run/dev', 'vnu-jar']
  expect(tools.filter((name) => packages.includes(`node_modules/${name}`))).toEqual([])
})

describe('a packed site', () => {
  test('takes less than 250 MB, and does not overwrite what is there', { timeout: 600_000 }, () => {
    execFileSync(process.execPath, ['scripts/pack.mjs', folder])
    expect(megabytes(folder)).toBeLessThan(250)
    expect(existsSync(join(folder, 'node_modules/prisma'))).toBe(false)
    const again = () =>
      execFileSync(process.execPath, ['scripts/pack.mjs', folder], { stdio: 'pipe' })
    expect(again).toThrow(/is not empty/)
  })

  test('migrates an empty database, and serves, without anything of the project', async () => {
    const env = { PATH: process.env.PATH, PORT: '0', LOG_LEVEL: 'error' }
    server = spawn(process.execPath, ['scripts/start.mjs'], {
      cwd: folder,
      env: env as unknown as NodeJS.ProcessEnv,
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let origin = ''
    for await (const line of createInterface({ input: server.stdout! })) {
      origin = /^Ready on (\S+)/.exec(line)?.[1] ?? ''
      if (origin) break
    }
    const status = async (path: string) => (await fetch(origin + path)).status
    expect(await (await fetch(`${origin}/readyz`)).text()).toMatch(/^ready /)
    expect(await status('/en/courses/run-a-party/the-branch')).toBe(200)
    expect(await status('/en/courses/run-a-party/tools/cash-book.xlsx')).toBe(200)
    const signedUp = await fetch(`${origin}/en/sign-up`, {
      method: 'POST',
      body: new URLSearchParams({
        pseudonym: 'Calm Otter 41',
        passphrase: 'blue lantern over wide water',
      }),
      redirect: 'manual',
    })
    expect(signedUp.status).toBe(303)
    const said = execFileSync(
      'node_modules/.bin/tsx',
      ['scripts/people.ts', 'grant', 'host', 'Calm Otter 41'],
      { cwd: folder, encoding: 'utf8', env: process.env },
    )
    expect(said).toContain('Calm Otter 41')
    expect(statSync(join(folder, 'data/cirkel.db')).mode & 0o777).toBe(0o600)
  })

  test('makes a backup while it runs, and restores it, without what it was built with', async () => {
    const run = (script: string, words: string[], database: string) =>
      execFileSync('node_modules/.bin/tsx', [`scripts/${script}.ts`, ...words], {
        cwd: folder,
        encoding: 'utf8',
        env: { PATH: process.env.PATH, DATABASE_URL: `file:${database}` } as never,
      })
    const backups = mkdtempSync(join(above, 'backups-'))
    run('backup', [backups], join(folder, 'data/cirkel.db'))
    const name = readdirSync(backups).find((one) => one.endsWith('.tar.gz')) as string
    const again = join(above, 'again/cirkel.db')
    expect(run('restore', [join(backups, name)], again)).toMatch(/is that of the backup now/)
    const client = createClient({ url: `file:${again}` })
    const { rows } = await client.execute('SELECT "pseudonym" FROM "Learner"')
    client.close()
    expect(rows.map((row) => row.pseudonym)).toEqual(['Calm Otter 41'])
  })

  test('its own migrations make the same database as Prisma’s command, and note it the same', async () => {
    const [own, prismas] = [join(above, 'own.db'), join(above, 'prisma.db')]
    for (let times = 0; times < 2; times++)
      execFileSync(process.execPath, ['scripts/migrate-file.mjs', `file:${own}`])
    await migrate(`file:${prismas}`)
    expect(await tablesOf(own)).toEqual(await tablesOf(prismas))
  })
})

describe('the Containerfile', () => {
  const lines = readFileSync('Containerfile', 'utf8').replaceAll('\\\n', ' ').split('\n')
  const of = (word: string) =>
    lines.filter((line) => line.startsWith(`${word} `)).map((line) => line.slice(word.length + 1))

  test('names its base with a tag, ends as a user who is not root, and asks whether the site is alive', () => {
    for (const base of of('FROM'))
      expect(base).toMatch(/^docker\.io\/library\/node:22-slim( AS build)?$/)
    expect(of('USER')).toEqual(['cirkel'])
    expect(of('HEALTHCHECK')).toEqual([expect.stringContaining('/livez')])
    expect(of('RUN')[0]).toBe('node scripts/pack.mjs /srv/cirkel')
  })

  test('sets nothing that is secret, and starts what `npm start` does', () => {
    expect(of('ENV').join(' ')).not.toMatch(/KEY|SECRET|PASS|TOKEN/)
    expect(of('CMD')).toEqual(['["node", "--max-semi-space-size=2", "scripts/start.mjs"]'])
  })
})
