import type { Catalogue } from '../../courses/model/chapter.ts'
import { translate } from '../../i18n/i18n.ts'
import type { Language } from '../../i18n/languages.ts'
import { type Day, daysAfter } from '../../platform/calendar-day.ts'
import { crossChapterQuestion } from '../cross-chapter/cross-chapter-questions.ts'
import type { PlainQuestion } from '../types/question-type.ts'
import { typeOf } from '../types/question-types.ts'
import { chooseReview } from './choose-review.ts'
import { dueCards } from './review-store.server.ts'

/** A question as it stands on the week's card, and where its answer is explained. */
export interface CardQuestion extends PlainQuestion {
  id: string
  source: { chapter: string; section: string }
}

/**
 * The ten questions of the coming week, today and six days on, that a learner would forget first:
 * to be printed, and the same all day. Those that are no more are left out.
 */
export async function weekCard(options: {
  catalogue: Catalogue
  learnerId: string
  language: Language
  today: Day
}): Promise<CardQuestion[]> {
  const { catalogue, learnerId, language, today } = options
  const courses = [...catalogue.courses.keys()]
  const cards = await dueCards({ learnerId, courses, dueBy: daysAfter(today, 6), today, limit: 60 })
  // A question that works on a document needs more paper than a card has.
  const present = cards.filter((place) => {
    const found = crossChapterQuestion(catalogue, place, language)
    return found !== null && found !== undefined && !found.question.document
  })
  return chooseReview(
    [],
    present.map(({ course, chapter, question }) => ({ course, chapter, question })),
    `${learnerId} ${today} card`,
  )
    .flatMap((place) => crossChapterQuestion(catalogue, place, language) ?? [])
    .map(({ question, source: { chapter, section } }) => ({
      ...typeOf(question).plain(question, translate(language)),
      id: question.id,
      source: { chapter, section },
    }))
}
