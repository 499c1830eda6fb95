import { withBusyRetry } from '../platform/busy-retry.server.ts'
import { invalidate } from '../platform/cache-version.server.ts'
import type { Day } from '../platform/calendar-day.ts'
import { database, sqlDatabase } from '../platform/database.server.ts'
import { newVersion } from '../platform/random.server.ts'

/** A section of a chapter of a course. */
export interface NotePlace {
  course: string
  chapter: string
  section: string
}

/** A note as it is stored: its text, and the titles of its place as they were then. */
export interface StoredNote extends NotePlace {
  chapterTitle: string
  sectionTitle: string
  text: string
  writtenOn: Day
  version: number
}

type Row = Omit<StoredNote, 'version'> & { version: number | bigint }
const fromRow = (row: Row): StoredNote => ({ ...row, version: Number(row.version) })

/** A learner's notes. Nobody else's are ever looked for: each statement here names its owner. */
export async function notesOf(learnerId: string): Promise<StoredNote[]> {
  const db = await database()
  const rows = await db.$queryRaw<Row[]>`
    SELECT "course", "chapter", "section", "chapterTitle", "sectionTitle", "text", "writtenOn",
      "version" FROM "Note"
    WHERE "learnerId" = ${learnerId} ORDER BY "course", "chapter", "writtenOn", "section"`
  return rows.map(fromRow)
}

/** A learner's note at a section, or null. */
export async function noteAt(learnerId: string, place: NotePlace): Promise<StoredNote | null> {
  const { course, chapter, section } = place
  const db = await database()
  const [row] = await db.$queryRaw<Row[]>`
    SELECT "course", "chapter", "section", "chapterTitle", "sectionTitle", "text", "writtenOn",
      "version" FROM "Note"
    WHERE "learnerId" = ${learnerId} AND "course" = ${course} AND "chapter" = ${chapter}
      AND "section" = ${section}`
  return row ? fromRow(row) : null
}

/** How many notes a learner has in all. */
export async function countNotes(learnerId: string): Promise<number> {
  const db = await sqlDatabase()
  const [row] = await db.$queryRaw<{ count: number }[]>`
    SELECT COUNT(*) AS "count" FROM "Note" WHERE "learnerId" = ${learnerId}`
  return Number(row?.count)
}

/** The sections of a chapter at which a learner has a note. */
export async function notedSections(
  learnerId: string,
  at: { course: string; chapter: string },
): Promise<string[]> {
  // A learner's chapter waits for it (065).
  const db = await sqlDatabase()
  const rows = await db.$queryRaw<{ section: string }[]>`
    SELECT "section" FROM "Note"
    WHERE "learnerId" = ${learnerId} AND "course" = ${at.course} AND "chapter" = ${at.chapter}`
  return rows.map(({ section }) => section)
}

/**
 * Adds a note where the learner has none yet, unless they have as many as may be. False where
 * nothing was added. One statement, so that two tabs at once cannot both be the last.
 */
export async function addNote(
  learnerId: string,
  note: Omit<StoredNote, 'version'>,
  max: number,
): Promise<boolean> {
  const { course, chapter, section, chapterTitle, sectionTitle, text, writtenOn } = note
  const db = await database()
  const added = await withBusyRetry(
    () => db.$executeRaw`
      INSERT INTO "Note" ("learnerId", "course", "chapter", "section", "chapterTitle",
        "sectionTitle", "text", "writtenOn", "version")
      SELECT ${learnerId}, ${course}, ${chapter}, ${section}, ${chapterTitle}, ${sectionTitle},
        ${text}, ${writtenOn}, ${newVersion()}
      WHERE (SELECT COUNT(*) FROM "Note" WHERE "learnerId" = ${learnerId}) < ${max}
      ON CONFLICT DO NOTHING`,
  )
  invalidate(learnerId)
  return added > 0
}

/** Writes a note over the version that was seen of it. False where it is another by now. */
export async function replaceNote(
  learnerId: string,
  { course, chapter, section, chapterTitle, sectionTitle, text, writtenOn, version }: StoredNote,
): Promise<boolean> {
  const db = await database()
  const changed = await withBusyRetry(
    () => db.$executeRaw`
      UPDATE "Note" SET "text" = ${text}, "chapterTitle" = ${chapterTitle},
        "sectionTitle" = ${sectionTitle},
        "writtenOn" = ${writtenOn}, "version" = "version" + 1
      WHERE "learnerId" = ${learnerId} AND "course" = ${course} AND "chapter" = ${chapter}
        AND "section" = ${section} AND "version" = ${version}`,
  )
  return changed > 0
}

/** Deletes the version of a note that was seen. False where it is another by now. */
export async function deleteNote(
  learnerId: string,
  { course, chapter, section, version }: NotePlace & { version: number },
): Promise<boolean> {
  const db = await database()
  const deleted = await withBusyRetry(
    () => db.$executeRaw`
      DELETE FROM "Note" WHERE "learnerId" = ${learnerId} AND "course" = ${course}
        AND "chapter" = ${chapter}
        AND "section" = ${section} AND "version" = ${version}`,
  )
  invalidate(learnerId)
  return deleted > 0
}
