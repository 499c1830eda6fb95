import { readdir, readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'

const chapter = './courses/run-a-party/16-election-campaigns'

/** Every sum that a text writes out, "3,240 × 2 = 6,480", as its left side and its result. */
function sumsIn(text: string): { sum: string; left: number; right: number }[] {
  const plain = text.replace(/(\d)[,\u00a0 ](?=\d{3}(?!\d))/g, '$1')
  return [...plain.matchAll(/(\d+(?: [×/+] \d+)+) = (\d+)/g)].map(([sum, left = '', right]) => ({
    sum,
    left: left.split(' + ').reduce((total, part) => total + productOf(part), 0),
    right: Number(right),
  }))
}

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
    for (const { sum, left, right } of sums) expect(left, sum).toBe(Math.round(right))
  })

  test('follow from the rates: one talk at three doors, one vote of fifteen talks, 45 doors an evening', () => {
    const doors = 12 * 6 * 45
    const votes = doors / 3 / 15
    const kept = 600 * 0.9
    const agreed = 400 * 0.6
    const plain = text.replace(/(\d)[,\u00a0 ](?=\d{3}(?!\d))/g, '$1')
    for (const figure of [doors, doors / 3, votes, kept, kept + votes, agreed, kept + votes + agreed])
      expect(plain).toContain(String(figure))
    expect(Math.round((250 * 15 * 3) / 45 / 12)).toBe(21)
    expect(kept + votes).toBeLessThan(800)
    expect(kept + votes + agreed).toBeGreaterThanOrEqual(850)
  })
})

const book = './courses/run-a-party'
const chapters = (await readdir(book)).filter((name) => /^\d\d-/.test(name))

describe.each(chapters)('the sums of %s', async (name) => {
  const [en = [], sv = []] = await Promise.all(
    ['en', 'sv'].map(async (lang) => sumsIn(await readFile(`${book}/${name}/${lang}.mdx`, 'utf8'))),
  )

  test('come out as they are written, the same in English and Swedish', () => {
    for (const { sum, left, right } of [...en, ...sv]) expect(left, sum).toBe(right)
    expect(sv.map(({ right }) => right)).toEqual(en.map(({ right }) => right))
  })
})
