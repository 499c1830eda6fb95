import type { Circle } from '../circle.ts'

const inWord = /[\p{L}\p{M}\p{N}]/u
/** What stands in the place of a name that was taken out. */
export const noName = '…'

/** Whether what stands from one place to another in a text is a word of its own. */
function isWord(text: string, from: number, to: number): boolean {
  const [before = ''] = [...text.slice(Math.max(0, from - 2), from)].slice(-1)
  const [after = ''] = text.slice(to, to + 2)
  return !inWord.test(before) && !inWord.test(after)
}

/** A text with another name wherever this one stands as a word of its own, spelt as on the list. */
function renamed(text: string, name: string, next: string): string {
  let written = ''
  let done = 0
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
    const end = at + name.length
    written += text.slice(done, at) + (isWord(text, at, end) ? next : name)
    done = end
  }
  return written + text.slice(done)
}

/**
 * A circle whose aim, decisions and tasks call somebody by another name, or by none. A name that
 * somebody else on the list has too stays: it may be theirs. Other spellings stay.
 */
export function withNameInTexts(circle: Circle, name: string, next: string): Circle {
  if (name === '' || name === next || circle.seats.some((seat) => seat.name === name)) return circle
  const inNotes = <T extends { text: string }>(notes: T[]) =>
    notes.map((note) => ({ ...note, text: renamed(note.text, name, next) }))
  return {
    ...circle,
    aim: renamed(circle.aim, name, next),
    meetings: circle.meetings.map((meeting) => ({
      ...meeting,
      decisions: inNotes(meeting.decisions),
      tasks: inNotes(meeting.tasks),
    })),
  }
}

/** What a circle's aim, decisions and tasks say of somebody by name: what erasing changes. */
export function textsNaming({ aim, meetings, seats }: Circle, name: string): string[] {
  if (name === '' || seats.filter((seat) => seat.name === name).length > 1) return []
  const notes = meetings.flatMap(({ decisions, tasks }) => [...decisions, ...tasks])
  return [aim, ...notes.map(({ text }) => text)].filter(
    (text) => renamed(text, name, noName) !== text,
  )
}
