import type { Day } from '../../platform/clock.ts'
import { database } from '../../platform/database.server.ts'
import type { Group } from './organisation-summary.ts'

/** What the circles that ended before a day have done, by course and quarter; nothing of any single circle. */
export async function endedBefore(day: Day): Promise<Group[]> {
  const db = await database()
  const rows = await db.$queryRaw<Record<keyof Group, string | number | bigint>[]>`
    SELECT course, substr(lastOn, 1, 4) || '-Q' || ((CAST(substr(lastOn, 6, 2) AS INTEGER) + 2) / 3) AS quarter,
      COUNT(*) AS circles, SUM(participants) AS people, SUM(meetings) AS meetings, SUM(hours) AS hours
    FROM Circle WHERE meetings > 0 AND lastOn < ${day} GROUP BY course, quarter`
  return rows.map((row) => ({
    course: String(row.course),
    quarter: String(row.quarter),
    circles: Number(row.circles),
    people: Number(row.people),
    meetings: Number(row.meetings),
    hours: Number(row.hours),
  }))
}

/** The women and young people that trainers have counted in those circles, and of how many people. */
export async function countedBefore(day: Day): Promise<{ women: number; youth: number; people: number }> {
  const db = await database()
  const [row] = await db.$queryRaw<Record<'women' | 'youth' | 'people', number | bigint | null>[]>`
    SELECT SUM(women) AS women, SUM(youth) AS youth, SUM(participants) AS people
    FROM Circle WHERE meetings > 0 AND lastOn < ${day} AND women IS NOT NULL AND youth IS NOT NULL`
  return { women: Number(row?.women ?? 0), youth: Number(row?.youth ?? 0), people: Number(row?.people ?? 0) }
}
