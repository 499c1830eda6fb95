import { deleteOwnComment } from './comment-store.server.ts'
import { refreshPublished } from './published.server.ts'

/**
 * Withdraws a comment of a learner's own, published or not: it is deleted, and gone from the
 * chapter at once. False when it is not theirs.
 */
export async function withdrawComment(learnerId: string, id: number): Promise<boolean> {
  const deleted = await deleteOwnComment(learnerId, id)
  // Whatever it was when it was looked up: a moderator may have published it in between.
  if (deleted) await refreshPublished(deleted)
  return deleted !== null
}
