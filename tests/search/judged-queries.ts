import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'

/** What learners ask in a language, each with the places that answer it best. */
export function judgedQueries(lang: string): Map<string, string[]> {
  const file = join(import.meta.dirname, `${lang}.yaml`)
  return new Map(Object.entries(parse(readFileSync(file, 'utf8')) as Record<string, string[]>))
}

/** 1 where the first hit is among the places wanted, 1/2 where the second is, 0 where none is. */
export function reciprocalRank(found: readonly string[], wanted: readonly string[]): number {
  const at = found.findIndex((path) => wanted.includes(path))
  return at < 0 ? 0 : 1 / (at + 1)
}
