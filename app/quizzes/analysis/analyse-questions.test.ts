import { beforeEach, describe, expect, test, vi } from 'vitest'
import { loadGoodCourse } from '../../../tests/broken-courses/course.ts'
import { useTestDatabase } from '../../../tests/factories/test-database.ts'
import { translate } from '../../i18n/i18n.ts'
import { languages } from '../../i18n/languages.ts'
import {
  closeDatabase,
  type Database,
  database,
  openDatabase,
} from '../../platform/database.server.ts'
import { transaction } from '../../platform/transaction.server.ts'
import { analyseQuestions } from './analyse-questions.server.ts'
import { analysisTable, correlationInWords, faultSentences } from './analysis-table.ts'
import { emptyItemCounts, type ItemCounts } from './item-counts.ts'
import { addToItemCounts } from './item-counts-store.server.ts'

const site = useTestDatabase()

const course = await loadGoodCourse()
const chapter = course.chapters[0]!
const place = { course: course.id, chapter: chapter.slug }
const hashOf = (question: string) => chapter.questionHashes.get(question) as string
const t = translate(languages[0]!)
const count = (
  question: string,
  some: Partial<ItemCounts>,
  hash = hashOf(question),
): ItemCounts => ({
  ...emptyItemCounts(question, hash),
  ...some,
})

const store = (counts: ItemCounts[]) => transaction((tx) => addToItemCounts(tx, place, counts))

/** The analysis in a process that remembers nothing, with the same file. */
async function startedAnew(): Promise<typeof analyseQuestions> {
  await closeDatabase()
  vi.resetModules()
  const processState = globalThis as { cirkelDatabase?: Promise<Database> }
  processState.cirkelDatabase = openDatabase(site.url)
  return (await import('./analyse-questions.server.ts')).analyseQuestions
}

beforeEach(async () => {
  const db = await database()
  await db.itemCounts.deleteMany()
  await db.publishedItemCounts.deleteMany()
})

describe('a moderator who looks at the questions', () => {
  test('sees none before twenty have answered it', async () => {
    await store([count('alone', { answered: 19, right: 3 })])
    const { questions, waiting } = await analyseQuestions(course, 'en')
    expect(questions).toEqual([])
    expect(waiting).toBeGreaterThanOrEqual(5)
  })

  test('sees those first that should be rewritten, with the words of the language', async () => {
    await store([
      count('any-day', { answered: 30, right: 28 }),
      count('alone', { answered: 40, right: 10, sureWrong: 12 }),
      count('alone', { answered: 30, right: 0, part: 'may' }),
      count('alone', { answered: 10, right: 10, part: 'may-not' }),
    ])
    const { questions } = await analyseQuestions(course, 'sv')
    expect(questions.map(({ id }) => id)).toEqual(['alone', 'any-day'])
    const [alone] = questions
    const swedish = chapter.texts.get('sv')?.questions.find(({ id }) => id === 'alone')
    expect(alone?.prompt).toBe(swedish?.prompt)
    expect(alone?.mostWrong).toEqual({ part: 'may', text: swedish?.parts[0]?.text, count: 30 })
    expect(alone?.faults.map(({ fault }) => fault)).toEqual(['misleads', 'tooHard', 'outweighed'])
    expect(faultSentences(alone!, t)).toHaveLength(3)
  })

  test('sees how a question did before it was changed, once enough have answered it as it is now', async () => {
    const earlier = 'an earlier meaning'
    await store([
      count('alone', { answered: 50, right: 10 }, earlier),
      count('alone', { answered: 20, right: 15 }),
    ])
    expect((await analyseQuestions(course, 'en')).questions[0]).toMatchObject({
      statistics: { right: 0.75 },
      earlier: { answered: 50, right: 0.2 },
    })
  })

  test('sees the same figures before and after one person’s answer, and new ones after twenty', async () => {
    const look = async () =>
      (await analyseQuestions(course, 'en')).questions.find(({ id }) => id === 'who-does')
        ?.statistics
    await store([count('who-does', { answered: 20, right: 10 })])
    const before = await look()
    for (let one = 0; one < 19; one++) {
      await store([
        count('who-does', { answered: 1, right: 1 }),
        count('who-does', { checks: 1, checksRight: 1 }),
      ])
      expect(await look()).toEqual(before)
    }
    await store([count('who-does', { answered: 1, right: 1 })])
    expect(await look()).toMatchObject({ answered: 40, right: 0.75 })
  })

  test('sees the same figures when the site was started again between one answer and the next', async () => {
    await store([
      count('alone', { answered: 22, right: 11 }),
      count('alone', { answered: 9, right: 0, part: 'may' }),
    ])
    const before = (await analyseQuestions(course, 'en')).questions
    await store([
      count('alone', { answered: 1, sureWrong: 1 }),
      count('alone', { answered: 1, part: 'may-not' }),
    ])
    expect((await (await startedAnew())(course, 'en')).questions).toEqual(before)
    await store([count('alone', { answered: 19 })])
    expect((await (await startedAnew())(course, 'en')).questions[0]?.statistics).toMatchObject({
      answered: 42,
      sureWrong: 1 / 42,
    })
  })

  test('sees how a question goes with the rest over twenty whole checks, and again over twenty more', async () => {
    const look = async () =>
      (await analyseQuestions(course, 'en')).questions.find(({ id }) => id === 'alone')?.statistics
        .discrimination
    const checks = (number: number, rest: number) => ({
      checks: number,
      checksRight: number / 2,
      rest,
      restSquared: rest,
      restRight: rest / 2,
    })
    const add = (some: Partial<ItemCounts>) => store([count('alone', { answered: 20, ...some })])
    await add(checks(18, 8))
    expect(await look()).toBe('tooFew')
    await add(checks(2, 2))
    const first = await look()
    expect(first).toBeTypeOf('number')
    await add({ ...checks(10, 5), restRight: 5 })
    expect(await look()).toBe(first)
    await add({ ...checks(10, 5), restRight: 5 })
    expect(await look()).toBeGreaterThan(first as number)
  })

  test('is told whether it is too early to say how a question goes with the rest, or whether it never can be said', async () => {
    const checks = { checks: 20, rest: 10, restSquared: 6, restRight: 8 }
    await store([
      count('alone', { answered: 20, right: 20 }),
      count('any-day', { answered: 20, right: 20, ...checks, checksRight: 20 }),
      count('in-order', { answered: 20, right: 10, ...checks, checksRight: 12 }),
    ])
    const { questions } = await analyseQuestions(course, 'en')
    const adviceOn = (id: string) =>
      correlationInWords(questions.find((one) => one.id === id)!.statistics.discrimination, 'sv', t)
    expect(['alone', 'any-day', 'in-order'].map(adviceOn)).toEqual([
      'not known yet',
      'cannot be worked out, because everyone answered in the same way',
      '0,91',
    ])
  })

  test('gets the same as a table, in whole numbers', async () => {
    await store([
      count('in-order', {
        answered: 40,
        right: 13,
        sureWrong: 1,
        checks: 40,
        checksRight: 13,
        rest: 20,
        restSquared: 11,
        restRight: 8,
      }),
    ])
    const [head, row, ...more] = analysisTable((await analyseQuestions(course, 'en')).questions, t)
    expect(more).toEqual([])
    expect(head).toHaveLength(row?.length ?? 0)
    expect(row?.slice(1, 9)).toEqual([
      `1. ${chapter.texts.get('en')?.title}`,
      'in-order',
      chapter.texts.get('en')?.questions.find(({ id }) => id === 'in-order')?.prompt,
      'order',
      40,
      33,
      51,
      3,
    ])
  })
})
