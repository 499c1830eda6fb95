import type { Catalogue } from '../../courses/model/chapter.ts'
import type { Day } from '../../platform/calendar-day.ts'
import { type Forecast, forecast } from './forecast.ts'
import { cardDays } from './review-store.server.ts'

/** When a learner's questions come back, and how many wait today in each chapter of a course. */
export interface LearnersForecast extends Forecast {
  waitingIn(course: string, chapter: string): number
}

/**
 * When the questions come back that a learner has answered. Those that are no more in the courses,
 * and those that are never to be asked again, do not.
 */
export async function readForecast(options: {
  catalogue: Catalogue
  learnerId: string
  today: Day
}): Promise<LearnersForecast> {
  const { catalogue, learnerId, today } = options
  const cards = (await cardDays(learnerId)).filter(({ course, chapter, question }) =>
    catalogue.courses
      .get(course)
      ?.chapters.find(({ slug }) => slug === chapter)
      ?.questionHashes.has(question),
  )
  return {
    ...forecast(
      cards.map(({ dueOn }) => dueOn),
      today,
    ),
    waitingIn: (course, chapter) =>
      cards.filter(
        (card) => card.course === course && card.chapter === chapter && card.dueOn <= today,
      ).length,
  }
}
