import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { loadCatalogue } from '../../courses/load/load-catalogue.server.ts'
import { studyHour } from '../../courses/model/guide.ts'
import { checkQuestion } from '../../quizzes/types/question-types.ts'
import { type RunSheet, type SheetChapter, writeRunSheet } from './run-sheet.ts'

const step = (
  minutes: number,
  kind?: 'remember' | 'exercise' | 'next' | 'welcome' | 'work-plan',
  name: string = kind ?? `text of ${minutes}`,
) => ({
  minutes,
  ...(kind ? { kind } : {}),
  step: name,
  how: 'So.',
})
const branch: SheetChapter = {
  slug: 'branch',
  minutes: 14,
  exerciseMinutes: 40,
  guide: {
    plan: [step(10, 'remember'), step(15), step(20), step(35, 'exercise'), step(10, 'next')],
  },
}
const money: SheetChapter = {
  slug: 'money',
  minutes: 14,
  exerciseMinutes: 45,
  guide: {
    plan: [
      step(10, 'remember'),
      step(5),
      step(25),
      step(20),
      step(20),
      step(45, 'exercise'),
      step(10, 'next'),
    ],
  },
}
const first: SheetChapter = {
  slug: 'first',
  minutes: 13,
  exerciseMinutes: 40,
  guide: {
    plan: [
      step(20, 'welcome'),
      step(25, 'work-plan'),
      step(40),
      step(40, 'exercise'),
      step(10, 'next'),
    ],
  },
}
const short = ({ steps }: RunSheet) => steps.map(({ kind, minutes }) => `${kind} ${minutes}`)
const sheet = (hours: number, isFirst: boolean, ...chapters: SheetChapter[]) =>
  writeRunSheet({ hours, isFirst, chapters })

