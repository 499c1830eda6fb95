import { setImmediate as nextTurn } from 'node:timers/promises'
import { withBusyRetry } from '../platform/busy-retry.server.ts'
import type { Day } from '../platform/calendar-day.ts'
import { database } from '../platform/database.server.ts'
import { isDuplicate } from '../platform/database-errors.ts'
import type { Learner } from '../platform/prisma/client.ts'
import { nameSkeletons } from '../safety/name-skeletons.ts'

/**
 * Stores a new learner. False when someone else has the pseudonym already, or one that can be taken
 * for it.
 */
export async function insertLearner(
  learner: Omit<Learner, 'answersCountedFrom' | 'readingChoices'>,
): Promise<boolean> {
  const db = await database()
  const skeletons = nameSkeletons(learner.pseudonym).map((skeleton) => ({
    skeleton,
    learnerId: learner.id,
  }))
  try {
    await withBusyRetry(() =>
      db.$transaction([
        db.learner.create({ data: learner }),
        db.pseudonymSkeleton.createMany({ data: skeletons }),
      ]),
    )
    return true
  } catch (error) {
    if (!isDuplicate(error)) throw error
    // A busy database may have taken the first try although it said no: then the row is ours.
    return (await findLearnerByKey(learner.pseudonymKey))?.id === learner.id
  }
}

/**
 * Stores what pseudonyms look like that were made before that was stored. Where two look alike,
 * both accounts stay, and the skeleton belongs to one of them: nobody gets a third.
 */
export async function storeMissingSkeletons(): Promise<void> {
  for (let after: string | null = ''; after !== null; ) {
    after = await storeSkeletonsAfter(after)
    await nextTurn()
  }
}

/** So many learners are looked at at once: a few milliseconds. */
const learnersAtOnce = 50

/** Does it for some learners after an id; returns the last of them, or null after all. */
async function storeSkeletonsAfter(after: string): Promise<string | null> {
  const db = await database()
  const some = await db.$queryRaw<{ id: string; pseudonym: string; isMissing: unknown }[]>`
    SELECT "id", "pseudonym",
      NOT EXISTS (SELECT 1 FROM "PseudonymSkeleton"
      WHERE "learnerId" = "Learner"."id") AS "isMissing"
    FROM "Learner" WHERE "id" > ${after} ORDER BY "id" LIMIT ${learnersAtOnce}`
  await storeSkeletons(some.filter(({ isMissing }) => Boolean(isMissing)))
  return some.at(-1)?.id ?? null
}

async function storeSkeletons(learners: Pick<Learner, 'id' | 'pseudonym'>[]): Promise<void> {
  const db = await database()
  const rows = learners.flatMap(({ id, pseudonym }) =>
    nameSkeletons(pseudonym).map((skeleton) => ({ skeleton, id })),
  )
  if (rows.length === 0) return
  await withBusyRetry(() =>
    db.$transaction(
      rows.map(
        ({ skeleton, id }) =>
          db.$executeRaw`INSERT INTO "PseudonymSkeleton" ("skeleton",
            "learnerId") SELECT ${skeleton}, "id" FROM "Learner"
            WHERE "id" = ${id} ON CONFLICT DO NOTHING`,
      ),
    ),
  )
}

/** The learner whose pseudonym has this key, or null. */
export async function findLearnerByKey(pseudonymKey: string): Promise<Learner | null> {
  return (await database()).learner.findUnique({ where: { pseudonymKey } })
}

/** The learner with this id, or null. */
export async function findLearner(id: string): Promise<Learner | null> {
  return (await database()).learner.findUnique({ where: { id } })
}

/** Stores a new hash of the same passphrase. False where another hash has been stored meanwhile. */
export async function renewPassphraseHash(
  id: string,
  oldHash: string,
  passphraseHash: string,
): Promise<boolean> {
  const db = await database()
  return (
    (
      await withBusyRetry(() =>
        db.learner.updateMany({ where: { id, passphraseHash: oldHash }, data: { passphraseHash } }),
      )
    ).count > 0
  )
}

/** Stores the day on which a learner was last here. */
export async function storeLastSeenOn(id: string, lastSeenOn: Day): Promise<void> {
  const db = await database()
  await withBusyRetry(() => db.learner.updateMany({ where: { id }, data: { lastSeenOn } }))
}

/** A learner, and the day on which they were last here. */
export type LastSeen = Pick<Learner, 'id' | 'lastSeenOn'>

/**
 * Some of those who were last here on this day or before, and have no session that still lives: a
 * sign-in counts before its first page. Those who have been away longest come first, from the one
 * after `after`.
 */
export async function findLearnersSeenUntil(options: {
  day: Day
  now: Date
  after: LastSeen | null
  max: number
}): Promise<LastSeen[]> {
  const { day, now, after, max } = options
  const db = await database()
  return db.$queryRaw`
    SELECT "id", "lastSeenOn" FROM "Learner"
    WHERE "lastSeenOn" <= ${day} AND ("lastSeenOn", "id") > (${after?.lastSeenOn ?? ''},
      ${after?.id ?? ''})
      AND NOT EXISTS (SELECT 1 FROM "Session" WHERE "learnerId" = "Learner"."id"
      AND "expiresAt" > ${now})
    ORDER BY "lastSeenOn", "id" LIMIT ${max}`
}
