import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { environment } from '../platform/environment.server.ts'

/** Where the site's private key lies: where the host has said, or beside the database. */
const keyFile = () => environment.PROOF_KEY ?? join(dirname(environment.DATABASE_URL.slice('file:'.length)), 'proof-key.pem')

function read(file: string): KeyObject | null {
  try {
    return createPrivateKey(readFileSync(file))
  } catch (error) {
    if ((error as { code?: string }).code === 'ENOENT') return null
    throw error
  }
}

/** The private key that this site signs proofs with. It is made, readable by the site's user alone, when the first proof is. */
export function signingKey(file = keyFile()): KeyObject {
  const known = read(file)
  if (known) return known
  mkdirSync(dirname(file), { recursive: true })
  const { privateKey } = generateKeyPairSync('ed25519')
  writeFileSync(file, privateKey.export({ type: 'pkcs8', format: 'pem' }), { flag: 'wx', mode: 0o600 })
  return privateKey
}

/** The public key that this site's proofs are checked with; null where it has made none. */
export function checkingKey(file = keyFile()): KeyObject | null {
  const key = read(file)
  return key && createPublicKey(key)
}
