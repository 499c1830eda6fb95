import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  copyFileSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { readBackupName } from '../app/platform/backup-names.ts'
import { readArchive } from '../scripts/backups/archive.ts'
import { compareContents, openBackup } from '../scripts/backups/open-backup.ts'
import { examineFile } from '../scripts/backups/sqlite-copy.ts'
import { takeFile } from '../scripts/backups/sqlite-restore.ts'
import { askFile, newFolder, onFile, runCommand, siteFile } from './backup-process.ts'

const passphrase = 'five quiet otters near the bridge'
const modeOf = (path: string) => (statSync(path).mode & 0o777).toString(8)
const peopleIn = (path: string) =>
  askFile(path, 'SELECT "pseudonym" FROM "Learner" ORDER BY "pseudonym"')

function passphraseFile(): string {
  const path = join(newFolder(), 'passphrase')
  writeFileSync(path, `${passphrase}\n`, { mode: 0o600 })
  return path
}

/** A backup of a database file, made by the command. */
async function backupOf(url: string, settings: Record<string, string> = {}): Promise<string> {
  const folder = newFolder()
  const { code, complained } = await runCommand('backup', [folder], {
    DATABASE_URL: url,
    ...settings,
  })
  expect([code, complained]).toEqual([0, ''])
  const [name] = readdirSync(folder).filter((one) => readBackupName(one))
  return join(folder, name as string)
}

/** The scratch folders in a folder. */
const scratchIn = (folder: string) => readdirSync(folder).filter((name) => /scratch/.test(name))

