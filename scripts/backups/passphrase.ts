import { readFileSync, statSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { Writable } from 'node:stream'
import { environment } from '../../app/platform/environment.server.ts'
import { BackupFault, saying } from './backup-fault.ts'

const minLength = 12

/** The passphrase in the file that BACKUP_PASSPHRASE_FILE names; null where it names none. */
async function fromFile(): Promise<string | null> {
  const path = environment.BACKUP_PASSPHRASE_FILE
  if (!path) return null
  return saying(`BACKUP_PASSPHRASE_FILE, the file ${path}, cannot be read`, () => {
    if (process.platform !== 'win32' && (statSync(path).mode & 0o077) !== 0)
      throw new BackupFault(
        `BACKUP_PASSPHRASE_FILE, the file ${path}, can be read by other users of this machine: chmod 600 it.`,
      )
    const passphrase = readFileSync(path, 'utf8').replace(/\r?\n$/, '')
    if (/[\r\n]/.test(passphrase) || passphrase === '')
      throw new BackupFault(
        `BACKUP_PASSPHRASE_FILE, the file ${path}, must hold one line: the passphrase.`,
      )
    return passphrase
  })
}

/** Asks at the terminal, which does not show what is typed. */
function ask(question: string): Promise<string> {
  if (!process.stdin.isTTY)
    throw new BackupFault(
      'A passphrase is needed, and there is nobody to ask. Name a file that holds it in BACKUP_PASSPHRASE_FILE.',
    )
  const silent = new Writable({ write: (_piece, _encoding, done) => done() })
  const lines = createInterface({ input: process.stdin, output: silent, terminal: true })
  // Only now, when the terminal shows nothing any more.
  process.stderr.write(question)
  return new Promise((resolve, reject) => {
    let isAnswered = false
    lines.once('line', (line) => {
      isAnswered = true
      lines.close()
      resolve(line)
    })
    lines.once('close', () => {
      process.stderr.write('\n')
      if (!isAnswered) reject(new BackupFault('No passphrase was given. Nothing was done.'))
    })
  })
}

/** The passphrase that a backup is opened with. */
export async function passphraseToOpen(): Promise<string> {
  return (await fromFile()) ?? (await ask('Passphrase of the backup: '))
}

/**
 * The passphrase that a backup is encrypted with; null where it is not to be encrypted: where nobody
 * asks for it, and no file holds one.
 */
export async function passphraseToLock(isAskedFor: boolean): Promise<string | null> {
  const stored = await fromFile()
  if (stored === null && !isAskedFor) return null
  const passphrase = stored ?? (await ask('Passphrase for the backup: '))
  if (passphrase.length < minLength)
    throw new BackupFault(
      `The passphrase is too short: ${minLength} characters at least, better five words that nobody would guess. Nothing was done.`,
    )
  if (stored === null && (await ask('The same again: ')) !== passphrase)
    throw new BackupFault('The two passphrases are not the same. Nothing was done.')
  return passphrase
}
