import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { daysAfter } from '../../platform/calendar-day.ts'
import { crossChapterId, type QuestionPlace } from '../cross-chapter/cross-chapter-questions.ts'
import { aDay, chooseReview } from './choose-review.ts'
import { chanceToRemember, type Memory, scheduleAnswer } from './review-schedule.ts'

interface Card extends QuestionPlace, Memory {}

/** Numbers from 0 to 1 that depend on the seed only. */
function chance(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

const start = '2026-01-01'
const confidence = ['sure', 'fairly', 'guessing', null] as const

/**
 * A year of somebody who reads a chapter of eight questions each week, reviews on some days, and is
 * away for weeks now and then.
 */
function year(seed: number, { awayDays, diligence }: { awayDays: number; diligence: number }) {
  const random = chance(seed)
  const any = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)] as T
  const cards = new Map<string, Card>()
  const days: {
    asked: number
    waiting: number
    right: number
    wasAway: boolean
    soonest: number
  }[] = []
  let awayUntil = -1
  for (let day = 0; day < 365; day += 1) {
    const today = daysAfter(start, day)
    if (day > awayUntil && random() < 0.02) awayUntil = day + awayDays
    const isHere = day > awayUntil && random() < diligence
    const week = Math.floor(day / 7)
    if (day % 7 === 0 && week < 20)
      for (let n = 0; n < 8; n += 1) {
        const place = { course: 'c', chapter: `ch${week}`, question: `q${n}` }
        cards.set(crossChapterId(place), {
          ...place,
          ...scheduleAnswer(null, { isRight: random() < 0.7, confidence: any(confidence) }, today),
        })
      }
    const waiting = [...cards.values()]
      .filter(({ dueOn }) => dueOn <= today)
      .map((card) => ({ card, chance: chanceToRemember(card, today) }))
      .sort((a, b) => a.chance - b.chance)
      .map(({ card }) => card)
    const round = isHere ? chooseReview([], waiting, `${today}`) : []
    let right = 0
    let soonest = 365
    for (const card of round) {
      const isRight = random() < chanceToRemember(card, today)
      if (isRight) right += 1
      const next = {
        ...card,
        ...scheduleAnswer(card, { isRight, confidence: any(confidence) }, today),
      }
      soonest = Math.min(soonest, (Date.parse(next.dueOn) - Date.parse(today)) / 86_400_000)
      cards.set(crossChapterId(card), next)
    }
    days.push({
      asked: round.length,
      waiting: waiting.length,
      right,
      wasAway: day - 1 === awayUntil,
      soonest,
    })
  }
  return { days, cards }
}

const sum = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0)

describe('a year of reviews, with weeks away', () => {
  test('never asks more than ten a day, and never what was asked on the same day', () => {
    fc.assert(
      fc.property(
        fc.integer(),
        fc.integer({ min: 7, max: 60 }),
        fc.double({ min: 0.2, max: 1, noNaN: true }),
        (seed, awayDays, diligence) => {
          for (const { asked, soonest } of year(seed, { awayDays, diligence }).days) {
            expect(asked).toBeLessThanOrEqual(aDay)
            expect(soonest).toBeGreaterThanOrEqual(1)
          }
        },
      ),
      { numRuns: 6 },
    )
  })

  test('keeps the load small for one who comes on most days: the pile is worked off, and few days are full in the end', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const { days, cards } = year(seed, { awayDays: 7, diligence: 0.8 })
        expect(cards.size).toBe(160)
        const lastQuarter = days.slice(274)
        expect(Math.max(...lastQuarter.map(({ waiting }) => waiting))).toBeLessThan(60)
        expect(sum(lastQuarter.map(({ asked }) => asked)) / lastQuarter.length).toBeLessThan(6)
      }),
      { numRuns: 6 },
    )
  })

  test('finds most of it remembered: more than four in five for one who comes, and still most after months of gaps', () => {
    const share = (awayDays: number, diligence: number) => {
      const all = [1, 2, 3].flatMap((seed) => year(seed, { awayDays, diligence }).days)
      return sum(all.map(({ right }) => right)) / sum(all.map(({ asked }) => asked))
    }
    const [steady, seldom] = [share(7, 0.9), share(45, 0.3)]
    expect(steady).toBeGreaterThan(0.8)
    expect(steady).toBeLessThan(0.95)
    expect(seldom).toBeGreaterThan(0.5)
    expect(seldom).toBeLessThan(steady)
    console.log(
      `Remembered when asked: ${steady.toFixed(2)} by one who comes most days, ${seldom.toFixed(2)} by one who seldom comes`,
    )
  })

  test('asks everything that was met, the most forgotten first, also of one who comes one day in three', () => {
    const { cards } = year(7, { awayDays: 14, diligence: 0.33 })
    expect(
      [...cards.values()].filter(({ reviewedOn }) => reviewedOn <= daysAfter(start, 140)).length,
    ).toBeLessThan(16)
  })
})
