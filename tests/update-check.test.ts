import { execFile } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { askFile, newFolder, onFile, siteFile } from './backup-process.ts'

function check(url: string): Promise<{ code: number; said: string }> {
  const env = { ...process.env, DATABASE_URL: url }
  const program = ['--import', 'tsx', 'scripts/update-check.ts']
  return new Promise((resolve) =>
    execFile(process.execPath, program, { env }, (error, said, complained) =>
      resolve({ code: Number(error?.code ?? 0), said: (said + complained).trim() }),
    ),
  )
}

const migrations = 'SELECT "migration_name" FROM "_prisma_migrations" ORDER BY 1'

test(
  'a host who has fetched a version hears whether it migrates the database, which stays as it is',
  { timeout: 120_000 },
  async () => {
    const current = await siteFile('Calm Otter 1')
    const old = join(newFolder(), 'site.db')
    onFile(old, readFileSync('tests/releases/0.1.0.sql', 'utf8'))
    const newer = await siteFile('Calm Otter 1')
    onFile(
      newer.file,
      `INSERT INTO "_prisma_migrations" ("id", "checksum", "migration_name", "finished_at") VALUES ('x', 'x', '29990101000000_later', 1)`,
    )
    const had = askFile(old, migrations)
    const before = readFileSync(old)
    const none = join(newFolder(), 'none.db')
    const [fits, migrates, refuses] = await Promise.all(
      [current.url, `file:${old}`, newer.url].map(check),
    )
    expect(fits).toEqual({ code: 0, said: expect.stringMatching(/: nothing is migrated\./) })
    expect(migrates).toEqual({ code: 0, said: expect.stringMatching(/Make a backup first/) })
    const names = migrates?.said.match(/\d{14}_\w+/g) ?? []
    expect(names.length + had.length).toBe(askFile(current.file, migrations).length)
    expect(names.filter((name) => had.includes(name))).toEqual([])
    expect(refuses).toEqual({
      code: 1,
      said: expect.stringMatching(/belongs to a newer version of Cirkel: .*29990101000000_later/),
    })
    expect(readFileSync(old).equals(before)).toBe(true)
    await check(`file:${none}`)
    expect(existsSync(none)).toBe(false)
  },
)
