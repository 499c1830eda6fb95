import type { Day } from '../platform/clock.ts'
import { database } from '../platform/database.server.ts'
import { write } from '../platform/write.server.ts'
import type { StoredVisit } from './progress.ts'

/** Whose visit, and to what. */
export interface VisitPlace {
  learnerId: string
  course: string
  chapter: string
}

const columns = { chapter: true, openedOn: true, readOn: true, section: true, turn: true } as const

/** A learner's visits to the chapters of a course. */
export async function visitsIn(learnerId: string, course: string): Promise<StoredVisit[]> {
  const db = await database()
  return db.visit.findMany({ where: { learnerId, course }, select: columns })
}

/** Notes that a chapter was opened, and that it is now the latest. One statement, so two tabs at once cannot both fail. */
export async function noteOpened({ learnerId, course, chapter }: VisitPlace, today: Day): Promise<void> {
  const db = await database()
  await write(
    () => db.$executeRaw`
      INSERT INTO Visit (learnerId, course, chapter, openedOn, turn)
      VALUES (${learnerId}, ${course}, ${chapter}, ${today}, (SELECT COALESCE(MAX(turn), 0) + 1 FROM Visit WHERE learnerId = ${learnerId}))
      ON CONFLICT (learnerId, course, chapter) DO UPDATE SET turn = excluded.turn`,
  )
}

/** Changes what a learner says of a chapter that they have opened: read or not, where the bookmark is. */
export async function changeVisit(place: VisitPlace, change: { readOn?: Day | null; section?: string | null }): Promise<void> {
  const db = await database()
  await write(() => db.visit.updateMany({ where: place, data: change }))
}
