import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { requirements } from './asvs-ids.ts'

const text = readFileSync('docs/asvs.md', 'utf8')
const rows = text
  .split('\n')
  .filter((line) => /^\| V\d/.test(line))
  .map((line) => {
    const [id = '', short = '', status = '', how = '', shownBy = ''] = line
      .slice(2, -1)
      .split(' | ')
      .map((cell) => cell.trim())
    return { id, short, status, how, shownBy }
  })

/** A name in backquotes that looks like a file of this project. */
const filesIn = (cell: string) =>
  [...cell.matchAll(/`((?:app|docs|scripts|tests|prisma|courses|public)\/[^`]*)`/g)].map(
    (match) => match[1] as string,
  )

describe('the list of ASVS', () => {
  test('is the published one: 345 requirements, 70 of level 1, 183 of level 2, 92 of level 3', () => {
    const count = (level: number) => requirements.filter((one) => one.level === level).length
    expect([requirements.length, count(1), count(2), count(3)]).toEqual([345, 70, 183, 92])
  })

  test('has a row for each of levels 1 and 2, and of level 3 in V6 and V7', () => {
    const wanted = requirements.filter(({ id, level }) => level <= 2 || /^V[67]\./.test(id))
    expect(rows.map(({ id }) => id)).toEqual(wanted.map(({ id }) => id))
  })

  test('says of each whether it is met and how, and of what is met or not which files show it', () => {
    for (const { id, short, status, how, shownBy } of rows) {
      expect([
        id,
        ['met', 'not applicable', 'not met'].includes(status),
        short.length > 3,
        how.length > 0,
      ]).toEqual([id, true, true, true])
      expect([id, filesIn(`${how} ${shownBy}`).filter((file) => !existsSync(file))]).toEqual([
        id,
        [],
      ])
      if (status === 'not applicable') expect([id, shownBy]).toEqual([id, ''])
    }
  })

  test('counts rightly', () => {
    const count = (status: string) => rows.filter((row) => row.status === status).length
    expect(text).toContain(
      `${count('met')} are met, ${count('not applicable')} not applicable, ${count('not met')} not met.`,
    )
  })
})
