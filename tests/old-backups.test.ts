import { createHash } from 'node:crypto'
import { readdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readBackupName } from '../app/platform/backup-names.ts'
import { placeBackup, rotate } from '../scripts/backups/backup-folder.ts'
import { newFolder, runCommand, siteFile } from './backup-process.ts'

const backupsIn = (folder: string) => readdirSync(folder).filter((name) => readBackupName(name))

describe('old backups', () => {
  const at = new Date('2026-12-01T03:00:00Z')
  const daysAgo = (days: number) => new Date(at.getTime() - days * 24 * 60 * 60 * 1000)

  /** A small file under the name of a backup of so many days ago, made as the command makes it. */
  async function make(folder: string, days: number): Promise<string> {
    return placeBackup(folder, { at: daysAgo(days), isEncrypted: false }, async (file) => {
      const text = `of ${days} days ago`
      await file.writeFile(text)
      return createHash('sha256').update(text).digest('hex')
    })
  }

  test('P9: go when they are as old as the host has said, so that those who were erased are in none; the new one stays', async () => {
    const folder = newFolder()
    const [newest, young, old, older] = await Promise.all(
      [0, 30, 31, 400].map((n) => make(folder, n)),
    )
    const outcome = await rotate(folder, { days: 30, at, newest: newest as string })
    expect(outcome).toEqual({ removed: [older, old], left: [] })
    expect(backupsIn(folder)).toEqual([young, newest])
    // Of a clock that was set years ahead.
    const later = new Date('2036-01-01T00:00:00Z')
    await rotate(folder, { days: 30, at: later, newest: newest as string })
    expect(backupsIn(folder)).toEqual([newest])
  })

  test('are removed only where their bytes are those that the command wrote; others are told', async () => {
    const folder = newFolder()
    const newest = await make(folder, 0)
    const damaged = await make(folder, 50)
    writeFileSync(join(folder, damaged), 'other bytes')
    const future = await make(folder, -400)
    const others = ['notes.txt', 'cirkel-2020-01-01.tar.gz', '.hidden']
    for (const name of others) writeFileSync(join(folder, name), 'a host’s own')
    const link = 'cirkel-2020-01-01-000000-0123456789abcdef.tar.gz'
    symlinkSync(join(folder, 'notes.txt'), join(folder, link))
    const { removed, left } = await rotate(folder, { days: 30, at, newest })
    expect(removed).toEqual([])
    expect(left).toEqual([
      expect.stringContaining(`${damaged} is older than 30 days, and is damaged`),
      expect.stringContaining(`${future} is from the future`),
    ])
    expect(readdirSync(folder).sort()).toEqual([damaged, future, link, newest, ...others].sort())
  })

  test(
    'stay where no new one could be made, and where the database is empty',
    { timeout: 60_000 },
    async () => {
      const { url } = await siteFile()
      const folder = newFolder()
      const old = await make(folder, 90)
      const { code, said } = await runCommand('backup', [folder], { DATABASE_URL: url })
      expect([code, said]).toEqual([
        0,
        expect.stringContaining(
          'Nobody has an account in this database, so no older backup was removed.',
        ),
      ])
      const missing = { DATABASE_URL: `${url}-none` }
      expect((await runCommand('backup', [folder], missing)).code).toBe(1)
      expect(backupsIn(folder)).toContain(old)
      const someone = await siteFile('Calm Otter 1')
      const aside = `${someone.file}.replaced-2026-01-01-000000`
      writeFileSync(aside, '')
      const { said: told } = await runCommand('backup', [folder], { DATABASE_URL: someone.url })
      expect(told).toContain(`${aside} is left of a restore that was stopped.`)
      expect(told).toContain(`Removed 1 older than 30 days: ${old}.`)
      expect(backupsIn(folder)).not.toContain(old)
    },
  )
})
