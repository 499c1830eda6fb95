import { localeOf } from './locale.ts'

/** Words in a row, as people write them in a language: "A, B and C", "A, B och C". */
export function formatList(words: readonly string[], tag: string): string {
  return new Intl.ListFormat(localeOf(tag), { type: 'conjunction' }).format(words)
}
