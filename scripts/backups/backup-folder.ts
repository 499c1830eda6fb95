import { randomBytes } from 'node:crypto'
import {
  accessSync,
  closeSync,
  constants,
  createReadStream,
  fsyncSync,
  lstatSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { backupName, readBackupName } from '../../app/platform/backup-names.ts'
import { digest } from './archive.ts'
import { BackupFault, saying } from './backup-fault.ts'
import { onEnd, tryLock } from './scratch.ts'

const draftPattern = /^\.cirkel-draft-[0-9a-f]{16}$/

/**
 * Whether the bytes of a file are those that its name says. So a file that this command has made, and
 * that is whole, is known without its passphrase, and no other can be taken for one.
 */
export async function isAsNamed(path: string, expected: string): Promise<boolean> {
  return (await digest(createReadStream(path))).sha256.startsWith(expected)
}

/**
 * Sees to it that a folder can take backups: there, no link, this user's alone unless what is put
 * there is encrypted.
 */
export function checkFolder(folder: string, isEncrypted: boolean): void {
  const stat = lstatSync(folder, { throwIfNoEntry: false })
  if (!stat)
    throw new BackupFault(
      `There is no folder ${folder}. If it is on another disk, that one is not connected. Else make it: mkdir -m 700 ${folder}`,
    )
  if (stat.isSymbolicLink())
    throw new BackupFault(
      `${folder} is a link, which can be turned elsewhere. Name the folder itself.`,
    )
  if (!stat.isDirectory()) throw new BackupFault(`${folder} is no folder.`)
  try {
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch {
    throw new BackupFault(`Nothing can be written in the folder ${folder} by this user.`)
  }
  if (process.platform === 'win32' || isEncrypted || (stat.mode & 0o077) === 0) return
  throw new BackupFault(
    `Other users of this machine can open the folder ${folder}: chmod 700 it, or encrypt the backup with --encrypt.`,
  )
}

/** Takes the folder for this process alone, and removes what those that were killed have left. */
export async function takeFolder(folder: string): Promise<void> {
  await saying(`The folder ${folder} cannot be used`, () => {
    const free = tryLock(join(folder, '.cirkel-backup-lock'))
    if (!free)
      throw new BackupFault(
        `Another backup into ${folder} is being made just now. Nothing was done.`,
      )
    onEnd(free)
    for (const name of readdirSync(folder).filter((name) => draftPattern.test(name)))
      rmSync(join(folder, name), { force: true })
  })
}

function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/**
 * Puts a new backup into a folder, whole or not at all: `write` fills a draft and returns its
 * SHA-256; the draft is read again, and then gets its name. Returns that.
 */
export async function placeBackup(
  folder: string,
  { at, isEncrypted }: { at: Date; isEncrypted: boolean },
  write: (file: Awaited<ReturnType<typeof open>>) => Promise<string>,
): Promise<string> {
  const draft = join(folder, `.cirkel-draft-${randomBytes(8).toString('hex')}`)
  onEnd(() => rmSync(draft, { force: true }))
  return saying(`The backup cannot be written into ${folder}`, async () => {
    const file = await open(draft, 'wx', 0o600)
    let sha256: string
    try {
      sha256 = await write(file)
    } finally {
      await file.close()
    }
    if (!(await isAsNamed(draft, sha256)))
      throw new BackupFault(
        `What was written into ${folder} cannot be read again as it was written: the disk fails. No backup was made.`,
      )
    const name = backupName({ madeAt: at, sha256 }, isEncrypted)
    giveName(draft, join(folder, name))
    syncFolder(folder)
    return name
  })
}

function giveName(draft: string, path: string): void {
  if (lstatSync(path, { throwIfNoEntry: false }))
    throw new BackupFault(`${path} is there already. Nothing was changed.`)
  renameSync(draft, path)
}

const day = 24 * 60 * 60 * 1000

/**
 * Removes the backups in a folder that are older than so many days: those that this command has made
 * and that are whole, as their names show. The new one is never removed. Returns what was removed,
 * and a sentence for each that was left for a reason.
 */
export async function rotate(
  folder: string,
  { days, at, newest }: { days: number; at: Date; newest: string },
): Promise<{ removed: string[]; left: string[] }> {
  const removed: string[] = []
  const left: string[] = []
  for (const name of readdirSync(folder).sort()) {
    const said = readBackupName(name)
    const path = join(folder, name)
    if (!said || name === newest || !lstatSync(path).isFile()) continue
    const age = at.getTime() - said.madeAt.getTime()
    if (age < -day)
      left.push(
        `${path} is from the future by this machine's date: one of the two is wrong. It is not removed by itself.`,
      )
    if (age <= days * day) continue
    if (await isAsNamed(path, said.sha256)) {
      rmSync(path)
      removed.push(name)
    } else
      left.push(
        `${path} is older than ${days} days, and is damaged or was not made by this command. It may hold people who have erased themselves: look at it, and remove it by hand.`,
      )
  }
  if (removed.length > 0) syncFolder(folder)
  return { removed, left }
}
