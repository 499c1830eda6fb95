import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { Decrypter } from 'age-encryption'
import { describe, expect, test } from 'vitest'
import { readBackupName } from '../app/platform/backup-names.ts'
import { checkFolder } from '../scripts/backups/backup-folder.ts'
import { copyFile } from '../scripts/backups/sqlite-copy.ts'
import {
  askFile,
  insertAccount,
  newFolder,
  onFile,
  runCommand,
  siteFile,
} from './backup-process.ts'

const passphrase = 'five quiet otters near the bridge'

function passphraseFile(text = passphrase): string {
  const path = join(newFolder(), 'passphrase')
  writeFileSync(path, `${text}\n`, { mode: 0o600 })
  return path
}

const modeOf = (path: string) => (statSync(path).mode & 0o777).toString(8)
const backupsIn = (folder: string) => readdirSync(folder).filter((name) => readBackupName(name))

function onlyBackup(folder: string): string {
  const names = backupsIn(folder)
  expect(names).toHaveLength(1)
  return join(folder, names[0] as string)
}

/** Takes a backup apart with a program that everybody has. Returns the folder. */
function unpack(file: string): string {
  const into = newFolder()
  execFileSync('tar', ['-xzf', file, '-C', into])
  return into
}

/** What the commands leave in a data folder beside the database's own files. */
const leftBeside = (file: string) =>
  readdirSync(join(file, '..')).filter((name) => !/^site\.db(-wal|-shm|-lock)?$/.test(name))

