import type { Day } from '../platform/calendar-day.ts'
import { type CommentToModerate, commentToModerate, storeDecision } from './comment-store.server.ts'
import { type CommentState, type ModeratorDecision, mayDecide } from './decision.ts'
import { refreshPublished } from './published.server.ts'

/**
 * How deciding ended. Otherwise now: another moderator was faster, or it had been decided before.
 * Gone: its sender has withdrawn it.
 */
export type DecideOutcome =
  | { kind: 'decided' }
  | { kind: 'own' }
  | { kind: 'otherwise-now'; comment: CommentToModerate }
  | { kind: 'gone' }

/**
 * Publishes, declines or takes back a comment, if it still stands where the moderator saw it
 * (`from`). Nobody decides on their own (SAFETY P16).
 */
export async function decideComment(
  seen: { id: number; from: CommentState; moderatorId: string; today: Day },
  decision: ModeratorDecision,
): Promise<DecideOutcome> {
  const comment = await commentToModerate(seen.moderatorId, seen.id)
  if (!comment) return { kind: 'gone' }
  if (comment.isOwn) return { kind: 'own' }
  if (mayDecide(seen.from, decision.to) && (await storeDecision(seen, decision))) {
    await refreshPublished(comment)
    return { kind: 'decided' }
  }
  const now = await commentToModerate(seen.moderatorId, seen.id)
  return now ? { kind: 'otherwise-now', comment: now } : { kind: 'gone' }
}
