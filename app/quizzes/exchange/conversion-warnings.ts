import type { Translate } from '../../i18n/i18n.ts'

/**
 * Each kind of thing that is lost when questions are carried away or brought in: what, and why, as
 * keys of the texts.
 */
const losses = {
  scenario: { what: 'questions:lossScenario', why: 'questions:lossScenarioWhy' },
  severalGaps: { what: 'questions:lossSeveralGaps', why: 'questions:lossSeveralGapsWhy' },
  longId: { what: 'questions:lossLongId', why: 'questions:lossLongIdWhy' },
  longRightSide: { what: 'questions:lossLongRightSide', why: 'questions:lossLongRightSideWhy' },
  manyRight: { what: 'questions:lossManyRight', why: 'questions:lossManyRightWhy' },
  hints: { what: 'questions:lossHints', why: 'questions:lossHintsWhy' },
  reasonsTogether: {
    what: 'questions:lossReasonsTogether',
    why: 'questions:lossReasonsTogetherWhy',
  },
  orderAsMatch: { what: 'questions:lossOrderAsMatch', why: 'questions:lossOrderAsMatchWhy' },
  essayMark: { what: 'questions:lossEssayMark', why: 'questions:lossEssayMarkWhy' },
  hintsBelow: { what: 'questions:lossHintsBelow', why: 'questions:lossHintsBelowWhy' },
  characters: { what: 'questions:lossCharacters', why: 'questions:lossCharactersWhy' },
  multilang: { what: 'questions:lossMultilang', why: 'questions:lossMultilangWhy' },
  trueFalseUnclear: {
    what: 'questions:lossTrueFalseUnclear',
    why: 'questions:lossTrueFalseUnclearWhy',
  },
  orderUnclear: { what: 'questions:lossOrderUnclear', why: 'questions:lossOrderUnclearWhy' },
  badShare: { what: 'questions:lossBadShare', why: 'questions:lossBadShareWhy' },
  brokenGaps: { what: 'questions:lossBrokenGaps', why: 'questions:lossBrokenGapsWhy' },
  manyGaps: { what: 'questions:lossManyGaps', why: 'questions:lossManyGapsWhy' },
  choiceGap: { what: 'questions:lossChoiceGap', why: 'questions:lossChoiceGapWhy' },
  markupInText: { what: 'questions:lossMarkupInText', why: 'questions:lossMarkupInTextWhy' },
  leftOutByMoodle: {
    what: 'questions:lossLeftOutByMoodle',
    why: 'questions:lossLeftOutByMoodleWhy',
  },
  otherType: { what: 'questions:lossOtherType', why: 'questions:lossOtherTypeWhy' },
  unreadable: { what: 'questions:lossUnreadable', why: 'questions:lossUnreadableWhy' },
  description: { what: 'questions:lossDescription', why: 'questions:lossDescriptionWhy' },
  pictures: { what: 'questions:lossPictures', why: 'questions:lossPicturesWhy' },
  formatting: { what: 'questions:lossFormatting', why: 'questions:lossFormattingWhy' },
  tolerance: { what: 'questions:lossTolerance', why: 'questions:lossToleranceWhy' },
  partialCredit: { what: 'questions:lossPartialCredit', why: 'questions:lossPartialCreditWhy' },
  wildcard: { what: 'questions:lossWildcard', why: 'questions:lossWildcardWhy' },
  generalFeedback: {
    what: 'questions:lossGeneralFeedback',
    why: 'questions:lossGeneralFeedbackWhy',
  },
  eitherRight: { what: 'questions:lossEitherRight', why: 'questions:lossEitherRightWhy' },
  noRightAnswer: { what: 'questions:lossNoRightAnswer', why: 'questions:lossNoRightAnswerWhy' },
  unpaired: { what: 'questions:lossUnpaired', why: 'questions:lossUnpairedWhy' },
  raised: { what: 'questions:lossRaised', why: 'questions:lossRaisedWhy' },
  table: { what: 'questions:lossTable', why: 'questions:lossTableWhy' },
  formula: { what: 'questions:lossFormula', why: 'questions:lossFormulaWhy' },
  retired: { what: 'questions:lossRetired', why: 'questions:lossRetiredWhy' },
  combinedFeedback: {
    what: 'questions:lossCombinedFeedback',
    why: 'questions:lossCombinedFeedbackWhy',
  },
  graderNotes: { what: 'questions:lossGraderNotes', why: 'questions:lossGraderNotesWhy' },
  responseTemplate: {
    what: 'questions:lossResponseTemplate',
    why: 'questions:lossResponseTemplateWhy',
  },
  caseMatters: { what: 'questions:lossCaseMatters', why: 'questions:lossCaseMattersWhy' },
  fixedOrder: { what: 'questions:lossFixedOrder', why: 'questions:lossFixedOrderWhy' },
  penalty: { what: 'questions:lossPenalty', why: 'questions:lossPenaltyWhy' },
  marks: { what: 'questions:lossMarks', why: 'questions:lossMarksWhy' },
  marksOff: { what: 'questions:lossMarksOff', why: 'questions:lossMarksOffWhy' },
  tags: { what: 'questions:lossTags', why: 'questions:lossTagsWhy' },
  category: { what: 'questions:lossCategory', why: 'questions:lossCategoryWhy' },
  showsSome: { what: 'questions:lossShowsSome', why: 'questions:lossShowsSomeWhy' },
  units: { what: 'questions:lossUnits', why: 'questions:lossUnitsWhy' },
  otherSetting: { what: 'questions:lossOtherSetting', why: 'questions:lossOtherSettingWhy' },
  trueFalseByPlace: {
    what: 'questions:lossTrueFalseByPlace',
    why: 'questions:lossTrueFalseByPlaceWhy',
  },
  emptyAnswer: { what: 'questions:lossEmptyAnswer', why: 'questions:lossEmptyAnswerWhy' },
} as const

/** The name of a kind of loss. */
export type LossName = keyof typeof losses

/** The kinds of losses, those first in which a whole question is lost. */
export const lossNames = Object.keys(losses) as LossName[]

/**
 * Something that could not be carried over: of which question, and what. The line is that of the
 * file that was read.
 */
export interface Loss {
  question: string
  loss: LossName
  line?: number
  /** The words or characters that were lost, where that helps. */
  detail?: string
}

/** A loss in words: of which question, what was lost, and why. */
export function describeLoss(
  { question, loss, detail = '' }: Loss,
  t: Translate,
): { question: string; what: string; why: string } {
  const { what, why } = losses[loss]
  return { question, what: t(what, { detail }), why: t(why, { detail }) }
}
