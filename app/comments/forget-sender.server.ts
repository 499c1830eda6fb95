import { deleteCommentsOf, removeSenderName } from './comment-store.server.ts'
import { refreshPublished } from './published.server.ts'

/**
 * Forgets whose comments a learner's are, before their account is erased (SAFETY P9): what was
 * published stays without a name or goes, as they choose; what waits or was declined goes. May be
 * done twice.
 */
export async function forgetSender(
  learnerId: string,
  { published }: { published: 'keep-without-name' | 'remove' },
): Promise<void> {
  if (published === 'keep-without-name') await removeSenderName(learnerId)
  await deleteCommentsOf(learnerId)
  await refreshPublished()
}
