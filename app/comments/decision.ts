/**
 * Why a comment is declined or taken back: what its sender is told. The words are texts of the
 * interface.
 */
export const declineReasons = [
  'names-someone',
  'points-out-sender',
  'not-about-chapter',
  'no-experience',
  'hostile',
  'cannot-judge',
  'other',
] as const

/** One of {@link declineReasons}. */
export type DeclineReason = (typeof declineReasons)[number]

/** Where a comment stands. One that its sender withdraws is deleted. */
export type CommentState = 'waiting' | 'published' | 'declined'

/** What a moderator decides. A moderator never changes another's words. */
export type ModeratorDecision =
  | { to: 'published' }
  | { to: 'declined'; reason: DeclineReason; note: string | null }

/**
 * Whether a moderator may decide so on a comment that stands there. What is declined stays so: its
 * sender may have taken it for settled.
 */
export function mayDecide(from: CommentState, to: ModeratorDecision['to']): boolean {
  return from === 'waiting' || (from === 'published' && to === 'declined')
}

/** How long a moderator's own words to the sender may be, in characters. */
export const maxNoteLength = 500
