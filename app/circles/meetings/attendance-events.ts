import type { CircleEvent, Meeting } from '../circle.ts'

/** What a form of attendance held: who was ticked when the page was made, and who is now; the study hours, then and now. */
export interface AttendanceForm {
  seen: string[]
  there: string[]
  hoursSeen: string
  hours: string
}

const list = (fields: URLSearchParams, name: string) => [...new Set(fields.getAll(name))].slice(0, 100)

/** Reads a form of attendance. Null where it has a field that the page does not have. */
export function readAttendance(fields: URLSearchParams): AttendanceForm | null {
  const known = new Set(['intent', 'seen', 'there', 'hours', 'hoursSeen'])
  if ([...fields.keys()].some((name) => !known.has(name))) return null
  return {
    seen: list(fields, 'seen'),
    there: list(fields, 'there'),
    hours: fields.get('hours') ?? '',
    hoursSeen: fields.get('hoursSeen') ?? '',
  }
}

/** Who was ticked and who was unticked on the page, by seat. */
export function changedTicks({ seen, there }: Pick<AttendanceForm, 'seen' | 'there'>): { ticked: string[]; unticked: string[] } {
  return { ticked: there.filter((seat) => !seen.includes(seat)), unticked: seen.filter((seat) => !there.includes(seat)) }
}

/**
 * What was changed on the page and nothing else, so that two who tick at the same time do not undo each other: what one of them did not touch
 * stays as the other left it.
 */
export function attendanceEvents(meeting: Pick<Meeting, 'id'>, form: AttendanceForm): CircleEvent[] {
  const { ticked, unticked } = changedTicks(form)
  const hours = Number(form.hours)
  return [
    ...ticked.map((seat): CircleEvent => ({ kind: 'tick', meeting: meeting.id, seat })),
    ...unticked.map((seat): CircleEvent => ({ kind: 'untick', meeting: meeting.id, seat })),
    ...(form.hours !== form.hoursSeen ? [{ kind: 'hold' as const, meeting: meeting.id, hours }] : []),
  ]
}
