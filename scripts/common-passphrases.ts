import { readFileSync, writeFileSync } from 'node:fs'
import { hashOfCommon } from '../app/accounts/passphrases/common-passphrases.server.ts'
import { guessKey } from '../app/accounts/passphrases/guessable.ts'

// `tsx scripts/common-passphrases.ts LIST`: writes
// app/accounts/passphrases/words/common-passphrases.ts again out of a list of passwords, a line
// each, the commonest first.

const howMany = 4000
const min = 12

const lines = readFileSync(process.argv[2] ?? '', 'utf8').split(/\r?\n/)
const keys = new Set(lines.filter((line) => [...line].length >= min).map(guessKey))
const hashes = [...keys].slice(0, howMany).map(hashOfCommon).sort()
const head = readFileSync('app/accounts/passphrases/words/common-passphrases.ts', 'utf8').split(
  '= `',
)[0]
const rows = Array.from({ length: Math.ceil(hashes.length / 15) }, (_, row) =>
  hashes.slice(row * 15, row * 15 + 15).join(' '),
)
writeFileSync(
  'app/accounts/passphrases/words/common-passphrases.ts',
  `${head}= \`\n${rows.join('\n')}\n\`\n`,
)
