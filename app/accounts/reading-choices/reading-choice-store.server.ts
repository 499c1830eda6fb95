import { withBusyRetry } from '../../platform/busy-retry.server.ts'
import { invalidate } from '../../platform/cache-version.server.ts'
import { database } from '../../platform/database.server.ts'

/** Stores how a learner wants pages to look; null for as they come. */
export async function storeReadingChoices(
  learnerId: string,
  choices: string | null,
): Promise<void> {
  const db = await database()
  await withBusyRetry(() =>
    db.learner.updateMany({ where: { id: learnerId }, data: { readingChoices: choices } }),
  )
  invalidate(learnerId)
}
