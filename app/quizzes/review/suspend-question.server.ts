import { placesIn } from '../cross-chapter/cross-chapter-questions.ts'
import { setSuspended } from './review-store.server.ts'

/**
 * Never asks a question again in a learner's review, or asks it again after all. Returns false
 * where the learner has no such question.
 */
export async function suspendQuestion({
  learnerId,
  id,
  isSuspended,
}: {
  learnerId: string
  id: string
  isSuspended: boolean
}): Promise<boolean> {
  const [place] = placesIn(new URLSearchParams({ id }))
  return place ? setSuspended(learnerId, place, isSuspended) : false
}
