import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const files = readdirSync('app', { recursive: true, encoding: 'utf8' }).filter(
  (name) => /(?<!\.test)\.tsx?$/.test(name) && !name.includes('prisma'),
)
const lines = files.flatMap((name) =>
  readFileSync(join('app', name), 'utf8')
    .split('\n')
    .map((line) => `${name}: ${line.trim()}`),
)

test('no hash is weaker than SHA-256, and nothing is encrypted by a cipher of our own', () => {
  const hashes = lines.flatMap((line) =>
    [...line.matchAll(/(?:createHash|createHmac|\bhash)\(['"]([^'"]+)['"]/g)].map(
      (match) => match[1] as string,
    ),
  )
  expect(hashes.length).toBeGreaterThan(3)
  expect([...new Set(hashes)]).toEqual(['sha256'])
  expect(lines.filter((line) => /createCipher|createDecipher|subtle\.encrypt/.test(line))).toEqual(
    [],
  )
})

// Which name a store has in the reader's own browser is drawn there, by the browser's generator.
test('chance comes from the secure generator, in one file, and in one of the browser', () => {
  expect(lines.filter((line) => /Math\.random\(|Date\.now\(\).*toString\(36\)/.test(line))).toEqual(
    [],
  )
  const users = lines
    .filter((line) => /\b(randomBytes|randomInt|randomUUID|getRandomValues)\b/.test(line))
    .map((line) => line.split(': ')[0])
  expect([...new Set(users)].sort()).toEqual([
    'packages/device/keep-chosen.ts',
    'platform/random.server.ts',
  ])
})
