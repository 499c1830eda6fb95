import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { countAnswers, type FirstAnswer } from './count-answers.ts'
import { addItemCounts, emptyItemCounts, type ItemCounts } from './item-counts.ts'
import { itemStatistics, minAnswersShown } from './item-statistics.ts'
import { publishedAnswers, publishedStatistics } from './published-example.ts'

const wording = (i: number) => ({ question: `q${i}`, questionHash: `h${i}` })

/** The counts after a learner has answered questions one by one, in this order. */
function answerOneByOne(answers: boolean[], order: number[]): ItemCounts[] {
  const check = answers.map((_, i) => wording(i))
  return order.flatMap((i, done) => {
    const firstAnswers: FirstAnswer[] = order
      .slice(0, done + 1)
      .map((j) => ({ ...wording(j), isRight: answers[j] as boolean, times: 1 }))
    const isRight = answers[i] as boolean
    const grade = {
      isRight,
      share: isRight ? 1 : 0,
      verdicts: { a: isRight ? ('right' as const) : ('wrong' as const) },
    }
    return countAnswers(check, firstAnswers, [{ ...wording(i), grade, isSure: false }])
  })
}

function summed(counts: ItemCounts[]): ItemCounts[] {
  const sums = new Map<string, ItemCounts>()
  for (const one of counts) {
    const key = `${one.question} ${one.part}`
    sums.set(
      key,
      addItemCounts(
        sums.get(key) ?? emptyItemCounts(one.question, one.questionHash, one.part),
        one,
      ),
    )
  }
  return [...sums.values()]
}

const of = (counts: ItemCounts[], i: number) =>
  itemStatistics(counts.filter(({ question }) => question === `q${i}`))

describe('the figures of a question', () => {
  test('are those published for section 6 of the LSAT, counted answer by answer', () => {
    const orders = [
      [0, 1, 2, 3, 4],
      [4, 2, 0, 1, 3],
    ]
    const counts = summed(
      publishedAnswers.flatMap((answers, person) =>
        answerOneByOne(answers, orders[person % 2] as number[]),
      ),
    )
    for (const [i, published] of publishedStatistics.entries()) {
      const found = of(counts, i)
      expect(found?.answered).toBe(1000)
      expect(found?.right).toBeCloseTo(published.right, 10)
      expect(found?.discrimination).toBeCloseTo(published.discrimination, 4)
    }
  })

  test('are Pearson’s correlation, no matter who answered what', () => {
    const everyone = fc.array(fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }), {
      minLength: 20,
      maxLength: 60,
    })
    fc.assert(
      fc.property(everyone, (people) => {
        const counts = summed(people.flatMap((answers) => answerOneByOne(answers, [0, 1, 2, 3])))
        const x = people.map((answers) => (answers[0] ? 1 : 0))
        const y = people.map((answers) => answers.slice(1).filter(Boolean).length)
        const mean = (values: number[]) => values.reduce((a, b) => a + b, 0) / values.length
        const [mx, my] = [mean(x), mean(y)]
        const covariance = mean(x.map((value, i) => (value - mx) * ((y[i] as number) - my)))
        const spread = Math.sqrt(
          mean(x.map((value) => (value - mx) ** 2)) * mean(y.map((value) => (value - my) ** 2)),
        )
        const found = of(counts, 0)?.discrimination
        if (spread < 1e-6) expect(found).toBe('alike')
        else expect(found).toBeCloseTo(covariance / spread, 6)
      }),
    )
  })

  test('are shown from twenty answers up, and not from nineteen', () => {
    const nineteen = { ...emptyItemCounts('q', 'h'), answered: minAnswersShown - 1, right: 3 }
    expect(minAnswersShown).toBe(20)
    expect(itemStatistics([nineteen])).toBeNull()
    expect(
      itemStatistics([{ ...nineteen, answered: minAnswersShown, right: 5, sureWrong: 2 }]),
    ).toMatchObject({
      right: 0.25,
      sureWrong: 0.1,
    })
  })

  test('have no correlation while fewer than twenty have answered the whole check, nor where all answered alike, and say which', () => {
    const counts = {
      ...emptyItemCounts('q', 'h'),
      answered: 40,
      right: 20,
      checks: 19,
      checksRight: 9,
      rest: 10,
      restSquared: 6,
      restRight: 7,
    }
    const found = (change: Partial<ItemCounts>) =>
      itemStatistics([{ ...counts, ...change }])?.discrimination
    expect(found({})).toBe('tooFew')
    expect(found({ checks: 20 })).toEqual(expect.any(Number))
    expect(found({ checks: 20, checksRight: 20 })).toBe('alike')
    expect(found({ checks: 20, rest: 20, restSquared: 20, restRight: 9 })).toBe('alike')
  })
})
