import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { BadEnvironment, environment } from '../../platform/environment.server.ts'

/** Where the site's private key lies: where the host has said, or beside the database. */
const keyFile = () =>
  environment.PROOF_KEY ??
  join(dirname(environment.DATABASE_URL.slice('file:'.length)), 'proof-key.pem')

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
 * The private key that this site signs proofs with. It is made, readable by the site's user alone,
 * when the first proof is.
 */
export function signingKey(file = keyFile()): KeyObject {
  const known = read(file)
  if (known) return known
  mkdirSync(dirname(file), { recursive: true })
  const { privateKey } = generateKeyPairSync('ed25519')
  writeFileSync(file, privateKey.export({ type: 'pkcs8', format: 'pem' }), {
    flag: 'wx',
    mode: 0o600,
  })
  return privateKey
}

/** The public key that this site's proofs are checked with; null where it has made none. */
export function checkingKey(file = keyFile()): KeyObject | null {
  const key = read(file)
  if (!key && environment.PROOF_KEY === file && !existsSync(dirname(file)))
    throw new BadEnvironment(
      `PROOF_KEY, the file ${file}, is in a folder that does not exist. Make it first: the key is written there.`,
    )
  return key && createPublicKey(key)
}
