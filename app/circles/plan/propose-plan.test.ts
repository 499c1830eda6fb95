import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { studyHour } from '../../courses/model/guide.ts'
import { daysAfter } from '../../platform/calendar-day.ts'
import { limits } from '../limits.ts'
import {
  firstMeetingMinutes,
  laterMeetingMinutes,
  meetingsFor,
  type PlannedChapter,
  type PlanOptions,
  proposePlan,
} from './propose-plan.ts'

const chapter = (slug: string, minutes = 14, exerciseMinutes = 40, hours = 3): PlannedChapter => ({
  slug,
  minutes,
  exerciseMinutes,
  hours,
})
const book = (count: number) =>
  Array.from({ length: count }, (_, index) => chapter(`c${index + 1}`))
const propose = (wish: Partial<PlanOptions>) =>
  proposePlan({
    chapters: book(5),
    meetings: 5,
    hoursEach: 3,
    firstDay: '2027-01-14',
    everyDays: 14,
    ...wish,
  })
const counts = (wish: Partial<PlanOptions>) =>
  propose(wish).meetings.map((meeting) => meeting.chapters.length)

const wishes = fc.record({
  chapters: fc.uniqueArray(
    fc.record({
      slug: fc.stringMatching(/^[a-z]{1,6}$/),
      minutes: fc.integer({ min: 5, max: 30 }),
      exerciseMinutes: fc.integer({ min: 0, max: 90 }),
      hours: fc.integer({ min: 1, max: 4 }),
    }),
    { selector: (one) => one.slug, maxLength: 24 },
  ),
  meetings: fc.integer({ min: 1, max: 24 }),
  hoursEach: fc.integer({ min: 1, max: 4 }),
  firstDay: fc.constantFrom('2027-01-14', '2028-02-28', '2026-10-20'),
  everyDays: fc.integer({ min: 1, max: 60 }),
})
const minutesOf = ({ chapters }: PlanOptions, slug: string) => {
  const { minutes, exerciseMinutes, hours } = chapters.find(
    (one) => one.slug === slug,
  ) as PlannedChapter
  return Math.min(minutes + exerciseMinutes, hours * studyHour)
}

describe('a proposed plan', () => {
  test('gives each meeting a chapter where there are as many meetings as chapters', () => {
    expect(counts({})).toEqual([1, 1, 1, 1, 1])
    expect(propose({}).left).toEqual([])
  })

  test('leaves room for the work plan in the first meeting', () => {
    expect(counts({ chapters: book(9), meetings: 5 })).toEqual([1, 2, 2, 2, 2])
    expect(counts({ chapters: book(2), meetings: 3, hoursEach: 1 })).toEqual([0, 1, 1])
  })

  test('says which chapters find no room', () => {
    expect(propose({ chapters: book(6), meetings: 3, hoursEach: 2 })).toMatchObject({
      meetings: [{ chapters: ['c1'] }, { chapters: ['c2'] }, { chapters: ['c3'] }],
      left: ['c4', 'c5', 'c6'],
    })
  })

  test('leaves the last meetings free where there are more meetings than chapters', () => {
    expect(counts({ chapters: book(3), meetings: 6 })).toEqual([0, 1, 1, 1, 0, 0])
  })

  test('counts days in the calendar, over leap days and changes of the clock', () => {
    expect(
      propose({ meetings: 3, firstDay: '2028-02-22', everyDays: 7 }).meetings.map(({ day }) => day),
    ).toEqual(['2028-02-22', '2028-02-29', '2028-03-07'])
    expect(daysAfter('2026-10-24', 1)).toBe('2026-10-25')
    expect(daysAfter('2026-10-25', 1)).toBe('2026-10-26')
  })

  test('keeps the course’s order, nothing twice, and either places or names every chapter', () => {
    fc.assert(
      fc.property(wishes, (wish) => {
        const { meetings, left } = proposePlan(wish)
        expect([...meetings.flatMap((meeting) => meeting.chapters), ...left]).toEqual(
          wish.chapters.map(({ slug }) => slug),
        )
        expect(meetings).toHaveLength(wish.meetings)
      }),
    )
  })

  test('never fills a meeting over its study hours, unless with one chapter that is longer than any', () => {
    fc.assert(
      fc.property(wishes, (wish) => {
        for (const [index, { chapters }] of proposePlan(wish).meetings.entries()) {
          const kept = index === 0 ? firstMeetingMinutes : laterMeetingMinutes
          const sum = chapters.reduce((minutes, slug) => minutes + minutesOf(wish, slug), kept)
          if (chapters.length !== 1)
            expect(sum).toBeLessThanOrEqual(Math.max(wish.hoursEach * studyHour, kept))
          else expect(kept).toBeLessThan(wish.hoursEach * studyHour)
        }
      }),
    )
  })

  test('is even: two neighbours never differ by more than the chapter at their border', () => {
    fc.assert(
      fc.property(wishes, (wish) => {
        const { meetings } = proposePlan(wish)
        const load = (index: number) =>
          (meetings[index]?.chapters ?? []).reduce(
            (minutes, slug) => minutes + minutesOf(wish, slug),
            index === 0 ? firstMeetingMinutes : laterMeetingMinutes,
          )
        for (let index = 1; index < meetings.length; index++) {
          const [first, second] = [load(index - 1), load(index)]
          const border =
            first > second ? meetings[index - 1]?.chapters.at(-1) : meetings[index]?.chapters[0]
          const [fuller, emptier] = first > second ? [index - 1, index] : [index, index - 1]
          const minutes = border ? minutesOf(wish, border) : 0
          // Where the emptier has no room for that chapter, it stays where it is.
          const isEmpty = meetings[emptier]?.chapters.length === 0
          const kept = emptier === 0 ? firstMeetingMinutes : laterMeetingMinutes
          const room = wish.hoursEach * studyHour
          const fits = isEmpty ? kept < room : load(emptier) + minutes <= room
          if (border && fits) expect(load(fuller) - load(emptier)).toBeLessThanOrEqual(minutes)
        }
      }),
    )
  })

  test('leaves a chapter out only where one meeting after the other is as full as it can be', () => {
    fc.assert(
      fc.property(wishes, (wish) => {
        const { left } = proposePlan(wish)
        const more = proposePlan({ ...wish, meetings: wish.meetings + 1 }).left
        if (left.length > 0) expect(more.length).toBeLessThan(left.length)
      }),
    )
  })
})

test('there are as many meetings as the whole course needs, and no more', () => {
  expect(meetingsFor([], 3)).toBe(1)
  expect(meetingsFor(book(5), 3)).toBeGreaterThan(1)
  // 45 minutes of the first meeting are taken: with one study hour there is never room enough.
  expect(meetingsFor(book(60), 1)).toBe(limits.meetings)
  fc.assert(
    fc.property(wishes, (wish) => {
      const meetings = meetingsFor(wish.chapters, wish.hoursEach)
      if (meetings < limits.meetings) expect(propose({ ...wish, meetings }).left).toEqual([])
      if (meetings > 1) expect(propose({ ...wish, meetings: meetings - 1 }).left).not.toEqual([])
    }),
  )
})
