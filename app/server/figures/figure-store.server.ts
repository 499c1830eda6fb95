import type { Day } from '../../platform/calendar-day.ts'
import { database, databaseEngine } from '../../platform/database.server.ts'

/** How much there is of what people made, exactly. */
export interface Counts {
  learners: number
  /** How many answers were ever stored. */
  answers: number
  /** Circles that are under way. */
  circles: number
  /** Comments that wait for a moderator. */
  waiting: number
  /** The day on which the first of those was sent; null where none waits. */
  waitingSince: Day | null
}

/** Counts what there is on a day. Of answers it reads the last number: there may be millions. */
export async function countAll(today: Day): Promise<Counts> {
  const db = await database()
  const isWaiting = { state: 'waiting' }
  const [learners, last, circles, waiting] = await Promise.all([
    db.learner.count(),
    db.attempt.aggregate({ _max: { id: true } }),
    db.circle.count({ where: { isRetired: false, closedOn: null, lastOn: { gte: today } } }),
    db.comment.aggregate({ where: isWaiting, _count: true, _min: { sentOn: true } }),
  ])
  return {
    learners,
    answers: last._max.id ?? 0,
    circles,
    waiting: waiting._count,
    waitingSince: waiting._min.sentOn,
  }
}

/** How many bytes the database takes. */
export async function databaseSize(): Promise<number> {
  return (await databaseEngine()).size()
}
