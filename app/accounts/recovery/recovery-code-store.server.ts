import { withBusyRetry } from '../../platform/busy-retry.server.ts'
import { database } from '../../platform/database.server.ts'

/**
 * Stores the hashes of a learner's new codes and deletes the old ones, all or nothing. False, with
 * nothing changed, where the passphrase is no longer the one that was checked for it.
 */
export async function replaceCodes(
  hashes: string[],
  { learnerId, checkedHash }: { learnerId: string; checkedHash: string },
): Promise<boolean> {
  const db = await database()
  const [found] = await withBusyRetry(() =>
    db.$transaction([
      // It changes nothing, and keeps the passphrase as it is until the codes are stored.
      db.$executeRaw`
        UPDATE "Learner" SET "passphraseHash" = ${checkedHash}
        WHERE "id" = ${learnerId} AND "passphraseHash" = ${checkedHash}`,
      db.$executeRaw`
        DELETE FROM "RecoveryCode" WHERE "learnerId" =
          (SELECT "id" FROM "Learner"
            WHERE "id" = ${learnerId} AND "passphraseHash" = ${checkedHash})`,
      ...hashes.map(
        (hash) => db.$executeRaw`
          INSERT INTO "RecoveryCode" ("hash", "learnerId") SELECT ${hash}, "id" FROM "Learner"
          WHERE "id" = ${learnerId} AND "passphraseHash" = ${checkedHash}`,
      ),
    ]),
  )
  return found === 1
}

/** The hashes of the codes that a learner has left. */
export async function hashesOfCodes(learnerId: string): Promise<string[]> {
  const codes = await (await database()).recoveryCode.findMany({ where: { learnerId } })
  return codes.map(({ hash }) => hash)
}

/** How many codes a learner has left. */
export async function countCodes(learnerId: string): Promise<number> {
  return (await database()).recoveryCode.count({ where: { learnerId } })
}
