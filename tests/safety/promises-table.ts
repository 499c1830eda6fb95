import { readFileSync } from 'node:fs'

/** A row of docs/promises.md: a promise, the files that keep it and the tests that show it. */
export interface PromiseRow {
  number: string
  code: string[]
  tests: { file: string; title: string }[]
}

/** The table of docs/promises.md. */
export function promisesTable(): PromiseRow[] {
  const lines = readFileSync('docs/promises.md', 'utf8').split('\n')
  return lines
    .filter((line) => /^\| P\d+ \|/.test(line))
    .map((line) => {
      const [, number = '', , code = '', tests = ''] = line
        .split(' | ')
        .join('|')
        .split('|')
        .map((cell) => cell.trim())
      return {
        number,
        code: [...code.matchAll(/`([^`]+)`/g)].map((match) => match[1] as string),
        tests: tests.split('<br>').map((test) => {
          const [, file = '', title = ''] = /^`([^`]+)` › (.+)$/.exec(test) ?? []
          return { file, title }
        }),
      }
    })
}
