import { withBusyRetry } from '../../platform/busy-retry.server.ts'
import { database } from '../../platform/database.server.ts'
import type { Session } from '../../platform/prisma/client.ts'

async function hasSession(id: string): Promise<boolean> {
  return (await (await database()).session.count({ where: { id } })) > 0
}

/**
 * Stores a new session if the learner still has the passphrase that was checked for it, in one
 * statement: a change that came between the check and this leaves no session behind (SAFETY P13).
 */
export async function insertCheckedSession(
  session: Session,
  checkedHash: string,
): Promise<boolean> {
  const db = await database()
  await withBusyRetry(
    () => db.$executeRaw`
      INSERT INTO "Session" ("id", "learnerId", "ownDevice", "startedOn", "expiresAt")
      SELECT ${session.id}, "id", ${session.ownDevice}, ${session.startedOn}, ${session.expiresAt}
      FROM "Learner" WHERE "id" = ${session.learnerId} AND "passphraseHash" = ${checkedHash}
      ON CONFLICT DO NOTHING`,
  )
  return hasSession(session.id)
}

/**
 * What a new passphrase is set by: the present one, or a recovery code, each as its stored hash.
 */
export type PassphraseProof = { passphraseHash: string } | { codeHash: string }

/**
 * Sets a new passphrase, uses up the code that it was set by, ends every session and stores a new
 * one, all or nothing. False, with nothing changed, where another request was first to change the
 * passphrase or to use the code.
 */
export async function replacePassphrase(
  newHash: string,
  proof: PassphraseProof,
  session: Session,
): Promise<boolean> {
  const db = await database()
  const { learnerId } = session
  const replaced =
    'codeHash' in proof
      ? db.$executeRaw`
          UPDATE "Learner" SET "passphraseHash" = ${newHash} WHERE "id" = ${learnerId} AND EXISTS
            (SELECT 1 FROM "RecoveryCode" WHERE "learnerId" = ${learnerId}
              AND "hash" = ${proof.codeHash})`
      : db.$executeRaw`
          UPDATE "Learner" SET "passphraseHash" = ${newHash}
          WHERE "id" = ${learnerId} AND "passphraseHash" = ${proof.passphraseHash}`
  const codeHash = 'codeHash' in proof ? proof.codeHash : ''
  await withBusyRetry(() =>
    db.$transaction([
      replaced,
      db.$executeRaw`
        DELETE FROM "Session" WHERE "learnerId" =
          (SELECT "id" FROM "Learner" WHERE "id" = ${learnerId} AND "passphraseHash" = ${newHash})`,
      db.$executeRaw`
        INSERT INTO "Session" ("id", "learnerId", "ownDevice", "startedOn", "expiresAt")
        SELECT ${session.id}, "id", ${session.ownDevice}, ${session.startedOn}, ${session.expiresAt}
        FROM "Learner" WHERE "id" = ${learnerId} AND "passphraseHash" = ${newHash}`,
      db.$executeRaw`DELETE FROM "RecoveryCode" WHERE "learnerId" = ${learnerId}
        AND "hash" = ${codeHash}`,
    ]),
  )
  return hasSession(session.id)
}
