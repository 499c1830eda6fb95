import { orNotFound } from '../../platform/http-errors.ts'
import { type Circle, inOrder, type Meeting } from '../circle.ts'

/** A meeting and its number in the plan. */
export interface NumberedMeeting {
  meeting: Meeting
  number: number
}

/**
 * The meeting of an address: by its id where the address has one, else by its number in the plan,
 * which changes when others are moved. Throws the "not found" page.
 */
export function requireMeeting(
  circle: Circle,
  number: string | undefined,
  id: string | null = null,
): NumberedMeeting {
  const meetings = inOrder(circle.meetings)
  const byNumber = /^[1-9]\d?$/.test(number ?? '') ? Number(number) - 1 : -1
  const at = id === null ? byNumber : meetings.findIndex((one) => one.id === id)
  return { meeting: orNotFound(meetings[at]), number: at + 1 }
}
