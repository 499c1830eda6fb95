import { z } from 'zod'
import type { PlannedMeeting } from '../circle.ts'

const id = z.string().regex(/^[a-z0-9-]{1,40}$/)
const short = z.string().max(40)

/** One meeting as the form of the plan has it. */
const typedMeeting = z.object({ id, day: short, start: short, hours: short, chapters: z.array(z.string().max(100)).max(60) })

/** What the form of a whole plan holds. */
export interface TypedPlan {
  planRevision: number
  meetings: PlannedMeeting[]
}

/**
 * Reads the form of a plan. A meeting without a day is not wished: so an empty row adds nothing, and emptying a day takes a meeting away.
 * Null for what no page of ours would send.
 */
export function readPlan(fields: URLSearchParams): TypedPlan | null {
  const ids = fields.getAll('meeting')
  const known = new Set([
    'intent',
    'planRevision',
    'meeting',
    ...ids.flatMap((one) => ['day', 'start', 'hours', 'chapters'].map((part) => `${part}.${one}`)),
  ])
  if (ids.length > 60 || new Set(ids).size !== ids.length || [...fields.keys()].some((name) => !known.has(name))) return null
  if (!/^\d{1,6}$/.test(fields.get('planRevision') ?? '')) return null
  const meetings: PlannedMeeting[] = []
  for (const one of ids) {
    const typed = typedMeeting.safeParse({
      id: one,
      day: fields.get(`day.${one}`) ?? '',
      start: fields.get(`start.${one}`) ?? '',
      hours: fields.get(`hours.${one}`) ?? '',
      chapters: fields.getAll(`chapters.${one}`),
    })
    if (!typed.success) return null
    if (typed.data.day !== '') meetings.push({ ...typed.data, hours: Number(typed.data.hours) })
  }
  return { planRevision: Number(fields.get('planRevision')), meetings }
}
