import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

/** What a route exports, in the order in which one reads it. */
const readingOrder = ['handle', 'loader', 'action', 'headers', 'default', 'meta', 'ErrorBoundary']

const routes = readdirSync('app/routes').filter((name) => !name.includes('.test.'))

/** The names that a route exports, in the order in which they stand; "default" for its view. */
function exportsOf(route: string): string[] {
  const source = readFileSync(join('app/routes', route), 'utf8')
  const exported = /^export (?:(default)|(?:async )?(?:function|const) (\w+))/gm
  return [...source.matchAll(exported)].map(([, view, name]) => view ?? name ?? '')
}

test.each(routes)('the route %s is read in the order of all: %s', (route) => {
  const names = exportsOf(route)
  expect(names.length).toBeGreaterThan(0)
  expect(names).toEqual(readingOrder.filter((name) => names.includes(name)))
})

describe('the glossary', () => {
  const glossary = readFileSync('docs/glossary.md', 'utf8')
  const code = execFileSync(
    'git',
    ['grep', '-hI', '-e', '', '--', 'app', 'prisma/schema.prisma', ':!app/i18n/texts'],
    { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  )

  /** Each name of the code that it gives: "`Course.parts`" is two. */
  const names = [...glossary.matchAll(/`<?\/?([A-Za-z][\w.]*)>?`/g)]
    .map(([, name]) => name as string)
    .filter((name) => !/\.(ts|tsx|svg|md)$/.test(name))
    .flatMap((name) => name.split('.'))

  test('gives names', () => expect(names.length).toBeGreaterThan(100))

  test.each([...new Set(names)])('says %s, as the code does', (name) => {
    expect(new RegExp(`\\b${name}\\b`).test(code)).toBe(true)
  })

  const entries = [...glossary.matchAll(/^- \*\*(.+?)\*\*/gm)].map(([, entry]) => entry as string)

  test('explains no word twice within one of its parts', () => {
    for (const part of glossary.split(/^## /m)) {
      const words = [...part.matchAll(/^- \*\*(.+?)\*\*/gm)].map(([, entry]) => entry)
      expect(words).toEqual([...new Set(words)])
    }
    expect(entries.length).toBeGreaterThan(80)
  })
})
