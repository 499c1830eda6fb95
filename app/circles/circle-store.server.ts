import { withBusyRetry } from '../platform/busy-retry.server.ts'
import type { Day } from '../platform/calendar-day.ts'
import { database } from '../platform/database.server.ts'
import { isDuplicate } from '../platform/database-errors.ts'
import { Prisma } from '../platform/prisma/client.ts'
import type { Circle } from './circle.ts'
import { parseCircle } from './stored-circle.ts'
import { lastDayOf, totalsOf } from './totals.ts'

/** A circle as it was read: to be written back only while its revision is still the same. */
export interface StoredCircle {
  id: string
  revision: string
  circle: Circle
}

/** What an event changes in who sits where. All or nothing, together with the circle. */
export type MemberChange =
  | { kind: 'add'; learnerId: string; seatId: string }
  | { kind: 'remove'; seatId: string; today: Day }
  | { kind: 'restore' | 'leave' | 'forget'; seatId: string }
  | { kind: 'delete-all' }

/** A circle in a person's list. */
export interface ListedCircle {
  id: string
  name: string
  course: string
  startedOn: Day
  closedOn: Day | null
  lastOn: Day
}

type Row = { id: string; revision: string; state: string }

/** A row with its document, in the version of today. */
export function readRow<T extends Row>({ id, revision, state }: T): StoredCircle {
  return { id, revision, circle: parseCircle(state) }
}

/** The values of a circle's own columns, in the order of the statements below. */
function columnsOf(circle: Circle) {
  const { meetings, hours, participants, attendances, women, youth } = totalsOf(circle)
  return {
    state: JSON.stringify(circle),
    name: circle.name,
    course: circle.course,
    joinCode: circle.join.isOpen && circle.closedOn === null ? circle.join.code : null,
    startedOn: circle.startedOn,
    closedOn: circle.closedOn,
    lastOn: lastDayOf(circle),
    isRetired: circle.totals !== null,
    meetings,
    hours,
    participants,
    attendances,
    women,
    youth,
  }
}

/**
 * Stores a new circle and its first member. False when its code is another circle's, or when it is
 * stored already.
 */
export async function insertCircle(
  { id, revision, circle }: StoredCircle,
  first: { learnerId: string; seatId: string },
): Promise<boolean> {
  const db = await database()
  const c = columnsOf(circle)
  try {
    const [added] = await withBusyRetry(() =>
      db.$transaction([
        db.$executeRaw`
          INSERT INTO "Circle" ("id", "revision", "state", "name", "course", "joinCode",
            "startedOn", "closedOn",
            "lastOn", "isRetired", "meetings", "hours", "participants", "attendances", "women",
            "youth")
          VALUES (${id}, ${revision}, ${c.state}, ${c.name}, ${c.course}, ${c.joinCode},
            ${c.startedOn}, ${c.closedOn}, ${c.lastOn}, ${c.isRetired}, ${c.meetings}, ${c.hours},
            ${c.participants}, ${c.attendances}, ${c.women}, ${c.youth})
          ON CONFLICT ("id") DO NOTHING`,
        db.$executeRaw`
          INSERT INTO "CircleMember" ("circleId", "learnerId", "seatId")
          SELECT "id", ${first.learnerId}, ${first.seatId} FROM "Circle" WHERE "id" = ${id}
            AND "revision" = ${revision}
          ON CONFLICT DO NOTHING`,
      ]),
    )
    return added > 0
  } catch (error) {
    if (isDuplicate(error)) return false
    throw error
  }
}

/** What somebody marked in a circle goes with their seat. */
function markStatement(db: Awaited<ReturnType<typeof database>>, { id }: StoredCircle) {
  return db.$executeRaw`
    DELETE FROM "CircleMark" WHERE "circleId" = ${id}
      AND NOT EXISTS (SELECT 1 FROM "CircleMember" WHERE "circleId" = "CircleMark"."circleId"
      AND "learnerId" = "CircleMark"."learnerId")`
}

function memberStatement(
  db: Awaited<ReturnType<typeof database>>,
  { id, revision }: StoredCircle,
  change: MemberChange,
) {
  // Only where this very write of the circle has gone through.
  const isWritten = Prisma.sql`EXISTS (SELECT 1 FROM "Circle" WHERE "id" = ${id}
    AND "revision" = ${revision})`
  switch (change.kind) {
    case 'add':
      return db.$executeRaw`
        INSERT INTO "CircleMember" ("circleId", "learnerId", "seatId") SELECT ${id},
          ${change.learnerId},
          ${change.seatId} WHERE ${isWritten}
        ON CONFLICT ("circleId", "learnerId") DO UPDATE
          SET "seatId" = excluded."seatId", "removedOn" = NULL`
    case 'remove':
      return db.$executeRaw`
        UPDATE "CircleMember" SET "removedOn" = ${change.today}, "feedHash" = NULL
        WHERE "circleId" = ${id} AND "seatId" = ${change.seatId} AND ${isWritten}`
    case 'restore':
      return db.$executeRaw`UPDATE "CircleMember" SET "removedOn" = NULL WHERE "circleId" = ${id}
        AND "seatId" = ${change.seatId} AND ${isWritten}`
    case 'leave':
    case 'forget':
      return db.$executeRaw`DELETE FROM "CircleMember" WHERE "circleId" = ${id}
        AND "seatId" = ${change.seatId} AND ${isWritten}`
    case 'delete-all':
      return db.$executeRaw`DELETE FROM "CircleMember" WHERE "circleId" = ${id} AND ${isWritten}`
  }
}

/**
 * What becomes of whose a seat was: it is known while the circle holds anything of them. To be run
 * before the member's row goes.
 */
