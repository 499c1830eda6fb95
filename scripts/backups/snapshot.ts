import { open, rm } from 'node:fs/promises'
import { isServerAddress } from '../../app/platform/postgres/address.mjs'
import { digest, type Part } from './archive.ts'
import { saying } from './backup-fault.ts'
import type { Manifest } from './manifest.ts'
import { copyServer } from './server-copy.ts'
import { copyFile } from './sqlite-copy.ts'

/** A database as it was at one moment. */
export type Snapshot = Pick<Manifest, 'engine' | 'counts' | 'migrations'>

/** Copies a database into a new file, while the site uses it, and looks whether the copy is whole. */
export function takeSnapshot(url: string, into: string): Promise<Snapshot> {
  return isServerAddress(url) ? copyServer(url, into) : copyFile(url.slice('file:'.length), into)
}

/**
 * A part of a backup from a file that nobody needs by its name any more: it is taken from the folder
 * at once, so that not even a process that is killed leaves it behind.
 */
export async function partOf(name: string, path: string): Promise<Part & { sha256: string }> {
  return saying('The copy of the database cannot be read', async () => {
    const file = await open(path, 'r')
    await rm(path)
    const read = () => file.createReadStream({ start: 0, autoClose: false })
    return { name, read, ...(await digest(read())) }
  })
}

/** A part of a backup from bytes. */
export async function partFrom(
  name: string,
  bytes: Buffer | string,
): Promise<Part & { sha256: string }> {
  const read = async function* () {
    yield new Uint8Array(Buffer.from(bytes))
  }
  return { name, read, ...(await digest(read())) }
}
