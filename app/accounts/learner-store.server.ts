import { withBusyRetry } from '../platform/busy-retry.server.ts'
import type { Day } from '../platform/calendar-day.ts'
import { database } from '../platform/database.server.ts'
import type { Learner } from '../platform/prisma/client.ts'
import { nameSkeletons } from '../safety/name-skeletons.ts'

function isNotUnique(error: unknown): boolean {
  return error instanceof Error && (error as { code?: unknown }).code === 'P2002'
}

/**
 * Stores a new learner. False when someone else has the pseudonym already, or one that can be taken
 * for it.
 */
export async function insertLearner(
  learner: Omit<Learner, 'answersCountedFrom'>,
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
    if (!isNotUnique(error)) throw error
    // A busy database may have taken the first try although it said no: then the row is ours.
    return (await findLearnerByKey(learner.pseudonymKey))?.id === learner.id
  }
}

/**
 * Stores what pseudonyms look like that were made before that was stored. Where two look alike,
 * both accounts stay, and the skeleton belongs to one of them: nobody gets a third.
 */
export async function storeMissingSkeletons(): Promise<void> {
  const db = await database()
  const learners = await db.learner.findMany({
    where: { skeletons: { none: {} } },
    select: { id: true, pseudonym: true },
  })
  const rows = learners.flatMap(({ id, pseudonym }) =>
    nameSkeletons(pseudonym).map((skeleton) => ({ skeleton, id })),
  )
  if (rows.length === 0) return
  await withBusyRetry(() =>
    db.$transaction(
      rows.map(
        ({ skeleton, id }) =>
          db.$executeRaw`INSERT INTO "PseudonymSkeleton" ("skeleton", "learnerId") SELECT ${skeleton}, "id" FROM "Learner"
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

/**
 * Who was last here on this day or before, and has no session that still lives: a sign-in counts
 * before its first page.
 */
export async function findLearnersSeenUntil(
  day: Day,
  now: Date,
): Promise<Pick<Learner, 'id' | 'lastSeenOn'>[]> {
  return (await database()).learner.findMany({
    where: { lastSeenOn: { lte: day }, sessions: { none: { expiresAt: { gt: now } } } },
    select: { id: true, lastSeenOn: true },
  })
}
