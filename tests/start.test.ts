import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Libsql from 'libsql'
import { afterEach, describe, expect, test } from 'vitest'
import { migrate } from '../scripts/prepare.mjs'

const running: ChildProcess[] = []
afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL')
})

const newFolder = () => mkdtempSync(join(tmpdir(), 'cirkel-start-'))

/**
 * Starts a command with settings of its own. `said` resolves to all that it has printed once that
 * matches.
 */
function start(command: string[], settings: Record<string, string>) {
  const [program = '', ...args] = command
  const env = { ...process.env, PORT: '0', NODE_ENV: 'production', LOG_LEVEL: 'info', ...settings }
  const child = spawn(program, args, {
    env: env as unknown as NodeJS.ProcessEnv,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.push(child)
  let output = ''
  const ended = once(child, 'exit').then(([code, signal]) => ({ code, signal, output }))
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (piece: Buffer) => {
      output += piece
      child.emit('said')
    })
  return {
    child,
    ended,
    async said(words: RegExp): Promise<string> {
      while (!words.test(output)) {
        const next = await Promise.race([once(child, 'said'), ended])
        if (!Array.isArray(next) && !words.test(output))
          throw new Error(`it ended, and said: ${output}`)
      }
      return output
    },
  }
}

const serve = ['node', 'scripts/serve.mjs']
const modeOf = (path: string) => (statSync(path).mode & 0o777).toString(8)

async function migratedFile(): Promise<string> {
  const file = join(newFolder(), 'data', 'site.db')
  await migrate(`file:${file}`)
  return file
}

describe('a host', { timeout: 120_000 }, () => {
  test('ends the site with SIGTERM to the process of the command in package.json: it closes, and its exit code is 0', async () => {
    const { scripts } = JSON.parse(String(readFileSync('package.json')))
    expect(scripts.start).toMatch(/ exec node \S+ scripts\/start\.mjs$/)
    expect(scripts.serve).toBe(scripts.start.replace('start.mjs', 'serve.mjs'))
    // As npm runs it, with what has been built.
    const file = await migratedFile()
    const site = start(['sh', '-c', scripts.serve], {
      DATABASE_URL: `file:${file}`,
    })
    const address = /^Ready on (\S+)/m.exec(await site.said(/Ready on .*\n/))?.[1] as string
    expect((await fetch(`${address}/healthz`)).status).toBe(200)
    site.child.kill('SIGTERM')
    const { code, signal, output } = await site.ended
    expect([code, signal, output]).toEqual([0, null, expect.stringContaining('closing')])
    await expect(fetch(`${address}/healthz`)).rejects.toThrow()
  })

  test.each([
    'FULL',
    'INCREMENTAL',
  ])('hears why a file whose pages SQLite moves (%s) is refused, and the command that mends it', async (mode) => {
    const file = await migratedFile()
    const change = (sql: string) => {
      const database = new Libsql(file)
      database.exec(sql)
      database.close()
    }
    change(`PRAGMA auto_vacuum = ${mode}; VACUUM;`)
    const refused = await start(serve, { DATABASE_URL: `file:${file}` }).ended
    const command = /sqlite3 \S+ '(.+)'/.exec(refused.output)?.[1] as string
    expect([refused.code, refused.output]).toEqual([1, expect.stringContaining('auto_vacuum on')])
    change(command)
    const site = start(serve, { DATABASE_URL: `file:${file}` })
    await site.said(/Ready on/)
    site.child.kill('SIGTERM')
    await site.ended
  })

  test('finds the database, its log and their folder readable by its own user alone, and is told of what was not', async () => {
    const file = await migratedFile()
    const folder = join(file, '..')
    chmodSync(file, 0o644)
    chmodSync(folder, 0o755)
    const site = start(serve, { DATABASE_URL: `file:${file}` })
    const said = await site.said(/Ready on .*\n/)
    expect(said).toContain(
      `other users of this machine could read ${file} (mode 644). It is yours alone now.`,
    )
    expect(said).toContain(
      `other users of this machine can open the folder ${folder} (mode 755): chmod 700 it.`,
    )
    for (const name of readdirSync(folder))
      expect([name, modeOf(join(folder, name))]).toEqual([name, '600'])
  })

  test('is told in a sentence what is wrong with a setting', async () => {
    const folder = newFolder()
    mkdirSync(join(folder, 'sub'))
    writeFileSync(join(folder, 'file'), '')
    const complaints = [
      [
        { DATABASE_URL: `file:${folder}/sub` },
        `DATABASE_URL must be a file: ${folder}/sub is a folder.`,
      ],
      [
        { DATABASE_URL: `file:${folder}/x.db?mode=rw` },
        'DATABASE_URL must be file: and a path alone: ? and # cannot be part of it.',
      ],
      [
        { DATABASE_URL: 'file:~/x.db' },
        'DATABASE_URL must be a path: ~ means nothing here, write the whole path.',
      ],
      [
        { DATABASE_URL: `file:${folder}/file/x.db` },
        `DATABASE_URL, the folder ${folder}/file, cannot be used: it is a file.`,
      ],
      [
        { DATABASE_URL: 'file:/proc/none/x.db' },
        /^DATABASE_URL, the folder \/proc\/none, cannot be used: ENOENT/,
      ],
      [
        { DATABASE_URL: `file:${folder}/file/data/x.db` },
        /^DATABASE_URL, the folder .*\/file\/data, cannot be used: ENOTDIR/,
      ],
      [
        { DATABASE_URL: `file:${folder}/x.db`, CACHE: `${folder}/file/cache` },
        /^CACHE, the folder .*\/file\/cache, cannot be used: ENOTDIR/,
      ],
      [
        { DATABASE_URL: `file:${folder}/x.db`, PROOF_KEY: `${folder}/none/key.pem` },
        `PROOF_KEY, the file ${folder}/none/key.pem, is in a folder that does not exist. Make it first: the key is written there.`,
      ],
    ] as const
    for (const [settings, complaint] of complaints) {
      const { code, output } = await start(serve, settings as Record<string, string>).ended
      expect([code, output.trim()]).toEqual([
        1,
        typeof complaint === 'string' ? complaint : expect.stringMatching(complaint),
      ])
    }
  })

  test('starts a site that has loaded nothing that only some files or changes need', () => {
    const loaded = readFileSync('build/server/index.js', 'utf8').match(/(?<=^import .*").+(?=";)/gm)
    expect(loaded).toContain('libsql')
    const unneeded = ['docx', 'write-excel-file/node', 'mdx-bundler', 'remark-mdx', 'esbuild']
    for (const name of [...unneeded, 'pg', '@prisma/adapter-pg']) expect(loaded).not.toContain(name)
  })

  test('whose cache folder cannot be written, as on a full disk, is told so once, and the site is there', async () => {
    const cache = newFolder()
    writeFileSync(join(cache, 'chapters'), 'in the way of the folder')
    const site = start(serve, {
      DATABASE_URL: `file:${await migratedFile()}`,
      COURSES: 'tests/broken-courses/good',
      CACHE: cache,
    })
    const said = await site.said(/Ready on .*\n/)
    const address = /^Ready on (\S+)/m.exec(said)?.[1] as string
    expect((await fetch(`${address}/en/courses/tiny/first`)).status).toBe(200)
    expect(said.match(/cannot be written/g)).toHaveLength(1)
    expect(said).toContain(
      `CACHE, the folder ${cache}/chapters, cannot be written (ENOTDIR): the next start is slower.`,
    )
  })

  test('whose database cannot lie where it should is told so, and does not wait for ever', async () => {
    const migrating = [
      'node',
      '-e',
      `import('./scripts/prepare.mjs').then(({ migrate }) => migrate('file:/proc/none/data/x.db'))`,
    ]
    const { code, output } = await start(migrating, {}).ended
    expect([code, output.trim()]).toEqual([
      1,
      expect.stringMatching(/^DATABASE_URL names a file whose folder cannot be made: ENOENT/),
    ])
  })

  test('who starts an older program on a newer database is told so, and everything stays as it was', async () => {
    const file = await migratedFile()
    const database = new Libsql(file)
    database.exec(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at) VALUES ('x', 'x', '29990101000000_later', 1)`,
    )
    database.exec('PRAGMA wal_checkpoint(TRUNCATE)')
    database.close()
    const before = readFileSync(file)
    const { code, output } = await start(serve, { DATABASE_URL: `file:${file}` }).ended
    expect([code, output.trim().split('\n').at(-1)]).toEqual([
      1,
      `DATABASE_URL, the file ${file}, belongs to a newer version of Cirkel: this one does not know its 29990101000000_later. ` +
        'Nothing was changed. Start the newer version, or restore a backup from before the update.',
    ])
    const migrating = [
      'node',
      '-e',
      `import('./scripts/prepare.mjs').then(({ migrate }) => migrate('file:${file}'))`,
    ]
    expect((await start(migrating, {}).ended).code).toBe(1)
    expect(readFileSync(file).equals(before)).toBe(true)
  })

  test('who serves a database that has not been migrated, or by another text, is told so, and it stays as it was', async () => {
    const missing = join(newFolder(), 'none.db')
    const refused = await start(serve, { DATABASE_URL: `file:${missing}` }).ended
    expect([refused.code, refused.output]).toEqual([
      1,
      expect.stringMatching(
        /has not been migrated: \d+ of this version's migrations are missing\./,
      ),
    ])
    expect(existsSync(missing)).toBe(false)
    const file = await migratedFile()
    const change = (sql: string) => {
      const database = new Libsql(file)
      database.exec(`${sql}; PRAGMA wal_checkpoint(TRUNCATE)`)
      database.close()
    }
    change(`DELETE FROM _prisma_migrations WHERE migration_name LIKE '%_notes'`)
    expect((await start(serve, { DATABASE_URL: `file:${file}` }).ended).output).toContain(
      'has not been migrated: 1 of',
    )
    change(`UPDATE _prisma_migrations SET checksum = 'c' WHERE migration_name LIKE '%_roles'`)
    const before = readFileSync(file)
    const { code, output } = await start(serve, { DATABASE_URL: `file:${file}` }).ended
    expect([code, output.trim().split('\n').at(-1)]).toEqual([
      1,
      `DATABASE_URL, the file ${file}, was made by another text of 20261122000000_roles than this version has. ` +
        'Nothing was changed. Start the version that made it, or restore a backup.',
    ])
    expect(readFileSync(file).equals(before)).toBe(true)
  })

  test(
    'cannot serve one database twice, is told what to do, and can start again after kill -9; ' +
      'other programs use the file meanwhile',
    async () => {
      const file = await migratedFile()
      const settings = { DATABASE_URL: `file:${file}` }
      const first = start(serve, settings)
      const address = /^Ready on (\S+)/m.exec(await first.said(/Ready on .*\n/))?.[1] as string
      const { code, output } = await start(serve, settings).ended
      expect([code, output.trim()]).toEqual([
        1,
        `DATABASE_URL, the file ${file}, is in use by another Cirkel server on this machine. ` +
          'Stop that one first, or give this one another DATABASE_URL.',
      ])
      expect((await fetch(`${address}/healthz`)).status).toBe(200)
      const people = await start(['node_modules/.bin/tsx', 'scripts/people.ts', 'roles'], settings)
        .ended
      expect(people.code).toBe(0)
      const tool = new Libsql(file)
      tool.exec('BEGIN IMMEDIATE')
      tool.exec('COMMIT')
      tool.close()
      first.child.kill('SIGKILL')
      await first.ended
      const second = start(serve, settings)
      await second.said(/Ready on .*\n/)
      expect(modeOf(`${file}-lock`)).toBe('600')
    },
  )

  test(
    'listens at an IPv6 address, with or without brackets, and is told one that a browser takes; ' +
      'and which setting was misspelt',
    async () => {
      const file = await migratedFile()
      for (const HOST of ['::1', '[::1]']) {
        const site = start(serve, { DATABASE_URL: `file:${file}`, HOST, SITENAME: 'Weather' })
        const said = await site.said(/Ready on .*\n/)
        const address = /^Ready on (http:\/\/\[::1\]:\d+)$/m.exec(said)?.[1] as string
        expect((await fetch(`${address}/healthz`)).status).toBe(200)
        expect(said).toContain(
          'SITENAME is not a setting, and is not read. Did you mean SITE_NAME?',
        )
        site.child.kill('SIGTERM')
        expect((await site.ended).code).toBe(0)
      }
    },
  )
})
