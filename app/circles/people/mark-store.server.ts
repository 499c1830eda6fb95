import { database } from '../../platform/database.server.ts'
import { write } from '../../platform/write.server.ts'

/** A section of a chapter. */
export interface MarkedSection {
  chapter: string
  section: string
}

/** From how many people up the circle learns that a section was hard (SAFETY P12). */
const fewest = 5

/** Marks a section as hard for oneself, or takes it back. Somebody who has no seat in the circle marks nothing. */
export async function changeMark(options: { circleId: string; learnerId: string; isHard: boolean } & MarkedSection): Promise<void> {
  const { circleId, learnerId, chapter, section, isHard } = options
  const db = await database()
  await write(async () =>
    isHard
      ? db.$executeRaw`
          INSERT INTO CircleMark (circleId, learnerId, chapter, section)
          SELECT circleId, learnerId, ${chapter}, ${section} FROM CircleMember
          WHERE circleId = ${circleId} AND learnerId = ${learnerId} AND removedOn IS NULL
          ON CONFLICT DO NOTHING`
      : db.$executeRaw`
          DELETE FROM CircleMark
          WHERE circleId = ${circleId} AND learnerId = ${learnerId} AND chapter = ${chapter} AND section = ${section}`,
  )
}

/** What a learner has marked in a circle: for themselves alone. */
export async function ownMarks(circleId: string, learnerId: string): Promise<MarkedSection[]> {
  const db = await database()
  return db.$queryRaw`SELECT chapter, section FROM CircleMark WHERE circleId = ${circleId} AND learnerId = ${learnerId}`
}

/**
 * The sections that five people or more in the circle found hard. Never how many, and never who. Whoever was removed counts until they are
 * forgotten, so that a trainer cannot take somebody off the list to see what changes.
 */
export async function hardSections(circleId: string): Promise<MarkedSection[]> {
  const db = await database()
  return db.$queryRaw`
    SELECT chapter, section FROM CircleMark WHERE circleId = ${circleId}
    GROUP BY chapter, section HAVING COUNT(*) >= ${fewest}`
}