function formerSeatStatement(
  db: Awaited<ReturnType<typeof database>>,
  { id, revision }: StoredCircle,
  change: MemberChange,
) {
  const isWritten = Prisma.sql`EXISTS (SELECT 1 FROM "Circle" WHERE "id" = ${id}
    AND "revision" = ${revision})`
  switch (change.kind) {
    case 'leave':
      return [
        db.$executeRaw`
          INSERT INTO "FormerSeat" ("circleId", "seatId", "learnerId")
            SELECT "circleId", "seatId", "learnerId" FROM "CircleMember"
          WHERE "circleId" = ${id} AND "seatId" = ${change.seatId} AND ${isWritten} ON CONFLICT DO
            NOTHING`,
      ]
    case 'forget':
      return [
        db.$executeRaw`DELETE FROM "FormerSeat" WHERE "circleId" = ${id}
          AND "seatId" = ${change.seatId} AND ${isWritten}`,
      ]
    case 'delete-all':
      return [db.$executeRaw`DELETE FROM "FormerSeat" WHERE "circleId" = ${id} AND ${isWritten}`]
    default:
      return []
  }
}

/**
 * How a write of a circle ended: somebody else may have written it since, or its code may be
 * another circle's by now; then nothing is changed.
 */
export type Replaced = 'replaced' | 'overtaken' | 'code-taken'

/**
 * Writes a circle back in place of the revision that was read, with what changes in its members.
 * Safe to run twice: the second time the new revision is there already.
 */
export async function replaceCircle(
  read: string,
  next: StoredCircle,
  change: MemberChange | null,
): Promise<Replaced> {
  const db = await database()
  const c = columnsOf(next.circle)
  const update = () => db.$executeRaw`
    UPDATE "Circle" SET "revision" = ${next.revision}, "state" = ${c.state}, "name" = ${c.name},
      "joinCode" = ${c.joinCode}, "closedOn" = ${c.closedOn},
      "lastOn" = ${c.lastOn}, "isRetired" = ${c.isRetired}, "meetings" = ${c.meetings},
      "hours" = ${c.hours}, "participants" = ${c.participants},
      "attendances" = ${c.attendances}, "women" = ${c.women}, "youth" = ${c.youth}
    WHERE "id" = ${next.id} AND ("revision" = ${read} OR "revision" = ${next.revision})`
  const ofMembers = () =>
    change
      ? [
          ...formerSeatStatement(db, next, change),
          memberStatement(db, next, change),
          markStatement(db, next),
        ]
      : []
  try {
    const [updated] = await withBusyRetry(() => db.$transaction([update(), ...ofMembers()]))
    return updated ? 'replaced' : 'overtaken'
  } catch (error) {
    if (isDuplicate(error)) return 'code-taken'
    throw error
  }
}

/**
 * A circle in which a learner has a seat, and which seat. Null for everyone else: to them it does
 * not exist.
 */
export async function findOwnCircle(
  id: string,
  learnerId: string,
): Promise<(StoredCircle & { seatId: string }) | null> {
  const db = await database()
  const [row] = await db.$queryRaw<(Row & { seatId: string })[]>`
    SELECT "Circle"."id", "revision", "state", "seatId" FROM "CircleMember"
      JOIN "Circle" ON "Circle"."id" = "circleId"
    WHERE "circleId" = ${id} AND "learnerId" = ${learnerId} AND "removedOn" IS NULL`
  return row ? { ...readRow(row), seatId: row.seatId } : null
}

/**
 * The circle that can be joined with a code, and whether this learner sits in it or did until they
 * were removed.
 */
export async function findCircleByCode(
  code: string,
  learnerId: string,
): Promise<(StoredCircle & { isMember: boolean; wasRemoved: boolean }) | null> {
  const db = await database()
  const [row] = await db.$queryRaw<(Row & { seatId: string | null; removedOn: Day | null })[]>`
    SELECT "Circle"."id", "revision", "state", "seatId", "removedOn" FROM "Circle"
    LEFT JOIN "CircleMember" ON "circleId" = "Circle"."id" AND "learnerId" = ${learnerId}
      WHERE "joinCode" = ${code}`
  if (!row) return null
  return {
    ...readRow(row),
    isMember: row.seatId !== null && row.removedOn === null,
    wasRemoved: row.removedOn !== null,
  }
}

/** A circle by its id alone: for what the site itself does, never for a page. */
export async function findCircle(id: string): Promise<StoredCircle | null> {
  const db = await database()
  const [row] = await db.$queryRaw<
    Row[]
  >`SELECT "id", "revision", "state" FROM "Circle" WHERE "id" = ${id}`
  return row ? readRow(row) : null
}

/** The circles in which a learner has a seat, the latest first. */
export async function circlesOf(learnerId: string): Promise<ListedCircle[]> {
  const db = await database()
  return db.$queryRaw`
    SELECT "id", "name", "course", "startedOn", "closedOn", "lastOn" FROM "CircleMember"
      JOIN "Circle" ON "id" = "circleId"
    WHERE "learnerId" = ${learnerId} AND "removedOn" IS NULL
      ORDER BY "closedOn" IS NOT NULL, "lastOn" DESC, "id"`
}

/**
 * The circles that still hold people and words and whose last day is this day or an earlier one;
 * the oldest first.
 */
export async function circlesUpTo(day: Day, max: number): Promise<{ id: string; lastOn: Day }[]> {
  const db = await database()
  return db.$queryRaw`SELECT "id", "lastOn" FROM "Circle" WHERE "isRetired" = false
    AND "lastOn" <= ${day} ORDER BY "lastOn" LIMIT ${max}`
}