/** A process that stores accounts, one after the other, as a site does. */
async function startWriting(url: string, least: number) {
  const child = spawn(process.execPath, ['--import', 'tsx', 'tests/write-process.ts'], {
    env: { ...process.env, DATABASE_URL: url },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const stored: string[] = []
  const lines = createInterface({ input: child.stdout })
  lines.on('line', (id) => stored.push(id))
  while (stored.length < least) await once(lines, 'line')
  return {
    stored,
    async stop() {
      const ended = once(child, 'exit')
      child.kill('SIGTERM')
      return (await ended)[0]
    },
  }
}

describe('npm run backup', { timeout: 120_000 }, () => {
  test('copies a site that is written to: all that was stored before is in it, with the key, the settings and the counts, for its own user alone', async () => {
    const { file, url } = await siteFile('Calm Otter 1')
    const key = join(file, '../proof-key.pem')
    execFileSync('openssl', ['genpkey', '-algorithm', 'ed25519', '-out', key], { stdio: 'ignore' })
    const rules = join(newFolder(), 'Our rules.YAML')
    writeFileSync(rules, 'source: ours\n')
    const writing = await startWriting(url, 100)
    const folder = newFolder()
    const before = [...writing.stored]
    const name = `Notes "of $HOME" \`x\` \\ ünï`
    const { code, said } = await runCommand('backup', [folder], {
      DATABASE_URL: url,
      SITE_NAME: name,
      CIRCLE_RULES: rules,
    })
    const during = writing.stored.length - before.length
    expect([code, await writing.stop()]).toEqual([0, 0])
    expect(during).toBeGreaterThan(10)

    const path = onlyBackup(folder)
    expect(said).toContain(path)
    expect(modeOf(path)).toBe('600')
    expect(readdirSync(folder).filter((one) => one.startsWith('.cirkel-draft'))).toEqual([])
    expect(leftBeside(file)).toEqual(['proof-key.pem'])

    const unpacked = unpack(path)
    const copy = join(unpacked, 'database.db')
    const ids = new Set(askFile(copy, 'SELECT "id" FROM "Learner"'))
    expect(before.filter((id) => !ids.has(id))).toEqual([])
    expect(askFile(copy, 'PRAGMA integrity_check')).toEqual(['ok'])
    const manifest = JSON.parse(readFileSync(join(unpacked, 'manifest.json'), 'utf8'))
    expect(manifest.counts.Learner).toBe(ids.size)
    expect(readFileSync(join(unpacked, 'proof-key.pem'))).toEqual(readFileSync(key))
    expect(readFileSync(join(unpacked, 'circle-rules.yaml'), 'utf8')).toBe('source: ours\n')
    // As a shell reads the settings.
    const shell = '. "$0"; printf %s "$SITE_NAME"'
    const env = { PATH: process.env.PATH, HOME: '/elsewhere' } as unknown as NodeJS.ProcessEnv
    expect(
      execFileSync('sh', ['-c', shell, join(unpacked, 'settings.env')], { env, encoding: 'utf8' }),
    ).toBe(name)
  })

  test('P9: has no byte of who was erased, also where the file of the site still has some', async () => {
    const gone = 'Forgotten Heron 77'
    const { file, url } = await siteFile('Calm Otter 1')
    onFile(
      file,
      'PRAGMA secure_delete = OFF',
      insertAccount(gone),
      `DELETE FROM "Learner" WHERE "id" = '${gone}'`,
      'PRAGMA wal_checkpoint(TRUNCATE)',
    )
    expect(readFileSync(file).includes(gone)).toBe(true)
    const folder = newFolder()
    // Named by the setting that the host's page reads too.
    const settings = { DATABASE_URL: url, BACKUPS: folder }
    expect((await runCommand('backup', [], settings)).code).toBe(0)
    const copy = readFileSync(join(unpack(onlyBackup(folder)), 'database.db'))
    expect(copy.includes('Calm Otter 1')).toBe(true)
    expect(copy.includes(gone)).toBe(false)
    expect(leftBeside(file)).toEqual([])
  })

  test('encrypts for a passphrase from a file, in the form of age, and says nothing of it in the backup', async () => {
    const { url } = await siteFile('Calm Otter 1')
    const folder = newFolder()
    const settings = { DATABASE_URL: url, BACKUP_PASSPHRASE_FILE: passphraseFile() }
    const { code, said } = await runCommand('backup', [folder], settings)
    const path = onlyBackup(folder)
    expect([code, path.endsWith('.tar.gz.age')]).toEqual([0, true])
    expect(said).toContain('It is encrypted')
    const bytes = readFileSync(path)
    expect(bytes.toString('latin1')).toMatch(/^age-encryption\.org\/v1\n-> scrypt \S+ 18\n/)
    const decrypter = new Decrypter()
    decrypter.addPassphrase(passphrase)
    const opened = join(newFolder(), 'opened.tar.gz')
    writeFileSync(opened, await decrypter.decrypt(bytes))
    const unpacked = unpack(opened)
    expect(askFile(join(unpacked, 'database.db'), 'SELECT "id" FROM "Learner"')).toEqual([
      'Calm Otter 1',
    ])
    expect(readFileSync(join(unpacked, 'manifest.json'), 'utf8')).not.toMatch(/PASSPHRASE/)
  })

  test('says in a sentence what is wrong with a folder or a database', async () => {
    const folder = newFolder()
    const link = join(newFolder(), 'link')
    symlinkSync(folder, link)
    const open = newFolder()
    chmodSync(open, 0o755)
    const plainFile = join(newFolder(), 'file')
    writeFileSync(plainFile, '')
    const faults = [
      [join(folder, 'none'), /^There is no folder \S+none\. .*mkdir -m 700/],
      [link, /^\S+link is a link, which can be turned elsewhere\./],
      [plainFile, /^\S+file is no folder\.$/],
      [open, /^Other users of this machine can open .*chmod 700 it, or encrypt/],
    ] as const
    for (const [path, sentence] of faults) expect(() => checkFolder(path, false)).toThrow(sentence)
    expect(() => checkFolder(open, true)).not.toThrow()

    const { file } = await siteFile('Calm Otter 1')
    onFile(file, 'PRAGMA wal_checkpoint(TRUNCATE)')
    writeFileSync(file, readFileSync(file).fill(0x5a, 8192, 40_960))
    const into = join(folder, 'copy')
    await expect(copyFile(file, into)).rejects.toThrow(/^The database, the file .* damaged/)
    rmSync(into, { force: true })
    const none = join(folder, 'none.db')
    await expect(copyFile(none, into)).rejects.toThrow(/^DATABASE_URL: there is no database file/)
    writeFileSync(none, '')
    await expect(copyFile(none, into)).rejects.toThrow(/is none of Cirkel's, or an empty one\.$/)
  })

  test('takes no passphrase that others can read, that is short, or that nobody is there to type', async () => {
    const { file, url } = await siteFile('Calm Otter 1')
    const folder = newFolder()
    const readable = passphraseFile()
    chmodSync(readable, 0o644)
    const cases: [Record<string, string>, RegExp][] = [
      [{ BACKUP_PASSPHRASE_FILE: passphraseFile('short') }, /^The passphrase is too short/],
      [{ BACKUP_PASSPHRASE_FILE: readable }, /can be read by other users .*: chmod 600 it\.$/],
      [{}, /^A passphrase is needed, and there is nobody to ask\./],
    ]
    const ended = await Promise.all(
      cases.map(([settings]) =>
        runCommand('backup', [folder, '--encrypt'], { DATABASE_URL: url, ...settings }),
      ),
    )
    expect(ended.map(({ code, complained }) => [code, complained])).toEqual(
      cases.map(([, sentence]) => [1, expect.stringMatching(sentence)]),
    )
    for (const { complained } of ended) expect(complained.split('\n')).toHaveLength(1)
    expect([readdirSync(folder), leftBeside(file)]).toEqual([[], []])
  })

  test('on a disk that is full, says so, and leaves no file under the name of a backup', async () => {
    const { file, url } = await siteFile('Calm Otter 1')
    onFile(file, ...Array.from({ length: 300 }, () => insertAccount(crypto.randomUUID())))
    const folder = newFolder()
    // No file may grow beyond so many blocks of 512 bytes.
    const command = 'ulimit -f 500; exec node --import tsx scripts/backup.ts "$0"'
    const { status, stderr } = spawnSync('sh', ['-c', command, folder], {
      env: { ...process.env, DATABASE_URL: url },
      encoding: 'utf8',
    })
    expect([status, stderr.trim()]).toEqual([
      1,
      expect.stringMatching(/^The database, .* cannot be copied: the disk is full/),
    ])
    expect(backupsIn(folder)).toEqual([])
    expect(leftBeside(file)).toEqual([])
  })

  test('of two into one folder at once, makes one, and tells the other', async () => {
    const { url } = await siteFile('Calm Otter 1')
    const folder = newFolder()
    const settings = { DATABASE_URL: url, BACKUP_PASSPHRASE_FILE: passphraseFile() }
    const ended = await Promise.all([1, 2].map(() => runCommand('backup', [folder], settings)))
    const refused = ended.filter(({ code }) => code === 1)
    expect(backupsIn(folder)).toHaveLength(2 - refused.length)
    for (const { complained } of refused)
      expect(complained).toMatch(/^Another backup into \S+ is being made just now\./)
  })

  test('killed at any moment, leaves nothing that looks like a backup and is none, and what it leaves goes with the next', async () => {
    const { file, url } = await siteFile('Calm Otter 1')
    onFile(file, ...Array.from({ length: 300 }, () => insertAccount(crypto.randomUUID())))
    const folder = newFolder()
    const settings = { DATABASE_URL: url }
    const endOf = (path: string, wanted: (name: string) => boolean) => (child: ChildProcess) => {
      const look = setInterval(() => {
        if (!readdirSync(path).some(wanted)) return
        child.kill('SIGKILL')
        clearInterval(look)
      }, 1)
      child.once('exit', () => clearInterval(look))
    }
    // While the database is copied, and while the backup is written.
    await runCommand(
      'backup',
      [folder],
      settings,
      endOf(
        join(file, '..'),
        (name) => /scratch/.test(name) && existsSync(join(file, '..', name, 'copy')),
      ),
    )
    await runCommand(
      'backup',
      [folder],
      settings,
      endOf(folder, (name) => /draft/.test(name)),
    )
    for (const name of backupsIn(folder)) unpack(join(folder, name))
    const whole = backupsIn(folder).length
    expect((await runCommand('backup', [folder], settings)).code).toBe(0)
    expect(backupsIn(folder)).toHaveLength(whole + 1)
    expect(readdirSync(folder).filter((name) => /draft/.test(name))).toEqual([])
    expect(leftBeside(file)).toEqual([])
  })
})
