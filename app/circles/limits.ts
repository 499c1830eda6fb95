import { contactIn } from '../safety/contact.ts'
import { isReservedName } from '../safety/reserved-names.ts'
import { hasUnseenCharacters, normalizeName } from '../safety/visible-name.ts'
import { type Refusal, refused } from './refusal.ts'

/**
 * The most that one circle can hold. Far above what a circle is, so that one document stays small.
 */
export const limits = {
  /** Twenty people and four in reserve. */
  seats: 24,
  /** Seats of people who have left are counted here too, since their ticks stay. */
  seatsEver: 60,
  meetings: 40,
  hours: 8,
  chapters: 12,
  notes: 40,
  name: 40,
  aim: 600,
  note: 300,
} as const

/** The hours that a field holds, written as a whole number; NaN where it holds anything else. */
export const readHours = (text: string) =>
  /^\s*\d{1,9}\s*$/.test(text) ? Number(text) : Number.NaN

/** A text as it is kept: without spaces at its ends and double ones inside. */
export function normalizeWhitespace(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

/** What is wrong with a name that people give: of a circle or of a seat. */
export function problemOfName(text: string): Refusal | null {
  // Before anything looks at each letter: a form may send 64 KB.
  if (text.length > limits.name * 10)
    return refused('circles:refused.nameTooLong', { max: limits.name })
  const name = normalizeName(text)
  if (hasUnseenCharacters(text)) return refused('circles:refused.nameUnseen')
  if (!/[\p{L}\p{N}]/u.test(name)) return refused('circles:refused.nameMissing')
  if (contactIn(name)) return refused('circles:refused.nameIsContact')
  if ([...name].length > limits.name)
    return refused('circles:refused.nameTooLong', { max: limits.name })
  return null
}

/** What is wrong with the name of a seat. A circle may be called "Leaders"; nobody in it may. */
export function problemOfSeatName(text: string): Refusal | null {
  return (
    problemOfName(text) ?? (isReservedName(text) ? refused('circles:refused.nameReserved') : null)
  )
}

/** What is wrong with an aim: what is written in a circle shows nobody how to reach somebody. */
export function problemOfAim(text: string): Refusal | null {
  if ([...text].length > limits.aim)
    return refused('circles:refused.aimTooLong', { max: limits.aim })
  return contactIn(text) ? refused('circles:refused.noteIsContact') : null
}

/** What is wrong with a decision or a task. */
export function problemOfNote(text: string): Refusal | null {
  if (normalizeWhitespace(text) === '') return refused('circles:refused.noteMissing')
  if ([...text].length > limits.note)
    return refused('circles:refused.noteTooLong', { max: limits.note })
  if (contactIn(text)) return refused('circles:refused.noteIsContact')
  return null
}

/** Whether a text is a time of the day, "18:30". */
export function isTime(text: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text)
}

/** Whether a text names a time zone that this computer knows. */
export function isTimeZone(text: string): boolean {
  if (text.length > 60) return false
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: text }))
  } catch {
    return false
  }
}

/** Whether study hours can be planned or noted: whole ones, one at least. */
export function areHours(hours: number): boolean {
  return Number.isInteger(hours) && hours >= 1 && hours <= limits.hours
}
