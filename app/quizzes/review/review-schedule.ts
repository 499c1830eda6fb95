import { type CardInput, createEmptyCard, fsrs, type Grade, State } from 'ts-fsrs'
import { type Day, daysAfter } from '../../platform/calendar-day.ts'
import type { Confidence } from '../types/question-type.ts'
import { ratingsOf } from './review-rating.ts'

/**
 * What is remembered of a learner's memory of one question: FSRS's two numbers, and between which
 * days they were made and are used.
 */
export interface Memory {
  /** Days until the chance to remember has fallen to nine in ten. */
  stability: number
  /** From 1, easy, to 10. */
  difficulty: number
  reviewedOn: Day
  dueOn: Day
}

/** The longest time, in days, after which a question is asked again. */
export const maxInterval = 180

// No steps of minutes: anyone who studies ten minutes on a bus does not come back in ten. No
// chance: the same answers give the same days.
const scheduler = fsrs({
  request_retention: 0.9,
  maximum_interval: maxInterval,
  enable_fuzz: false,
  enable_short_term: false,
})

const dayLength = 24 * 60 * 60 * 1000
const midnight = (day: Day) => new Date(`${day}T00:00:00Z`)

function cardOf(memory: Memory | null, today: Day): CardInput {
  if (!memory) return createEmptyCard(midnight(today))
  const { stability, difficulty, dueOn, reviewedOn } = memory
  const past = { elapsed_days: 0, scheduled_days: 0, learning_steps: 0, reps: 1, lapses: 0 }
  return {
    ...past,
    stability,
    difficulty,
    state: State.Review,
    due: midnight(dueOn),
    last_review: midnight(reviewedOn),
  }
}

function remembered(memory: Memory | null, rating: Grade, today: Day): Memory {
  const { card } = scheduler.next(cardOf(memory, today), midnight(today), rating)
  const wait = Math.min(Math.max(card.scheduled_days, 1), maxInterval)
  return {
    stability: card.stability,
    difficulty: card.difficulty,
    reviewedOn: today,
    dueOn: daysAfter(today, wait),
  }
}

/**
 * What is remembered of a question after an answer, and when it is asked again: tomorrow at the
 * earliest, {@link maxInterval} days on at the latest. Only the first answer of a day tells of
 * memory: later ones come after the reasons were read, and change nothing.
 */
export function scheduleAnswer(
  memory: Memory | null,
  answer: { isRight: boolean; confidence: Confidence | null },
  today: Day,
): Memory {
  if (memory && memory.reviewedOn >= today) return memory
  return ratingsOf(answer.isRight, answer.confidence).reduce<Memory | null>(
    (before, rating) => remembered(before, rating, today),
    memory,
  ) as Memory
}

/** The chance, from 0 to 1, that a question is still remembered on a day. */
export function chanceToRemember(
  { stability, reviewedOn }: Pick<Memory, 'stability' | 'reviewedOn'>,
  today: Day,
): number {
  const days = Math.max(0, (midnight(today).getTime() - midnight(reviewedOn).getTime()) / dayLength)
  return scheduler.forgetting_curve(days, stability)
}
