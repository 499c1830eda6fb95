import { addComment, commentsOf, type NewComment } from './comment-store.server.ts'
import { maxWaiting } from './written-comment.ts'

/**
 * How sending ended. Sent before: the same text waits or is published already, as after a button
 * pressed twice.
 */
export type SendOutcome = { kind: 'sent' } | { kind: 'sent-before' } | { kind: 'too-many-waiting' }

/**
 * Sends a comment to the moderators. Nobody else sees it until one of them has published it (SAFETY
 * P16).
 */
export async function sendComment(comment: NewComment): Promise<SendOutcome> {
  if (await addComment(comment, maxWaiting)) return { kind: 'sent' }
  const isThere = (await commentsOf(comment.learnerId)).some(
    (one) =>
      one.course === comment.course &&
      one.chapter === comment.chapter &&
      one.text === comment.text &&
      one.state !== 'declined',
  )
  return { kind: isThere ? 'sent-before' : 'too-many-waiting' }
}
