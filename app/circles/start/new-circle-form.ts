import { z } from 'zod'
import { problemOfName, problemOfSeatName } from '../limits.ts'
import type { Refusal } from '../refusal.ts'

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
 * What somebody who starts a circle fills in. What it means for a circle is judged by the rules.
 */
export const newCircleForm = z.object({
  /** Made with the page, so that the form starts one circle however often it is sent. */
  id: z.uuid('circles:refused.openFormAgain'),
  name: words,
  trainer: words,
  course: words,
  meetings: whole(1, 40, 'circles:badMeetings'),
  hoursEach: whole(1, 4, 'circles:badHoursEach'),
  firstDay: words,
  start: words,
  everyDays: whole(1, 28, 'circles:badEveryDays'),
  timeZone: words,
})

const fields: Record<string, string> = {
  courseUnknown: 'course',
  dayUnknown: 'firstDay',
  dayTooFar: 'firstDay',
  timeUnknown: 'start',
  timeZoneUnknown: 'timeZone',
  tooManyChapters: 'meetings',
  tooManyMeetings: 'meetings',
  hoursUnknown: 'hoursEach',
}

/**
 * What a refusal of a wish says, by the field that it is about. Where a name is wrong, so may the
 * other be: both are told at once.
 */
export function problemsByField(
  refusal: Refusal,
  wish: Pick<z.infer<typeof newCircleForm>, 'name' | 'trainer'>,
): Record<string, Refusal> {
  const field = fields[refusal.reason.split('.')[1] as string]
  if (field) return { [field]: refusal }
  const names = { name: problemOfName(wish.name), trainer: problemOfSeatName(wish.trainer) }
  return Object.fromEntries(
    Object.entries(names).flatMap(([name, problem]) => (problem ? [[name, problem]] : [])),
  )
}
