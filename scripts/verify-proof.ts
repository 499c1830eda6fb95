import './as-command.mjs'
import { createPublicKey, type KeyObject } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { readKey, readProof } from '../app/progress/proofs/proof-code.server.ts'

// `npm run verify-proof -- CODE --key KEY`: checks a proof of study without a site, a database or a
// network. KEY is a site's public key in letters, or a file that holds it, in letters or as PEM.

function keyFrom(given: string): KeyObject | null {
  const typed = readKey(given)
  if (typed) return typed
  try {
    const text = readFileSync(given, 'utf8')
    return text.includes('-----BEGIN') ? createPublicKey(text) : readKey(text)
  } catch {
    return null
  }
}

const words = process.argv.slice(2)
const at = words.indexOf('--key')
const key = at < 0 ? null : keyFrom(words[at + 1] ?? '')
const code = words.filter((_, i) => at < 0 || (i !== at && i !== at + 1)).join(' ')
if (at >= 0 && words[at + 1] && !key) {
  console.error(
    `"${words[at + 1]}" is neither a key nor a file with one. A letter in it may be wrong: compare it with the site's, letter by letter.`,
  )
  process.exit(2)
}
if (!key || !code) {
  console.error(
    'Usage: npm run verify-proof -- CODE --key KEY (the public key of the site, in letters, or a file with it)',
  )
  process.exit(2)
}
const proof = readProof(code, key)
if (!proof) {
  console.error('This code was not made with that key, or it has been changed.')
  process.exit(1)
}
console.log(
  `The code is genuine.\nCourse: ${proof.course}\nOn: ${proof.on}\nName: ${proof.name || 'none'}`,
)
