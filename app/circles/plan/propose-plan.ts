import { studyHour } from '../../courses/model/guide.ts'
import { type Day, daysAfter } from '../../platform/calendar-day.ts'
import { limits } from '../limits.ts'

/**
 * What a plan must know of a chapter: how long it is to read, how long its exercise takes, and the
 * study hours of its guide.
 */
export interface PlannedChapter {
  slug: string
  minutes: number
  exerciseMinutes: number
  hours: number
}

/**
 * What a circle wants: so many meetings of so many study hours, the first on this day of its own
 * calendar, one every so many days.
 */
export interface PlanOptions {
  chapters: PlannedChapter[]
  meetings: number
  hoursEach: number
  firstDay: Day
  everyDays: number
}

/** A proposed work plan. `left` are the chapters at the end of the course that found no room. */
export interface ProposedPlan {
  meetings: { day: Day; hours: number; chapters: string[] }[]
  left: string[]
}

/**
 * Minutes of the first meeting that belong to getting to know each other and to the group's own
 * work plan.
 */
export const firstMeetingMinutes = 45
/** Minutes of every later meeting that belong to "what do we remember?" and to who leads next. */
export const laterMeetingMinutes = 15

/**
 * The minutes of a meeting that a chapter wants: its reading aloud and its exercise, and never more
 * than its guide has.
 */
function wanted({ minutes, exerciseMinutes, hours }: PlannedChapter): number {
  return Math.min(minutes + exerciseMinutes, hours * studyHour)
}

/**
 * Shares the chapters out over the meetings: in the course's order, each once, so that the meetings
 * are as even as they can be. A chapter that is longer than a whole meeting has one to itself. What
 * finds no room is left at the end.
 */
export function proposePlan({
  chapters,
  meetings,
  hoursEach,
  firstDay,
  everyDays,
}: PlanOptions): ProposedPlan {
  const room = hoursEach * studyHour
  const minutesFor = (meeting: number) =>
    meeting === 0 ? firstMeetingMinutes : laterMeetingMinutes
  const minutesBefore = [0]
  for (const chapter of chapters)
    minutesBefore.push((minutesBefore.at(-1) as number) + wanted(chapter))
  const load = (from: number, to: number) =>
    (minutesBefore[to] as number) - (minutesBefore[from] as number)
  const fits = (meeting: number, from: number, to: number) =>
    from === to ||
    minutesFor(meeting) + load(from, to) <= room ||
    (to === from + 1 && minutesFor(meeting) < room)

  // cost[to]: the least sum of squared minutes of the meetings so far, when the chapters before
  // `to` are in them; ways: where each began.
  let cost: number[] = [0]
  const ways: number[][] = []
  for (let meeting = 0; meeting < meetings; meeting++) {
    const next: number[] = []
    const way: number[] = []
    for (let from = 0; from < cost.length; from++)
      for (let to = from; to <= chapters.length && fits(meeting, from, to); to++) {
        const sum = (cost[from] as number) + (minutesFor(meeting) + load(from, to)) ** 2
        // Of two plans as even as each other, the one whose free meetings come last.
        if (sum <= (next[to] ?? Number.POSITIVE_INFINITY)) {
          next[to] = sum
          way[to] = from
        }
      }
    cost = next
    ways.push(way)
  }
  const placed = cost.length - 1
  const borders = [placed]
  for (const way of ways.reverse()) borders.unshift(way[borders[0] as number] as number)
  const slugs = chapters.map((chapter) => chapter.slug)
  return {
    meetings: Array.from({ length: meetings }, (_, meeting) => ({
      day: daysAfter(firstDay, meeting * everyDays),
      hours: hoursEach,
      chapters: slugs.slice(borders[meeting], borders[meeting + 1]),
    })),
    left: slugs.slice(placed),
  }
}

/**
 * In how few meetings of so many study hours all chapters find room; the most that a circle can
 * have, where they find it in none.
 */
export function meetingsFor(chapters: PlannedChapter[], hoursEach: number): number {
  for (let meetings = 1; meetings < limits.meetings; meetings++) {
    const plan = proposePlan({
      chapters,
      meetings,
      hoursEach,
      firstDay: '2000-01-01',
      everyDays: 7,
    })
    if (plan.left.length === 0) return meetings
  }
  return limits.meetings
}
