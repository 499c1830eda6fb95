import type { Translate } from '../../i18n/i18n.ts'
import { type Circle, inOrder, type PlannedMeeting } from '../circle.ts'
import type { Refusal } from '../refusal.ts'
import type { FieldProblem, MeetingToPlan } from './meeting-fields.tsx'

const fieldNames = {
  day: 'circles:day',
  start: 'circles:startTime',
  hours: 'circles:hours',
  chapters: 'circles:chapters',
} as const

/**
 * The meetings of a form with the numbers that they have in the stored plan; null for one that is
 * not in it yet.
 */
export function numbered(meetings: PlannedMeeting[], circle: Circle): MeetingToPlan[] {
  const numbers = new Map(inOrder(circle.meetings).map(({ id }, index) => [id, index + 1]))
  return meetings.map((meeting) => ({
    ...meeting,
    number: numbers.get(meeting.id) ?? null,
    chapters: meeting.chapters.map((slug) => ({ slug })),
  }))
}

/**
 * Why a plan was refused, in the reader's words: which meeting, which field, and what is wrong with
 * it.
 */
export function planProblem(
  { at, ...refusal }: Refusal,
  circle: Circle,
  t: Translate,
): { text: string; wrong: FieldProblem | null } {
  const text = t(refusal.reason, { ...refusal.values })
  if (!at) return { text, wrong: null }
  const number = inOrder(circle.meetings).findIndex(({ id }) => id === at.meeting) + 1
  const meeting = number > 0 ? t('circles:meetingNumber', { number }) : t('circles:newMeeting')
  return {
    text: t('circles:problemAt', { meeting, field: t(fieldNames[at.field]), problem: text }),
    wrong: { ...at, text },
  }
}