describe('a run sheet', () => {
  test('is the chapter’s own guide where the meeting has its study hours', () => {
    expect(short(sheet(2, false, branch))).toEqual([
      'remember 10',
      'text 15',
      'text 20',
      'exercise 35',
      'next 10',
    ])
    expect(short(sheet(3, true, first))).toEqual([
      'welcome 20',
      'work-plan 25',
      'text 40',
      'exercise 40',
      'next 10',
    ])
    expect(sheet(2, false, branch).steps.map(({ from }) => from)).toEqual([0, 10, 25, 45, 80])
  })

  test('begins the first meeting with the work plan, whatever is read, and every later one with what is remembered', () => {
    expect(short(sheet(3, true, branch))).toEqual([
      'welcome 20',
      'work-plan 25',
      'text 20',
      'text 25',
      'exercise 35',
      'next 10',
    ])
    expect(short(sheet(3, false, first))).toEqual([
      'remember 10',
      'text 75',
      'exercise 40',
      'next 10',
    ])
  })

  test('gives the texts more time in a longer meeting, and shortens them in a shorter one; the exercise keeps its minutes', () => {
    expect(short(sheet(3, false, branch))).toEqual([
      'remember 10',
      'text 35',
      'text 45',
      'exercise 35',
      'next 10',
    ])
    expect(short(sheet(2, false, money))).toEqual([
      'remember 10',
      'text 15',
      'text 10',
      'exercise 45',
      'next 10',
    ])
  })

  test('says what it leaves out, the shortest texts first', () => {
    const { leftOut } = sheet(2, false, money)
    expect(leftOut.map(({ words }) => words?.step)).toEqual(['text of 5', 'text of 20'])
  })

  test('of two chapters remembers once, ends once, and keeps a text and the exercise of both', () => {
    const both = sheet(3, false, branch, money)
    expect(short(both)).toEqual([
      'remember 10',
      'text 10',
      'exercise 35',
      'text 15',
      'text 10',
      'exercise 45',
      'next 10',
    ])
    expect(both.steps.map(({ chapter }) => chapter)).toEqual([
      'branch',
      'branch',
      'branch',
      'money',
      'money',
      'money',
      'money',
    ])
  })

  test('shortens the exercise only where nothing else is left', () => {
    expect(short(sheet(1, false, branch))).toEqual([
      'remember 10',
      'text 10',
      'exercise 15',
      'next 10',
    ])
    expect(short(sheet(1, true, first))).toEqual(['welcome 15', 'work-plan 20', 'next 10'])
    expect(sheet(1, true, first).leftOut).toHaveLength(2)
  })

  test('of a meeting without a chapter is for talking', () => {
    expect(short(sheet(2, false))).toEqual(['remember 10', 'talk 70', 'next 10'])
  })

  test('of a chapter without a guide has its reading and its exercise', () => {
    expect(short(sheet(2, false, { ...branch, guide: null }))).toEqual([
      'remember 10',
      'text 30',
      'exercise 40',
      'next 10',
    ])
  })

  const guides = fc.array(
    fc.record({
      minutes: fc.integer({ min: 1, max: 90 }),
      kind: fc.constantFrom(undefined, undefined, 'exercise' as const),
    }),
    { minLength: 1, maxLength: 6 },
  )
  const chapters = fc.array(
    fc.record({
      minutes: fc.integer({ min: 1, max: 30 }),
      exerciseMinutes: fc.integer({ min: 0, max: 90 }),
      plan: fc.option(guides),
    }),
    { maxLength: 6 },
  )
  const wish = fc.record({ hours: fc.integer({ min: 1, max: 8 }), isFirst: fc.boolean(), chapters })

  test('always fills the study hours exactly, in the order of the guides, whatever they are', () => {
    fc.assert(
      fc.property(wish, ({ hours, isFirst, chapters }) => {
        const exercises = chapters.map(
          ({ plan, ...rest }, index): SheetChapter => ({
            ...rest,
            slug: `c${index}`,
            guide: plan && {
              plan: plan.map(({ minutes, kind }, place) =>
                step(minutes, kind, `${index}.${place}`),
              ),
            },
          }),
        )
        const { steps, leftOut } = writeRunSheet({ hours, isFirst, chapters: exercises })
        expect(steps.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(hours * studyHour)
        for (const { minutes } of steps) expect(minutes).toBeGreaterThan(0)
        expect(steps[0]?.kind).toBe(isFirst ? 'welcome' : 'remember')
        expect(steps.at(-1)?.kind).toBe('next')
        let from = 0
        for (const one of steps) {
          expect(one.from).toBe(from)
          from += one.minutes
        }
        const names = steps.flatMap(({ words }) => words?.step ?? [])
        expect(names).toEqual(
          [...names].sort((a, b) => a.localeCompare(b, 'en', { numeric: true })),
        )
        const guided = exercises.flatMap(({ guide }) => guide?.plan ?? []).map(({ step }) => step)
        expect([...names, ...leftOut.flatMap(({ words }) => words?.step ?? [])].sort()).toEqual(
          [...guided].sort(),
        )
      }),
      { numRuns: 500 },
    )
  })
})

test('every chapter of the real courses gives its guide, whole and in its own minutes, to a later meeting of its study hours', async () => {
  const loaded = await loadCatalogue({
    folder: './courses',
    cacheFolder: './.cache/test-chapters',
    checkQuestion,
    trustsCache: true,
  })
  if (loaded.kind !== 'ok') throw new Error('The courses are broken.')
  let guides = 0
  for (const course of loaded.catalogue.courses.values())
    for (const [index, chapter] of course.chapters.entries())
      for (const guide of chapter.guides.values()) {
        const sheet = writeRunSheet({
          hours: guide.hours,
          isFirst: index === 0,
          chapters: [{ slug: chapter.slug, minutes: 14, exerciseMinutes: 40, guide }],
        })
        expect(sheet.steps.map(({ minutes, words }) => [minutes, words?.step])).toEqual(
          guide.plan.map(({ minutes, step }) => [minutes, step]),
        )
        expect(sheet.leftOut).toEqual([])
        guides += 1
      }
  expect(guides).toBeGreaterThanOrEqual(40)
})
