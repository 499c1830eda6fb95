import { createHash } from 'node:crypto'
import { type FileHandle, open } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import type { ReadableStream as WebStream } from 'node:stream/web'
import { createGunzip, createGzip } from 'node:zlib'
import { Decrypter, Encrypter } from 'age-encryption'
import { createTarDecoder, createTarPacker, type ParsedTarEntry } from 'modern-tar'
import { BackupFault, saying } from './backup-fault.ts'
import { type Manifest, readManifest } from './manifest.ts'

/** A file that goes into a backup. */
export interface Part {
  name: string
  size: number
  /** Its bytes from the beginning, each time. */
  read(): AsyncIterable<Uint8Array>
}

type Bytes = ReadableStream<Uint8Array>

const toWeb = (stream: Readable) => Readable.toWeb(stream) as unknown as Bytes
const fromWeb = (stream: Bytes) => Readable.fromWeb(stream as unknown as WebStream)

/** The SHA-256 of bytes, in hexadecimal, and how many there are. */
export async function digest(
  bytes: AsyncIterable<Uint8Array>,
): Promise<{ sha256: string; size: number }> {
  const hash = createHash('sha256')
  let size = 0
  for await (const piece of bytes) {
    hash.update(piece)
    size += piece.length
  }
  return { sha256: hash.digest('hex'), size }
}

async function encrypt(bytes: Bytes, passphrase: string): Promise<Bytes> {
  const encrypter = new Encrypter()
  encrypter.setPassphrase(passphrase)
  return encrypter.encrypt(bytes)
}

async function pack(parts: Part[], { add, finalize, error }: TarController): Promise<void> {
  try {
    for (const { name, size, read } of parts) {
      const writer = add({ name, size, mode: 0o600, mtime: new Date(0) }).getWriter()
      for await (const piece of read()) {
        await writer.ready
        await writer.write(piece)
      }
      await writer.close()
    }
    finalize()
  } catch (fault) {
    error(fault)
  }
}

type TarController = ReturnType<typeof createTarPacker>['controller']

/**
 * Writes a backup: a tar archive, packed with gzip, and encrypted for a passphrase as `age` does it
 * where there is one. Returns the SHA-256 of what was written, which is on the disk then.
 */
export async function writeArchive(
  file: FileHandle,
  parts: Part[],
  passphrase: string | null,
): Promise<string> {
  const { readable, controller } = createTarPacker()
  const packing = pack(parts, controller)
  const source = fromWeb(readable as Bytes)
  const packed = source.pipe(createGzip({ level: 4 }))
  source.once('error', (error) => packed.destroy(error))
  const bytes = passphrase === null ? packed : fromWeb(await encrypt(toWeb(packed), passphrase))
  const hash = createHash('sha256')
  for await (const piece of bytes as AsyncIterable<Uint8Array>) {
    hash.update(piece)
    await file.writeFile(piece)
  }
  await packing
  await file.sync()
  return hash.digest('hex')
}

const ageHeader = 'age-encryption.org/v1\n'

async function firstBytes(file: FileHandle, length: number): Promise<string> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, 0)
  return buffer.toString('latin1', 0, bytesRead)
}

/** Whether a file is encrypted as `age` does it. */
export async function isEncrypted(file: FileHandle): Promise<boolean> {
  return (await firstBytes(file, ageHeader.length)) === ageHeader
}

async function decrypt(bytes: Bytes, passphrase: string, path: string): Promise<Bytes> {
  const decrypter = new Decrypter()
  decrypter.addPassphrase(passphrase)
  try {
    return await decrypter.decrypt(bytes)
  } catch (error) {
    if (/no identity matched/.test((error as Error).message))
      throw new BackupFault(
        `${path} cannot be opened with this passphrase, or it was encrypted in another way.`,
      )
    throw damaged(path)
  }
}

function damaged(path: string): BackupFault {
  return new BackupFault(`${path} is damaged, or a part of it is missing. Take another backup.`)
}

function noBackup(path: string): BackupFault {
  return new BackupFault(`${path} is no backup that this command has made.`)
}

const maxManifest = 1024 * 1024

async function manifestOf(entry: ParsedTarEntry, path: string): Promise<Manifest> {
  if (entry.header.name !== 'manifest.json' || entry.header.size > maxManifest) throw noBackup(path)
  const manifest = readManifest(await new Response(entry.body).text())
  if (manifest === null) throw noBackup(path)
  if (manifest === 'of a newer version')
    throw new BackupFault(`${path} was made by a newer version of Cirkel. Use that version.`)
  return manifest
}

async function extract(entries: AsyncIterable<ParsedTarEntry>, path: string, into: string) {
  let manifest: Manifest | null = null
  let expected: Manifest['files'] = []
  for await (const entry of entries) {
    if (!manifest) {
      manifest = await manifestOf(entry, path)
      expected = [...manifest.files]
      continue
    }
    const next = expected.shift()
    // Before anything of it is written: a part that claims more would fill the disk of the site.
    if (next?.name !== entry.header.name || next.size !== entry.header.size) throw damaged(path)
    const out = await open(join(into, next.name), 'wx', 0o600)
    try {
      const hash = createHash('sha256')
      for await (const piece of entry.body as unknown as AsyncIterable<Uint8Array>) {
        hash.update(piece)
        await out.writeFile(piece)
      }
      await out.sync()
      if (hash.digest('hex') !== next.sha256) throw damaged(path)
    } finally {
      await out.close()
    }
  }
  if (!manifest) throw noBackup(path)
  if (expected.length > 0) throw damaged(path)
  return manifest
}

/**
 * Takes a backup apart: each file of it goes into a folder, and is compared with the checksum that
 * the manifest gives. `passphrase` is asked where the backup is encrypted. Throws a {@link
 * BackupFault} on anything but a whole backup.
 */
export async function readArchive(
  path: string,
  { into, passphrase }: { into: string; passphrase: () => Promise<string> },
): Promise<Manifest> {
  const file = await saying(`${path} cannot be read`, () => open(path, 'r'))
  try {
    if ((await file.stat()).size === 0) throw damaged(path)
    const bytes = () => file.createReadStream({ start: 0, autoClose: false })
    const isSecret = await isEncrypted(file)
    const opened = isSecret
      ? fromWeb(await decrypt(toWeb(bytes()), await passphrase(), path))
      : bytes()
    if (!isSecret && (await firstBytes(file, 2)) !== '\x1f\x8b') throw noBackup(path)
    const unpacked = createGunzip()
    opened.once('error', (error: Error) => unpacked.destroy(error))
    const decoder = createTarDecoder({ strict: true })
    const entries = toWeb(opened.pipe(unpacked)).pipeThrough(
      decoder as unknown as ReadableWritablePair<ParsedTarEntry, Uint8Array>,
    )
    return await extract(entries as unknown as AsyncIterable<ParsedTarEntry>, path, into)
  } catch (error) {
    if (error instanceof BackupFault) throw error
    await saying(`What ${path} holds cannot be put on the disk`, () => Promise.reject(error)).catch(
      (fault) => {
        if (fault instanceof BackupFault) throw fault
      },
    )
    // What is left are the complaints of the readers of the three forms.
    throw damaged(path)
  } finally {
    await file.close()
  }
}
