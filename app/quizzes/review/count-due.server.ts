import type { Catalogue } from '../../courses/model/chapter.ts'
import type { Day } from '../../platform/calendar-day.ts'
import { aDay } from './choose-review.ts'
import { countCards } from './review-store.server.ts'

/**
 * How many questions wait in a learner's review today: never more than a day asks for, so that no
 * mountain is seen from afar.
 */
export async function countDue(options: {
  catalogue: Catalogue
  learnerId: string
  today: Day
}): Promise<number> {
  const { waiting, asked } = await countCards(
    options.learnerId,
    [...options.catalogue.courses.keys()],
    options.today,
  )
  return Math.max(0, Math.min(waiting, aDay - asked))
}
