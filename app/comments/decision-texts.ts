import type { CommentState, DeclineReason } from './decision.ts'

/** Why a comment was declined, as keys of the interface's texts. */
export const reasonTexts = {
  'names-someone': 'comments:reason.namesSomeone',
  'points-out-sender': 'comments:reason.pointsOutSender',
  'not-about-chapter': 'comments:reason.notAboutChapter',
  'no-experience': 'comments:reason.noExperience',
  hostile: 'comments:reason.hostile',
  'cannot-judge': 'comments:reason.cannotJudge',
  other: 'comments:reason.other',
} as const satisfies Record<DeclineReason, string>

/** Where a comment stands, as keys of the interface's texts. */
export const stateTexts = {
  waiting: 'comments:isWaiting',
  published: 'comments:isPublished',
  declined: 'comments:isDeclined',
} as const satisfies Record<CommentState, string>
