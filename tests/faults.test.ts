import { execFile } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Libsql from 'libsql'
import { describe, expect, test } from 'vitest'

const newFolder = () => mkdtempSync(join(tmpdir(), 'cirkel-faults-'))
const tsx = 'node_modules/.bin/tsx'

function run(
  command: string[],
  settings: Record<string, string> = {},
): Promise<{ status: number; stdout: string; stderr: string }> {
  const [program = '', ...args] = command
  const env = { ...process.env, ...settings } as unknown as NodeJS.ProcessEnv
  return new Promise((resolve) =>
    execFile(program, args, { env }, (error, stdout, stderr) =>
      resolve({ status: Number(error?.code ?? 0), stdout, stderr: stderr.trim() }),
    ),
  )
}

/** A database that is up to date, as a site leaves it that was not ended. */
function database(): string {
  const path = join(newFolder(), 'site.db')
  const open = new Libsql(path)
  open.exec('PRAGMA journal_mode = WAL')
  open.exec('CREATE TABLE _prisma_migrations (migration_name TEXT, finished_at TEXT)')
  open.close()
  return path
}

function file(text: string): string {
  const path = join(newFolder(), 'file')
  writeFileSync(path, text)
  return path
}

describe(
  'what fails because of the machine or a setting ends with one sentence and 1:',
  {
    timeout: 120_000,
  },
  () => {
    const folder = newFolder()
    const missing = join(folder, 'nowhere')
    const text = file(
      'No database, but long enough that SQLite looks for its header in it. '.repeat(9),
    )
    test.each<[string, string[], Record<string, string>, RegExp]>([
      [
        // No file may grow, as on a disk without room: SQLite cannot make the index of its log.
        'a database on a disk that is full',
        [
          'sh',
          '-c',
          'ulimit -f 8; exec node scripts/applied-migrations.mjs "$0"',
          `file:${database()}`,
        ],
        {},
        /^DATABASE_URL, the file \S+site\.db, cannot be read: the disk is full, or it fails\. Make room on it first\.$/,
      ],
      [
        'a database that is another file',
        ['node', 'scripts/applied-migrations.mjs', `file:${text}`],
        {},
        /cannot be read: it is no SQLite database\.$/,
      ],
      [
        'a database that is another file, asked for its people',
        [tsx, 'scripts/people.ts', 'roles'],
        { DATABASE_URL: `file:${text}` },
        /cannot be used: it is no SQLite database\. Nothing was changed\.$/,
      ],
      [
        'a demonstration in a database that is named like a folder',
        ['node', 'scripts/demo.mjs'],
        { DATABASE_URL: `file:${missing}/` },
        /^DATABASE_URL must be a file: the name ends as that of a folder\.$/,
      ],
      [
        'translations of courses that are nowhere',
        [tsx, 'scripts/translations.ts'],
        { COURSES: missing },
        /nowhere cannot be used: there is no such file or folder\.$/,
      ],
      [
        'a database that is named like a folder',
        [tsx, 'scripts/people.ts', 'roles'],
        { DATABASE_URL: `file:${missing}/` },
        /^DATABASE_URL must be a file: the name ends as that of a folder\.$/,
      ],
      [
        'courses that are nowhere',
        [tsx, 'scripts/accept-questions.ts', '--new'],
        { COURSES: missing },
        /nowhere cannot be used: there is no such file or folder\.$/,
      ],
      [
        'courses that are a file',
        [tsx, 'scripts/accept-questions.ts', '--new'],
        { COURSES: text },
        /cannot be used: a part of its path is a file, not a folder\.$/,
      ],
      [
        'an option that there is not',
        [tsx, 'scripts/check-courses.ts', '--no-such'],
        {},
        /--no-such/,
      ],
      [
        'a file of translations that is a folder',
        [tsx, 'scripts/translations.ts', 'import', folder],
        {},
        /there is no such file/,
      ],
    ])('%s', async (_, command, settings, sentence) => {
      const { status, stderr } = await run(command, settings)
      expect(stderr).toMatch(sentence)
      expect(stderr).not.toMatch(/^\s+at /m)
      expect(stderr.split('\n')).toHaveLength(1)
      expect(status).toBe(1)
    })
  },
)

// Root may look everywhere, so it asks as nobody.
const asNobody =
  process.getuid?.() === 0 ? ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups'] : []

test.skipIf(process.platform === 'win32')(
  'a database that this user may not look at is not taken for one that is not there',
  { timeout: 60_000 },
  async () => {
    const folder = newFolder()
    writeFileSync(join(folder, 'site.db'), '')
    chmodSync(folder, process.getuid?.() === 0 ? 0o700 : 0)
    const url = `file:${folder}/site.db`
    const settings = { DATABASE_URL: url, HOME: tmpdir() }
    const migrations = ['node', 'scripts/applied-migrations.mjs', url]
    const people = ['node', '--import', 'tsx', 'scripts/people.ts', 'roles']
    const restore = ['node', '--import', 'tsx', 'scripts/restore.ts', 'any-file']
    for (const [command, sentence] of [
      [migrations, /site\.db, cannot be read: this user may not do that\.$/],
      [people, /site\.db cannot be used: this user may not do that\.$/],
      [restore, /site\.db-lock cannot be used: this user may not open it, or it is no file\.$/],
    ] as const) {
      const { status, stdout, stderr } = await run([...asNobody, ...command], settings)
      expect([status, stdout]).toEqual([1, ''])
      expect(stderr).toMatch(sentence)
      expect(stderr.split('\n')).toHaveLength(1)
    }
    chmodSync(folder, 0o700)
  },
)

test('a command whose reader stops reading does its work to the end', async () => {
  const done = join(newFolder(), 'done')
  const program = `
    await import('./scripts/as-command.mjs')
    for (let n = 0; n < 50_000; n++) console.log('a line that somebody may not read', n)
    await new Promise((resolve) => setTimeout(resolve, 50))
    ;(await import('node:fs')).writeFileSync(${JSON.stringify(done)}, '')`
  const command = 'node --input-type=module -e "$0" | head -n 1'
  const { stdout, stderr } = await run(['sh', '-c', command, program])
  expect(stdout).toBe('a line that somebody may not read 0\n')
  expect(stderr).toBe('')
  // The shell waits for the last of the two only.
  await expect.poll(() => existsSync(done), { timeout: 20_000 }).toBe(true)
})
