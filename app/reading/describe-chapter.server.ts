import { publishedIn } from '../comments/published.server.ts'
import { fromCountry, newestFew } from '../comments/published-comment.ts'
import { chapterAddress, inLanguage, neighbours } from '../courses/model/chapter.ts'
import { countryName } from '../courses/model/countries.ts'
import { pseudoRtl } from '../i18n/languages.ts'
import { dayOf } from '../platform/calendar-day.ts'
import type { Clock } from '../platform/clock.ts'
import type { QuizState } from '../quizzes/chapter-quiz/quiz-state.ts'
import { type Reading, readChapter, sectionsOf, textsFor } from './chapter-page.server.tsx'

/** Where a reading stands among the readers’ comments. */
export const placeOf = ({ course, chapter }: Reading) => ({
  course: course.id,
  chapter: chapter.slug,
})

/**
 * All that a chapter's page shows to its reader. `missing` is a country that was asked for and has
 * no comment there; `answered` and `again` are what `readChapter` takes.
 */
export async function describeChapter(
  reading: Reading,
  clock: Clock,
  options: {
    country: string | null
    missing?: string | null
    again?: string | null
    answered?: QuizState
  },
) {
  const { course, chapter, language } = reading
  const { text, courseText, isFallback } = textsFor(reading)
  const page = await readChapter(reading, { ...options, today: dayOf(clock.now()) })
  const { previous, next } = neighbours(course, chapter)
  const link = (other: typeof next) =>
    other
      ? {
          title: inLanguage(other.texts, language.tag, course.source).text.title,
          address: chapterAddress(other, language),
        }
      : null
  const source = chapter.texts.get(course.source)
  const published = publishedIn(placeOf(reading))
  return {
    ...page,
    address: chapterAddress(chapter, language),
    contentsAddress: `/${language.tag}/courses/${course.id}`,
    number: chapter.number,
    courseTitle: courseText.title,
    part: courseText.parts[chapter.part] ?? '',
    title: text.title,
    summary: text.summary,
    objectives: text.objectives,
    minutes: text.minutes,
    questions: text.questions.length,
    countries: new Set(text.comments.map((comment) => comment.country)).size,
    sections: sectionsOf(reading),
    readers: {
      comments: newestFew(fromCountry(published, options.country)),
      count: published.length,
      country: options.country,
    },
    noneFrom: options.missing ? countryName(options.missing, language.tag) : null,
    isGuest: reading.learnerId === null,
    hasWords: text.terms.length > 0,
    fallbackTo:
      isFallback && language !== pseudoRtl
        ? {
            tag: text.lang,
            name:
              new Intl.DisplayNames([language.tag, 'en'], { type: 'language' }).of(text.lang) ??
              text.lang,
          }
        : null,
    state: text.state,
    isOld: text.version < (source?.version ?? 0),
    previous: link(previous),
    next: link(next),
  }
}

/** What a chapter's page is made of. */
export type ChapterPageData = Awaited<ReturnType<typeof describeChapter>>
