import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto'
import {
  accessSync,
  constants,
  existsSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { BadEnvironment, dataFolder, environment } from '../../platform/environment.server.ts'
import { makeFolder } from '../../platform/make-folder.server.ts'
import { oneForAll } from '../../platform/workers/one-for-all.server.ts'

/** Where the site's private key lies: where the host has said, or beside the database. */
export function keyFile(): string {
  return environment.PROOF_KEY ?? join(dataFolder(), 'proof-key.pem')
}

function parsed(bytes: Buffer): KeyObject | null {
  try {
    const key = createPrivateKey(bytes)
    return key.asymmetricKeyType === 'ed25519' ? key : null
  } catch {
    return null
  }
}

/**
 * The key in a file; null where there is no file. One that is there and holds no such key is never
 * replaced: the proofs made with it would be lost.
 */
function read(file: string): KeyObject | null {
  let bytes: Buffer
  try {
    bytes = readFileSync(file)
  } catch (error) {
    if ((error as { code?: string }).code === 'ENOENT') return null
    throw new BadEnvironment(`PROOF_KEY, the file ${file}, cannot be read.`)
  }
  const key = parsed(bytes)
  if (!key)
    throw new BadEnvironment(
      `PROOF_KEY, the file ${file}, must hold an Ed25519 private key. Put your backup of it in its place.`,
    )
  return key
}

/**
 * Puts a new key in its place whole or not at all: half a key, on a full disk, would be taken for
 * one that is broken.
 */
function write(file: string, pem: string | Buffer) {
  const draft = `${file}.new`
  try {
    makeFolder(dirname(file))
    writeFileSync(draft, pem, { mode: 0o600 })
    renameSync(draft, file)
  } catch (error) {
    rmSync(draft, { force: true, recursive: true })
    throw new BadEnvironment(
      `PROOF_KEY, the file ${file}, cannot be written (${(error as { code?: string }).code}): no proof can be made.`,
    )
  }
}

/**
 * The private key that this site signs proofs with. It is made, readable by the site's user alone,
 * when the first proof is. Throws {@link BadEnvironment} where it cannot be stored.
 */
export function signingKey(file = keyFile()): KeyObject {
  const known = read(file)
  if (known) return known
  const { privateKey } = generateKeyPairSync('ed25519')
  write(file, privateKey.export({ type: 'pkcs8', format: 'pem' }))
  return privateKey
}

/**
 * Makes the key where there is none: in one process for all workers, so that no two make one each.
 * What is wrong with it the one who signs is told.
 */
export const makeKeyOnce = oneForAll('make the key of proofs', () => {
  try {
    signingKey()
  } catch {
    // Thrown again by signingKey() where it is asked for.
  }
})

/** The public key that this site's proofs are checked with; null where it has made none. */
export function checkingKey(file = keyFile()): KeyObject | null {
  const key = read(file)
  return key && createPublicKey(key)
}

/**
 * Says, before the site starts, what would keep it from making or checking proofs: throws {@link
 * BadEnvironment}.
 */
export function checkProofKey(file = keyFile()): void {
  if (read(file) || environment.PROOF_KEY === undefined) return
  const folder = dirname(file)
  if (!existsSync(folder))
    throw new BadEnvironment(
      `PROOF_KEY, the file ${file}, is in a folder that does not exist. Make it first: the key is written there.`,
    )
  try {
    accessSync(folder, constants.W_OK)
  } catch {
    throw new BadEnvironment(
      `PROOF_KEY, the file ${file}, is in a folder where nothing can be written: the key is written there.`,
    )
  }
}
