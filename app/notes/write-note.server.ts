import type { Day } from '../platform/calendar-day.ts'
import {
  addNote,
  deleteNote,
  type NotePlace,
  noteAt,
  replaceNote,
  type StoredNote,
} from './note-store.server.ts'
import { type NoteProblem, normalizeNote, noteLimits, problemOfNote } from './written-note.ts'

/**
 * How writing a note ended. Changed since: the note was written again, or deleted, after the form
 * was opened; nothing is lost of either text.
 */
export type WriteOutcome =
  | { kind: 'kept' }
  | { kind: 'refused'; problem: NoteProblem }
  | { kind: 'changed-since'; note: StoredNote }
  | { kind: 'too-many' }

/**
 * Keeps a learner's note at a section, for them alone: a new one, or in place of the version that
 * the form was opened with (`seen`, 0 for none).
 */
export async function writeNote(options: {
  learnerId: string
  place: NotePlace
  titles: { chapterTitle: string; sectionTitle: string }
  text: string
  seen: number
  today: Day
}): Promise<WriteOutcome> {
  const { learnerId, place, titles, seen, today } = options
  const text = normalizeNote(options.text)
  const problem = problemOfNote(text)
  if (problem) return { kind: 'refused', problem }
  const note = { ...place, ...titles, text, writtenOn: today }
  if (seen > 0 && (await replaceNote(learnerId, { ...note, version: seen })))
    return { kind: 'kept' }
  if (await addNote(learnerId, note, noteLimits.notes)) return { kind: 'kept' }
  const present = await noteAt(learnerId, place)
  if (!present) return { kind: 'too-many' }
  // The same words again, as after a button that was pressed twice.
  return present.text === text ? { kind: 'kept' } : { kind: 'changed-since', note: present }
}

/** Deletes a learner's note, if it is the one that they saw. */
export async function eraseNote(
  learnerId: string,
  place: NotePlace,
  seen: number,
): Promise<
  { kind: 'deleted' } | { kind: 'not-found' } | { kind: 'changed-since'; note: StoredNote }
> {
  if (await deleteNote(learnerId, { ...place, version: seen })) return { kind: 'deleted' }
  const present = await noteAt(learnerId, place)
  return present ? { kind: 'changed-since', note: present } : { kind: 'not-found' }
}
