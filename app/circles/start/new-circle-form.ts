import { z } from 'zod'
import { type Day, isDay } from '../../platform/calendar-day.ts'
import { isTime, isTimeZone, limits, problemOfName, problemOfSeatName } from '../limits.ts'
import { isTooFar } from '../plan/plan-rules.ts'
import { type Refusal, refused } from '../refusal.ts'

const words = z.string().max(5000)
const whole = (min: number, max: number, message: string) =>
  z
    .string(message)
    .regex(/^\d{1,3}$/, message)
    .transform(Number)
    .refine((number) => number >= min && number <= max, message)

/** The days between two meetings that can be chosen. */
export const intervals = [1, 2, 3, 4, 7, 14, 21, 28] as const

/**
 * What somebody who starts a circle fills in, in the order of the page. What the words and days mean
 * for a circle is judged by {@link problemsOfWish}.
 */
export const newCircleForm = z.object({
  /** Made with the page, so that the form starts one circle however often it is sent. */
  id: z.uuid('circles:refused.openFormAgain'),
  name: words,
  trainer: words,
  course: words,
  meetings: whole(1, limits.meetings, 'circles:badMeetings'),
  hoursEach: whole(1, limits.hours, 'circles:badHoursEach'),
  firstDay: words,
  start: words,
  everyDays: whole(1, 28, 'circles:badEveryDays'),
  timeZone: words,
})

type Wish = Pick<
  z.infer<typeof newCircleForm>,
  'name' | 'trainer' | 'course' | 'firstDay' | 'start' | 'timeZone'
>

function problemOfFirstDay(day: string, today: Day): Refusal | null {
  if (!isDay(day)) return refused('circles:refused.dayUnknown')
  return isTooFar(day, today) ? refused('circles:refused.dayTooFar') : null
}

/** What is wrong with a wish, field by field: all at once, whatever else is wrong with the form. */
export function problemsOfWish(
  { name, trainer, course, firstDay, start, timeZone }: Wish,
  { courses, today }: { courses: { has(id: string): boolean }; today: Day },
): Record<string, Refusal> {
  const problems: Record<string, Refusal | null> = {
    name: problemOfName(name),
    trainer: problemOfSeatName(trainer),
    course: courses.has(course) ? null : refused('circles:refused.courseUnknown'),
    firstDay: problemOfFirstDay(firstDay, today),
    start: isTime(start) ? null : refused('circles:refused.timeUnknown'),
    timeZone: isTimeZone(timeZone) ? null : refused('circles:refused.timeZoneUnknown'),
  }
  return Object.fromEntries(
    Object.entries(problems).flatMap(([field, problem]) => (problem ? [[field, problem]] : [])),
  )
}

const fields: Partial<Record<Refusal['reason'], string>> = {
  'circles:refused.dayTooFar': 'meetings',
  'circles:refused.tooManyChapters': 'meetings',
  'circles:refused.openFormAgain': 'id',
}

/** The field that a refusal of a wish as a whole is about, whose fields are each in order. */
export function fieldOf({ reason }: Refusal): string {
  return fields[reason] ?? 'id'
}
