import { Rating } from 'ts-fsrs'
import type { Confidence } from '../types/question-type.ts'

/**
 * What an answer tells of memory, as FSRS counts it: one rating, or two where one is too little.
 */
type Ratings = [Rating.Again, ...Rating.Again[]] | [Rating.Hard] | [Rating.Good] | [Rating.Easy]

/**
 * The rating of an answer (docs/decisions/027):
 *
 * |          | sure        | fairly, or not said | guessing |
 * |----------|-------------|---------------------|----------|
 * | right    | Easy        | Good                | Hard     |
 * | wrong    | Again twice | Again               | Again    |
 *
 * A mistake that one is sure of counts as forgotten twice: it comes back sooner than another, and
 * before it among those of the same day. It is corrected most easily, and returns when it is not
 * practised (Butterfield & Metcalfe 2001; Butler, Fazio & Marsh 2011).
 */
export function ratingsOf(isRight: boolean, confidence: Confidence | null): Ratings {
  if (!isRight) return confidence === 'sure' ? [Rating.Again, Rating.Again] : [Rating.Again]
  if (confidence === 'sure') return [Rating.Easy]
  return confidence === 'guessing' ? [Rating.Hard] : [Rating.Good]
}
