import { readdir, readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'

const chapter = './courses/run-a-party/16-election-campaigns'

/** Every sum that a text writes out, "3,240 × 2 = 6,480", as its left side and its result. */
function sumsIn(text: string): { sum: string; left: number; right: number }[] {
  const plain = text.replace(/(\d)[,\u00a0 ](?=\d{3}(?!\d))/g, '$1')
  return [...plain.matchAll(/(\d+(?: [×/+] \d+)+) = (\d+(?:[.,]\d+)?)/g)].map(
    ([sum, left = '', right]) => ({
      sum,
      left: left.split(' + ').reduce((total, part) => total + productOf(part), 0),
      right: Number(right?.replace(',', '.')),
    }),
  )
}

/** How many decimals a sum writes its result with. */
const decimalsOf = (sum: string) => /[.,](\d+)$/.exec(sum)?.[1]?.length ?? 0

function productOf(part: string): number {
  const [first, ...rest] = part.split(/ (?=[×/] )/)
  return rest.reduce((product, step) => {
    const factor = Number(step.slice(2))
    return step.startsWith('×') ? product * factor : product / factor
  }, Number(first))
}

describe.each(['en', 'sv'])('the sums of the election campaign in %s', async (lang) => {
  const text = await readFile(`${chapter}/${lang}.mdx`, 'utf8')

  test('come out as they are written', () => {
    const sums = sumsIn(text)
    expect(sums.length).toBeGreaterThanOrEqual(7)
    for (const { sum, left, right } of sums) expect(left, sum).toBe(right)
  })

  test('follow from the rates: one talk at three doors, one vote of fifteen talks, 45 doors an evening', () => {
    const doors = 12 * 6 * 45
    const votes = doors / 3 / 15
    const remainder = 600 * 0.9
    const agreed = 400 * 0.6
    const plain = text.replace(/(\d)[,\u00a0 ](?=\d{3}(?!\d))/g, '$1')
    for (const figure of [
      doors,
      doors / 3,
      votes,
      remainder,
      remainder + votes,
      agreed,
      remainder + votes + agreed,
    ])
      expect(plain).toContain(String(figure))
    expect(Math.round((250 * 15 * 3) / 45 / 12)).toBe(21)
    expect(remainder + votes).toBeLessThan(800)
    expect(remainder + votes + agreed).toBeGreaterThanOrEqual(850)
  })
})

const book = './courses/run-a-party'
const chapters = (await readdir(book)).filter((name) => /^\d\d-/.test(name))

describe.each(chapters)('the sums of %s', async (name) => {
  const [en = [], sv = []] = await Promise.all(
    ['en', 'sv'].map(async (lang) => sumsIn(await readFile(`${book}/${name}/${lang}.mdx`, 'utf8'))),
  )

  test('come out as they are written, the same in English and Swedish', () => {
    for (const { sum, left, right } of [...en, ...sv])
      expect(Number(left.toFixed(decimalsOf(sum))), sum).toBe(right)
    expect(sv.map(({ right }) => right)).toEqual(en.map(({ right }) => right))
  })
})

/**
 * Seats by d’Hondt: each seat goes to the list with most votes for the seats that it has got and
 * one more.
 */
function seatsByDHondt(votes: number[], seats: number): number[] {
  const got = votes.map(() => 0)
  for (let seat = 0; seat < seats; seat++) {
    const shares = votes.map((list, at) => list / ((got[at] ?? 0) + 1))
    const winner = shares.indexOf(Math.max(...shares))
    got[winner] = (got[winner] ?? 0) + 1
  }
  return got
}

function seatsByLargestRemainders(votes: number[], seats: number): number[] {
  const quota = votes.reduce((sum, list) => sum + list, 0) / seats
  const whole = votes.map((list) => Math.floor(list / quota))
  const left = seats - whole.reduce((sum, got) => sum + got, 0)
  const byRemainder = votes
    .map((list, at) => ({ at, rest: list % quota }))
    .sort((one, other) => other.rest - one.rest)
  const more = byRemainder.slice(0, left).map(({ at }) => at)
  return whole.map((got, at) => got + (more.includes(at) ? 1 : 0))
}

describe('the election of the invented branch', async () => {
  const facts = await readFile('./docs/the-invented-branch.md', 'utf8')

  test('gives the seats that the book tells: one of five last time, two now', () => {
    expect(facts).toContain(
      'the other party 970, our party 640, the **Farmers’ list** of Oru 350, the **Harbour list** 240',
    )
    expect(970 + 640 + 350 + 240).toBe(2200)
    expect(seatsByDHondt([970, 640, 350, 240], 5)).toEqual([3, 1, 1, 0])
    expect(facts).toContain('Together 894, 990, 439, 76, 2,399')
    expect(seatsByDHondt([894, 990, 439], 5)).toEqual([2, 2, 1])
    expect(seatsByLargestRemainders([894, 990, 439], 5)).toEqual([2, 2, 1])
  })

  test('adds up over its four polling stations', () => {
    const stations = [
      ...facts.matchAll(/(?:School|Harbour|Cannery|Oru) (\d+), (\d+), (\d+), (\d+), (\d+)/g),
    ]
    expect(stations).toHaveLength(4)
    const rows = stations.map((station) => station.slice(1).map(Number))
    for (const [ours = 0, theirs = 0, others = 0, invalid = 0, ballots] of rows)
      expect(ours + theirs + others + invalid).toBe(ballots)
    const sums = [0, 1, 2, 3, 4].map((column) =>
      rows.reduce((sum, row) => sum + (row[column] ?? 0), 0),
    )
    expect(sums).toEqual([894, 990, 439, 76, 2399])
  })

  test('is planned with the rates of the chapter', () => {
    const evenings = 8 * 12
    expect(Math.round(640 * 0.9) + (evenings * 45) / 3 / 15 + 350 * 0.6).toBe(882)
    expect(Math.ceil((4000 * 0.55 * 40) / 100) + 1).toBe(881)
  })
})
