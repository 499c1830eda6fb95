import { withBusyRetry } from '../../platform/busy-retry.server.ts'
import { database } from '../../platform/database.server.ts'

/** Stores the hashes of a learner's new codes and deletes the old ones, all or nothing. */
export async function replaceCodes(learnerId: string, hashes: string[]): Promise<void> {
  const db = await database()
  await withBusyRetry(() =>
    db.$transaction([
      db.recoveryCode.deleteMany({ where: { learnerId } }),
      db.recoveryCode.createMany({ data: hashes.map((hash) => ({ hash, learnerId })) }),
    ]),
  )
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
