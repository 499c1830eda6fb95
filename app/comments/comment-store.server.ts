import { withBusyRetry } from '../platform/busy-retry.server.ts'
import type { Day } from '../platform/calendar-day.ts'
import { database } from '../platform/database.server.ts'
import { Prisma } from '../platform/prisma/client.ts'
import type { CommentState, DeclineReason, ModeratorDecision } from './decision.ts'
import type { PublishedComment } from './published-comment.ts'

/** Which chapter. */
export interface ChapterPlace {
  course: string
  chapter: string
}

/** A comment as its sender sends it. */
export interface NewComment extends ChapterPlace {
  learnerId: string
  section: string | null
  country: string
  language: string
  text: string
  isSigned: boolean
  sentOn: Day
}

/** A comment as its sender sees it. */
export interface OwnComment extends Omit<NewComment, 'learnerId' | 'sentOn'> {
  id: number
  state: CommentState
  reason: DeclineReason | null
  note: string | null
}

/** A comment as a moderator sees it: with the pseudonym only where its sender signed with it. */
export interface CommentToModerate extends Omit<OwnComment, 'isSigned'> {
  pseudonym: string | null
  isOwn: boolean
}

type Raw<T> = {
  [K in keyof T]: T[K] extends number ? number | bigint : T[K] extends boolean ? unknown : T[K]
}

/**
 * Adds a comment, unless the same text of the sender's is there and not declined, or as many of
 * theirs wait as may. False where nothing was added. One statement, so that two tabs at once cannot
 * both be the last.
 */
export async function addComment(comment: NewComment, maxWaiting: number): Promise<boolean> {
  const { learnerId, course, chapter, section, country, language, text, isSigned, sentOn } = comment
  const db = await database()
  const added = await withBusyRetry(
    () => db.$executeRaw`
      INSERT INTO "Comment" ("learnerId", "course", "chapter", "section", "country", "language",
        "text", "isSigned", "state", "sentOn")
      SELECT ${learnerId}, ${course}, ${chapter}, ${section}, ${country}, ${language}, ${text},
        ${isSigned}, 'waiting', ${sentOn}
      WHERE (SELECT COUNT(*) FROM "Comment" WHERE "learnerId" = ${learnerId}
        AND "state" = 'waiting') < ${maxWaiting}
        AND NOT EXISTS (
          SELECT 1 FROM "Comment"
          WHERE "learnerId" = ${learnerId} AND "course" = ${course} AND "chapter" = ${chapter}
            AND "text" = ${text} AND "state" <> 'declined'
        )`,
  )
  return added > 0
}

/** A learner's own comments, the newest first. */
export async function commentsOf(learnerId: string): Promise<OwnComment[]> {
  const db = await database()
  const rows = await db.$queryRaw<Raw<OwnComment>[]>`
    SELECT "id", "course", "chapter", "section", "country", "language", "text", "isSigned", "state",
      "reason", "note" FROM "Comment"
    WHERE "learnerId" = ${learnerId} ORDER BY "id" DESC`
  return rows.map((row) => ({ ...row, id: Number(row.id), isSigned: Boolean(row.isSigned) }))
}

/** Deletes a comment of a learner's own. Null when they have none such. */
export async function deleteOwnComment(learnerId: string, id: number): Promise<OwnComment | null> {
  const own = (await commentsOf(learnerId)).find((comment) => comment.id === id)
  if (!own) return null
  const db = await database()
  await withBusyRetry(
    () => db.$executeRaw`DELETE FROM "Comment" WHERE "id" = ${id} AND "learnerId" = ${learnerId}`,
  )
  return own
}

// Looked up, never copied: a name that is erased is nowhere else.
const signedAs = Prisma.sql`CASE WHEN "isSigned" THEN (SELECT "pseudonym" FROM "Learner"
  WHERE "Learner"."id" = "learnerId") END AS "pseudonym"`

/** What anybody may read, of one chapter or of all, the newest month first. */
export async function publishedComments(
  place?: ChapterPlace,
): Promise<(PublishedComment & ChapterPlace)[]> {
  const db = await database()
  const ofPlace = place
    ? Prisma.sql`AND "course" = ${place.course} AND "chapter" = ${place.chapter}`
    : Prisma.empty
  return db.$queryRaw`
    SELECT "course", "chapter", "section", "country", "language", "text",
      substr("decidedOn", 1, 7) AS "month", ${signedAs}
    FROM "Comment" WHERE "state" = 'published' ${ofPlace} ORDER BY "month" DESC, "id" DESC`
}