describe('a backup that is opened', { timeout: 120_000 }, () => {
  test('is refused in a sentence where it is damaged, cut off, foreign, or of a newer version', async () => {
    const { url } = await siteFile('Calm Otter 1')
    const whole = await backupOf(url)
    const bytes = readFileSync(whole)
    const folder = newFolder()
    const put = (name: string, content: Buffer | string) => {
      const path = join(folder, name)
      writeFileSync(path, content)
      return path
    }
    const flipped = Buffer.from(bytes)
    flipped[Math.floor(bytes.length / 2)]! ^= 1
    const foreign = newFolder()
    writeFileSync(join(foreign, 'manifest.json'), '{"kind":"something else"}')
    execFileSync('tar', ['-czf', join(folder, 'foreign.tar.gz'), '-C', foreign, 'manifest.json'])
    writeFileSync(join(foreign, 'manifest.json'), '{"kind":"cirkel-backup","format":2}')
    execFileSync('tar', ['-czf', join(folder, 'newer.tar.gz'), '-C', foreign, 'manifest.json'])
    // As one that was made with care, with another database in it.
    const changed = newFolder()
    execFileSync('tar', ['-xzf', whole, '-C', changed])
    writeFileSync(join(changed, 'database.db'), 'another database')
    const parts = ['manifest.json', 'settings.env', 'database.db']
    execFileSync('tar', ['-czf', join(folder, 'changed.tar.gz'), '-C', changed, ...parts])
    execFileSync('tar', ['-czf', join(folder, 'less.tar.gz'), '-C', changed, ...parts.slice(0, 2)])

    const damaged = /is damaged, or a part of it is missing/
    const noBackup = /is no backup that this command has made\.$/
    const cases: [string, RegExp][] = [
      [put('cut.tar.gz', bytes.subarray(0, bytes.length - 9)), damaged],
      [put('half.tar.gz', bytes.subarray(0, bytes.length / 2)), damaged],
      [put('flipped.tar.gz', flipped), damaged],
      [put('empty.tar.gz', ''), damaged],
      [put('other.tar.gz', gzipSync('no archive')), damaged],
      [put('text.tar.gz', 'no archive, but long enough to have a beginning'), noBackup],
      [join(folder, 'foreign.tar.gz'), noBackup],
      [join(folder, 'changed.tar.gz'), damaged],
      [join(folder, 'less.tar.gz'), damaged],
      [join(folder, 'newer.tar.gz'), /was made by a newer version of Cirkel/],
      [join(folder, 'none.tar.gz'), /none\.tar\.gz cannot be read: there is no such file/],
      [folder, /is no file\.$/],
    ]
    for (const [path, sentence] of cases)
      await expect(openBackup(path, newFolder()), path).rejects.toThrow(sentence)
    // Its name gives away the smallest change, before anything of it is read.
    const [name = ''] = whole.split('/').slice(-1)
    await expect(openBackup(put(name, flipped), newFolder())).rejects.toThrow(
      /its bytes are not those that its name says/,
    )
    await expect(openBackup(whole, newFolder())).resolves.toMatchObject({ engine: 'SQLite' })
  })

  test('and was changed with care, is refused: one without a database, with signs for a terminal in it, of another size, or with other migrations', async () => {
    const { url } = await siteFile('Calm Otter 1')
    const unpacked = newFolder()
    execFileSync('tar', ['-xzf', await backupOf(url), '-C', unpacked])
    const manifest = JSON.parse(readFileSync(join(unpacked, 'manifest.json'), 'utf8'))
    const [settings, database] = manifest.files
    const packed = (change: object, files = manifest.files) => {
      const text = JSON.stringify({ ...manifest, files, ...change })
      writeFileSync(join(unpacked, 'manifest.json'), text)
      const path = join(newFolder(), 'changed.tar.gz')
      const names = files.map(({ name }: { name: string }) => name)
      execFileSync('tar', ['-czf', path, '-C', unpacked, 'manifest.json', ...names])
      return path
    }
    const open = (path: string) => openBackup(path, newFolder())
    const noBackup = /is no backup that this command has made\.$/
    await expect(open(packed({ counts: {}, migrations: [] }, [settings]))).rejects.toThrow(noBackup)
    await expect(open(packed({ version: '1.0\u001b[2J' }))).rejects.toThrow(noBackup)
    await expect(open(packed({ settings: { 'A\nB': '' } }))).rejects.toThrow(noBackup)
    const shorter = { ...database, size: database.size - 1 }
    await expect(open(packed({}, [settings, shorter]))).rejects.toThrow(/is damaged/)

    const { migrations } = await open(packed({}))
    const fewer = await open(packed({ migrations: migrations.slice(1) }))
    const examined = examineFile(join(unpacked, 'database.db'))
    expect(() => compareContents(examined, manifest)).not.toThrow()
    expect(() => compareContents(examined, fewer)).toThrow(/has had other migrations/)
    expect(() =>
      compareContents(examined, { ...manifest, counts: { ...manifest.counts, constructor: 3 } }),
    ).toThrow(/constructor none, not 3\.$/)
  })

  test('and holds a damaged database, is told in a sentence that leads nowhere else', async () => {
    const { url } = await siteFile('Calm Otter 1')
    const unpacked = newFolder()
    execFileSync('tar', ['-xzf', await backupOf(url), '-C', unpacked])
    const path = join(unpacked, 'database.db')
    for (const damage of [
      () => truncateSync(path, Math.floor(statSync(path).size / 2)),
      () => writeFileSync(path, 'no database, but long enough to have a beginning'.repeat(20)),
    ]) {
      damage()
      expect(examineFile(path)).toMatchObject({ fault: expect.stringMatching(/^it is damaged \(/) })
    }
  })

  test('and is encrypted, is refused with another passphrase, and where a part of it is missing', async () => {
    const { url } = await siteFile('Calm Otter 1')
    const file = await backupOf(url, { BACKUP_PASSPHRASE_FILE: passphraseFile() })
    const cut = join(newFolder(), 'cut.age')
    copyFileSync(file, cut)
    truncateSync(cut, statSync(cut).size - 20)
    const into = newFolder
    const right = async () => passphrase
    const wrong = async () => 'five quiet otters near the fridge'
    await expect(readArchive(file, { into: into(), passphrase: wrong })).rejects.toThrow(
      /cannot be opened with this passphrase/,
    )
    await expect(readArchive(cut, { into: into(), passphrase: right })).rejects.toThrow(
      /is damaged, or a part of it is missing/,
    )
    const folder = into()
    const { counts } = await readArchive(file, { into: folder, passphrase: right })
    expect(counts.Learner).toBe(1)
    expect(modeOf(join(folder, 'database.db'))).toBe('600')
  })
})

describe('npm run backup:verify', { timeout: 120_000 }, () => {
  test('restores into a scratch place, starts a site, reads, answers, counts, and leaves nothing', async () => {
    const { file, url } = await siteFile('Calm Otter 1', 'Bright Egret 2')
    const path = await backupOf(url)
    const elsewhere = join(newFolder(), 'data')
    const settings = { DATABASE_URL: `file:${elsewhere}/other.db` }
    const { code, said, complained } = await runCommand('backup-verify', [path], settings)
    expect([code, complained]).toEqual([0, ''])
    expect(said.split('\n')).toEqual([
      expect.stringMatching(/ is whole\. Version \S+ made it, on \d{4}-.* of a SQLite database\.$/),
      'Its database is as this version has it: nothing is to be migrated.',
      expect.stringMatching(/^No proof key is in it/),
      'SQLite finds no damage, and no row that points at one that is gone.',
      expect.stringMatching(/^All \d+ tables hold as many rows .*: 2 accounts, \d+ rows in all\.$/),
      expect.stringMatching(/^A site started on it: \S+ could be read, .* was marked\.$/),
      'The backup can be restored. What was made to find that out has been removed.',
    ])
    expect([readdirSync(elsewhere), scratchIn(join(file, '..'))]).toEqual([[], []])
  })

  test('of one whose rows are not those that were counted, says which, with exit code 1', async () => {
    const { url } = await siteFile('Calm Otter 1')
    const unpacked = newFolder()
    execFileSync('tar', ['-xzf', await backupOf(url), '-C', unpacked])
    const manifest = JSON.parse(readFileSync(join(unpacked, 'manifest.json'), 'utf8'))
    manifest.counts.Learner = 7
    writeFileSync(join(unpacked, 'manifest.json'), JSON.stringify(manifest))
    const changed = join(newFolder(), 'changed.tar.gz')
    const parts = ['manifest.json', 'settings.env', 'database.db']
    execFileSync('tar', ['-czf', changed, '-C', unpacked, ...parts])
    const { code, complained } = await runCommand('backup-verify', [changed], { DATABASE_URL: url })
    expect([code, complained]).toEqual([
      1,
      'What came out of the backup is not what went in. Rows there are now: Learner 1, not 7.',
    ])
  })
})

describe('npm run restore', { timeout: 180_000 }, () => {
  test('puts a backup of the oldest release into an empty place, migrated, with its key, for its user alone; then refuses to do it twice', async () => {
    const old = join(newFolder(), 'site.db')
    onFile(old, readFileSync('tests/releases/0.1.0.sql', 'utf8'), 'PRAGMA journal_mode = WAL')
    const key = join(old, '../proof-key.pem')
    execFileSync('openssl', ['genpkey', '-algorithm', 'ed25519', '-out', key], { stdio: 'ignore' })
    const path = await backupOf(`file:${old}`, { SITE_NAME: 'Weather' })
    const data = join(newFolder(), 'new', 'data')
    const settings = { DATABASE_URL: `file:${data}/site.db` }
    const { code, said, complained } = await runCommand('restore', [path], settings)
    expect([code, complained]).toEqual([0, ''])
    expect(said).toMatch(
      /Its database is older than this version: \d+ migrations are to be applied\./,
    )
    expect(said).toMatch(/A site started on it: /)
    expect(said).toMatch(/They differ from those of now in .*SITE_NAME/)
    const people = askFile(old, 'SELECT COUNT(*) FROM "Learner"')
    expect(askFile(`${data}/site.db`, 'SELECT COUNT(*) FROM "Learner"').map(Number)).toEqual(
      people.map(Number),
    )
    expect(readFileSync(`${data}/proof-key.pem`)).toEqual(readFileSync(key))
    expect(scratchIn(data)).toEqual([])
    for (const name of readdirSync(data))
      expect([name, modeOf(join(data, name))]).toEqual([
        name,
        /^restored/.test(name) ? '700' : '600',
      ])

    const before = readFileSync(`${data}/site.db`)
    const again = await runCommand('restore', [path], settings)
    expect([again.code, again.complained]).toEqual([
      1,
      `The file ${data}/site.db holds something already. With --replace the backup takes its place. Nothing was changed.`,
    ])
    expect(readFileSync(`${data}/site.db`).equals(before)).toBe(true)
  })

  test('replaces a database, and puts the old one back where no site starts on the new one', async () => {
    const source = await siteFile('Calm Otter 1')
    const path = await backupOf(source.url)
    const target = await siteFile('Bright Egret 2')
    const settings = { DATABASE_URL: target.url }
    const failed = await runCommand('restore', [path, '--replace'], {
      ...settings,
      COURSES: newFolder(),
    })
    expect([failed.code, failed.complained]).toEqual([
      1,
      expect.stringMatching(/What was there before is there again\.$/),
    ])
    expect(peopleIn(target.file)).toEqual(['Bright Egret 2'])
    expect((await runCommand('restore', [path, '--replace'], settings)).code).toBe(0)
    expect(peopleIn(target.file)).toEqual(['Calm Otter 1'])
    expect(readdirSync(join(target.file, '..')).filter((name) => /replaced/.test(name))).toEqual([])
  })

  test('refuses while a site runs on the database', async () => {
    const { file, url } = await siteFile('Calm Otter 1')
    const path = await backupOf(url)
    const free = takeFile(file)
    const settings = { DATABASE_URL: url }
    const { code, complained } = await runCommand('restore', [path, '--replace'], settings)
    free()
    expect([code, complained]).toEqual([
      1,
      `A site is running on the database, the file ${file}. Stop it first. Nothing was changed.`,
    ])
  })

  test('whenever it is killed while it replaces, leaves the old database or the new one, whole, with all that was in its log', async () => {
    // What was stored last stands in the log alone, as after kill -9.
    const old = await siteFile('Bright Egret 2')
    const writing = spawn(process.execPath, ['--import', 'tsx', 'tests/write-process.ts'], {
      env: { ...process.env, DATABASE_URL: old.url },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const [id] = (await once(createInterface({ input: writing.stdout }), 'line')) as [string]
    writing.kill('SIGKILL')
    await once(writing, 'exit')
    const fresh = await siteFile('Calm Otter 1')
    onFile(fresh.file, 'PRAGMA wal_checkpoint(TRUNCATE)')

    const outcomes: string[] = []
    for (let last = 1; outcomes.at(-1) !== 'done'; last++) {
      const folder = newFolder()
      const at = (name: string) => join(folder, name)
      copyFileSync(old.file, at('site.db'))
      copyFileSync(`${old.file}-wal`, at('site.db-wal'))
      copyFileSync(fresh.file, at('fresh.db'))
      const program = ['--import', 'tsx', 'tests/replace-process.ts']
      const words = [at('site.db'), at('fresh.db'), String(last)]
      const child = spawn(process.execPath, [...program, ...words], { stdio: 'inherit' })
      const [code] = await once(child, 'exit')
      const people = peopleIn(at('site.db'))
      const isNew = people.length === 1 && people[0] === 'Calm Otter 1'
      expect(isNew || people.includes(`Otter ${id}`), `${last}: ${people}`).toBe(true)
      expect(askFile(at('site.db'), 'PRAGMA integrity_check')).toEqual(['ok'])
      outcomes.push(code === 0 ? 'done' : isNew ? 'new' : 'old')
    }
    expect(outcomes.join(' ')).toMatch(/^(old ){5,}(new )+done$/)
  })
})
