import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { problemsOf, readLock } from '../../scripts/dependencies/packages.ts'

const lock = readFileSync('package-lock.json', 'utf8')
const npmrc = readFileSync('.npmrc', 'utf8')
const { dependencies, devDependencies } = JSON.parse(
  readFileSync('package.json', 'utf8'),
) as Record<string, Record<string, string>>

describe('dependencies', () => {
  test('of the running site each have a line that says why, with the licence that the lock file says', () => {
    const rows = [
      ...readFileSync('docs/dependencies.md', 'utf8').matchAll(
        /^\| `([^`]+)` \| ([^|]+) \| [^|]{15,} \| [^|]+ \|$/gm,
      ),
    ]
    const licences = new Map(readLock(lock).map(({ name, licence }) => [name, licence]))
    expect(rows.map((row) => row[1])).toEqual(Object.keys(dependencies ?? {}))
    expect(rows.map((row) => [row[1], row[2]])).toEqual(
      Object.keys(dependencies ?? {}).map((name) => [name, licences.get(name)]),
    )
  })

  test('of the running site each have their advisories looked up, for the version and licence of the lock file', () => {
    const text = readFileSync('docs/advisories.md', 'utf8')
    const rows = [
      ...text.matchAll(
        /^\| `([^`]+)` \| ([^|]+) \| ([^|]+) \| \d{4}-\d\d-\d\d \| [^|]+ \| [^|]+ \|$/gm,
      ),
    ]
    const { packages } = JSON.parse(lock) as {
      packages: Record<string, { version: string; license: string }>
    }
    const locked = Object.keys(dependencies ?? {}).map((name) => {
      const { version, license } = packages[`node_modules/${name}`] ?? {}
      return [name, version, license]
    })
    expect(rows.map((row) => row.slice(1, 4))).toEqual(locked)
  })

  test('have exact versions', () => {
    for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies }))
      expect([name, version]).toEqual([name, expect.stringMatching(/^\d+\.\d+\.\d+$/)])
  })

  test('are in order: licences, install scripts, checksums', () => {
    expect(problemsOf(readLock(lock), npmrc)).toEqual([])
  })

  const entry = { version: '1.0.0', license: 'MIT', integrity: 'sha512-x' }
  test.each([
    [
      'a licence that asks for the source',
      { ...entry, license: 'AGPL-3.0' },
      'a 1.0.0 has the licence AGPL-3.0.',
    ],
    ['no licence', { ...entry, license: undefined }, 'a 1.0.0 has the licence none.'],
    [
      'one of two licences that both hold',
      { ...entry, license: 'MIT AND GPL-3.0' },
      'a 1.0.0 has the licence MIT AND GPL-3.0.',
    ],
    [
      'at runtime, a licence for development',
      { ...entry, license: 'MPL-2.0' },
      'a 1.0.0 has the licence MPL-2.0.',
    ],
    ['an install script', { ...entry, hasInstallScript: true }, 'a 1.0.0 has an install script.'],
    ['no checksum', { ...entry, integrity: undefined }, 'a 1.0.0 has no SHA-512 to be checked by.'],
  ])('with %s are told of', (_, found, problem) => {
    expect(
      problemsOf(
        readLock(JSON.stringify({ packages: { '': {}, 'node_modules/a': found } })),
        npmrc,
      ),
    ).toEqual([problem])
  })

  test('whose scripts would run are told of', () => {
    expect(problemsOf([], 'save-exact=true')).toEqual(['.npmrc lets install scripts run.'])
  })
})