/** How many comments stand in each state. */
export async function countComments(): Promise<Record<CommentState, number>> {
  const db = await database()
  const rows = await db.$queryRaw<{ state: CommentState; count: number | bigint }[]>`
    SELECT "state", COUNT(*) AS "count" FROM "Comment" GROUP BY "state"`
  return {
    waiting: 0,
    published: 0,
    declined: 0,
    ...Object.fromEntries(rows.map(({ state, count }) => [state, Number(count)])),
  }
}

async function moderated(moderatorId: string, which: Prisma.Sql): Promise<CommentToModerate[]> {
  const db = await database()
  const rows = await db.$queryRaw<Raw<CommentToModerate>[]>`
    SELECT "id", "course", "chapter", "section", "country", "language", "text", "state", "reason",
      "note", "learnerId" IS NOT DISTINCT FROM ${moderatorId} AS "isOwn", ${signedAs}
    FROM "Comment" ${which}`
  return rows.map((row) => ({ ...row, id: Number(row.id), isOwn: Boolean(row.isOwn) }))
}

/**
 * A part of the comments that wait, the oldest first, or of those that are published, the newest
 * first.
 */
export function commentsToModerate(
  moderatorId: string,
  state: 'waiting' | 'published',
  { offset, limit }: { offset: number; limit: number },
): Promise<CommentToModerate[]> {
  const order = state === 'waiting' ? Prisma.sql`ASC` : Prisma.sql`DESC`
  return moderated(
    moderatorId,
    Prisma.sql`WHERE "state" = ${state} ORDER BY "id" ${order} LIMIT ${limit} OFFSET ${offset}`,
  )
}

/** One comment for a moderator, or null. */
export async function commentToModerate(
  moderatorId: string,
  id: number,
): Promise<CommentToModerate | null> {
  return (await moderated(moderatorId, Prisma.sql`WHERE "id" = ${id}`))[0] ?? null
}

/**
 * Stores a decision on somebody else's comment that still stands where the moderator saw it; false
 * where it does not. Of one that was kept without a name nobody is left to be told why it was taken
 * back: it is deleted.
 */
export async function storeDecision(
  {
    id,
    from,
    moderatorId,
    today,
  }: { id: number; from: CommentState; moderatorId: string; today: Day },
  decision: ModeratorDecision,
): Promise<boolean> {
  const db = await database()
  const { reason, note } = decision.to === 'declined' ? decision : { reason: null, note: null }
  const changed = await withBusyRetry(
    () => db.$executeRaw`
      UPDATE "Comment" SET "state" = ${decision.to}, "decidedOn" = ${today}, "reason" = ${reason},
        "note" = ${note}
      WHERE "id" = ${id} AND "state" = ${from} AND "learnerId" <> ${moderatorId}`,
  )
  if (changed > 0 || decision.to === 'published') return changed > 0
  if ((await db.comment.count({ where: { id, state: from, learnerId: null } })) === 0) return false
  return (
    (await withBusyRetry(
      () =>
        db.$executeRaw`DELETE FROM "Comment" WHERE "id" = ${id} AND "state" = ${from}
          AND "learnerId" IS NULL`,
    )) > 0
  )
}

/** Takes a learner's name off their published comments, and all but the month off their days. */
export async function removeSenderName(learnerId: string): Promise<void> {
  const db = await database()
  await withBusyRetry(
    () => db.$executeRaw`
      UPDATE "Comment" SET "learnerId" = NULL, "isSigned" = false,
        "sentOn" = substr("decidedOn", 1, 7), "decidedOn" = substr("decidedOn", 1, 7)
      WHERE "learnerId" = ${learnerId} AND "state" = 'published'`,
  )
}

/** Deletes all comments of a learner's that are still theirs. */
export async function deleteCommentsOf(learnerId: string): Promise<void> {
  const db = await database()
  await withBusyRetry(() => db.$executeRaw`DELETE FROM "Comment" WHERE "learnerId" = ${learnerId}`)
}
