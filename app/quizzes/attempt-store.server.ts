import { noteChange } from '../platform/changes.server.ts'
import type { Day } from '../platform/clock.ts'
import { database } from '../platform/database.server.ts'
import { write } from '../platform/write.server.ts'

/** An answer as it is stored. */
export interface StoredAttempt {
  chapter: string
  question: string
  questionHash: string
  answer: string
  isRight: boolean
}

/** Where an answer belongs. */
export interface AttemptPlace {
  learnerId: string
  course: string
  chapter: string
}

/** Adds answers, all or none: one statement, since a transaction would open the file anew (docs/decisions/003). When this has returned, they survive the end of the process. */
export async function addAttempts(place: AttemptPlace, attempts: Omit<StoredAttempt, 'chapter'>[], answeredOn: Day): Promise<void> {
  const db = await database()
  const rows = JSON.stringify(attempts)
  await write(
    () => db.$executeRaw`
      INSERT INTO Attempt (learnerId, course, chapter, question, questionHash, answer, isRight, answeredOn)
      SELECT ${place.learnerId}, ${place.course}, ${place.chapter}, value ->> 'question', value ->> 'questionHash', value ->> 'answer', value ->> 'isRight', ${answeredOn}
      FROM json_each(${rows})`,
  )
  noteChange(place.learnerId)
}

/** A learner's answers in one chapter, oldest first. */
export async function attemptsInChapter(place: AttemptPlace): Promise<StoredAttempt[]> {
  const db = await database()
  // Prisma would compile its query anew at each page: that costs more than the query.
  const rows = await db.$queryRaw<(Omit<StoredAttempt, 'isRight'> & { isRight: unknown })[]>`
    SELECT chapter, question, questionHash, answer, isRight FROM Attempt
    WHERE learnerId = ${place.learnerId} AND course = ${place.course} AND chapter = ${place.chapter} ORDER BY id`
  return rows.map((row) => ({ ...row, isRight: Boolean(row.isRight) }))
}

/** For each question that a learner has answered in a course: which wordings, and whether ever right. One row a wording. */
export async function answeredInCourse(
  learnerId: string,
  course: string,
): Promise<Pick<StoredAttempt, 'chapter' | 'question' | 'questionHash' | 'isRight'>[]> {
  const db = await database()
  return db.attempt.findMany({
    where: { learnerId, course },
    distinct: ['chapter', 'question', 'questionHash', 'isRight'],
    select: { chapter: true, question: true, questionHash: true, isRight: true },
  })
}
