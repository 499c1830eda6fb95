import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { daysAfter } from '../../platform/calendar-day.ts'
import { chanceToRemember, type Memory, maxInterval, scheduleAnswer } from './review-schedule.ts'

const start = '2026-03-14'
const confidence = fc.constantFrom('sure' as const, 'fairly' as const, 'guessing' as const, null)
const answer = fc.record({ isRight: fc.boolean(), confidence })
/** Answers to one question, each so many days after the one before. */
const history = fc.array(fc.tuple(fc.integer({ min: 0, max: 400 }), answer), {
  minLength: 1,
  maxLength: 40,
})

const daysBetween = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 86_400_000

function replay(
  steps: [number, { isRight: boolean; confidence: 'sure' | 'fairly' | 'guessing' | null }][],
): {
  memory: Memory
  today: string
} {
  let memory: Memory | null = null
  let today = start
  for (const [wait, given] of steps) {
    today = daysAfter(today, wait)
    memory = scheduleAnswer(memory, given, today)
  }
  return { memory: memory as Memory, today }
}

const wait = (
  memory: Memory | null,
  given: { isRight: boolean; confidence: 'sure' | 'fairly' | 'guessing' | null },
  today = start,
) => daysBetween(today, scheduleAnswer(memory, given, today).dueOn)

describe('a question that was answered for the first time', () => {
  test.each([
    [true, 'sure', 8],
    [true, 'fairly', 3],
    [true, null, 3],
    [true, 'guessing', 2],
    [false, null, 1],
    [false, 'guessing', 1],
    [false, 'sure', 1],
  ] as const)('right: %s, %s, comes back after %i days', (isRight, confidence, days) => {
    expect(wait(null, { isRight, confidence })).toBe(days)
  })
})

describe('whatever is answered, and whenever', () => {
  test('the question comes back tomorrow at the earliest, and after half a year at the latest', () => {
    fc.assert(
      fc.property(history, (steps) => {
        const { memory, today } = replay(steps)
        expect(memory.reviewedOn <= today).toBe(true)
        const days = daysBetween(memory.reviewedOn, memory.dueOn)
        expect(days).toBeGreaterThanOrEqual(1)
        expect(days).toBeLessThanOrEqual(maxInterval)
        expect(memory.stability).toBeGreaterThan(0)
        expect(memory.difficulty).toBeGreaterThanOrEqual(1)
        expect(memory.difficulty).toBeLessThanOrEqual(10)
      }),
    )
  })

  test('the same answers on the same days give the same day', () => {
    fc.assert(
      fc.property(history, (steps) => {
        expect(replay(steps)).toEqual(replay(steps))
      }),
    )
  })

  test('sure and wrong never comes back later than wrong, and before it where both come back on one day', () => {
    fc.assert(
      fc.property(history, fc.integer({ min: 1, max: 400 }), (steps, later) => {
        const { memory, today } = replay(steps)
        const then = daysAfter(today, later)
        const sure = scheduleAnswer(memory, { isRight: false, confidence: 'sure' }, then)
        const wrong = scheduleAnswer(memory, { isRight: false, confidence: null }, then)
        expect(sure.dueOn <= wrong.dueOn).toBe(true)
        expect(chanceToRemember(sure, sure.dueOn)).toBeLessThan(chanceToRemember(wrong, sure.dueOn))
      }),
    )
    const old = replay([
      [0, { isRight: true, confidence: 'sure' }],
      [8, { isRight: true, confidence: 'sure' }],
      [100, { isRight: true, confidence: 'sure' }],
    ])
    expect(
      wait(old.memory, { isRight: false, confidence: 'sure' }, daysAfter(old.today, 150)),
    ).toBeLessThan(
      wait(old.memory, { isRight: false, confidence: null }, daysAfter(old.today, 150)),
    )
  })

  test('wrong comes back before right by a guess, that before right, and that before right and sure', () => {
    fc.assert(
      fc.property(history, fc.integer({ min: 1, max: 400 }), (steps, later) => {
        const { memory, today } = replay(steps)
        const then = daysAfter(today, later)
        const waits = [
          wait(memory, { isRight: false, confidence: null }, then),
          wait(memory, { isRight: true, confidence: 'guessing' }, then),
          wait(memory, { isRight: true, confidence: null }, then),
          wait(memory, { isRight: true, confidence: 'sure' }, then),
        ]
        expect(waits).toEqual([...waits].sort((a, b) => a - b))
        expect(waits[0]).toBeLessThan(waits[1] as number)
      }),
    )
  })

  test('only the first answer of a day counts: what comes after has read the reasons', () => {
    fc.assert(
      fc.property(history, answer, (steps, again) => {
        const { memory } = replay(steps)
        expect(scheduleAnswer(memory, again, memory.reviewedOn)).toBe(memory)
      }),
    )
  })
})

test('the chance to remember is nine in ten after as many days as the stability says, and falls from day to day', () => {
  const memory = { stability: 10, reviewedOn: start }
  expect(chanceToRemember(memory, start)).toBe(1)
  expect(chanceToRemember(memory, daysAfter(start, 10))).toBeCloseTo(0.9, 3)
  expect(chanceToRemember(memory, daysAfter(start, 20))).toBeLessThan(
    chanceToRemember(memory, daysAfter(start, 19)),
  )
})
