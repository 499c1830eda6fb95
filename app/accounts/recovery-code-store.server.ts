import { database } from '../platform/database.server.ts'
import { write } from '../platform/write.server.ts'

/** Stores the hashes of a learner's new codes and deletes the old ones, all or nothing. */
export async function replaceCodes(learnerId: string, hashes: string[]): Promise<void> {
  const db = await database()
  await write(() =>
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

/** Uses a learner's code up. False when there is none with this hash, or another request was first. */
export async function spendCode(learnerId: string, hash: string): Promise<boolean> {
  const db = await database()
  return (await write(() => db.recoveryCode.deleteMany({ where: { learnerId, hash } }))).count > 0
}

/** How many codes a learner has left. */
export async function countCodes(learnerId: string): Promise<number> {
  return (await database()).recoveryCode.count({ where: { learnerId } })
}
