import type { AppLoadContext } from '@remix-run/node'
import { publishedIn } from '../comments/published.server.ts'
import { fromCountry, newestFew } from '../comments/published-comment.ts'
import { chapterAddress, neighbours } from '../courses/model/chapter.ts'
import { carriedQuery, countryName, isCountry } from '../courses/model/countries.ts'
import { firstSentence } from '../i18n/first-sentence.ts'
import { pseudoRtl } from '../i18n/languages.ts'
import { languageName } from '../i18n/locale.ts'
import { notedSections } from '../notes/note-store.server.ts'
import { dayOf } from '../platform/calendar-day.ts'
import { proofState } from '../progress/proofs/make-proof.server.ts'
import type { QuizState } from '../quizzes/chapter-quiz/quiz-state.ts'
import { readChapter } from './chapter-page.server.tsx'
import { ownEnd, ownFacts, ownSections } from './chapter-pieces.server.tsx'
import { nearest } from './countries/tile-map.ts'
import { picturesLink } from './pictures-link.server.ts'
import { carriedBy, checkAfter, linkTo, type Reading, sectionsOf, textsFor } from './reading.ts'

/** Where a reading stands among the readers’ comments. */
const placeOf = ({ course, chapter }: Reading) => ({
  course: course.id,
  chapter: chapter.slug,
})

/** How far, in squares of the map, a country may lie from another to be called near. */
const near = 7

/**
 * What a chapter has of a country that was asked for: its comments, or those of countries near it,
 * each with the first one's place on the page.
 */
function commentsFrom(reading: Reading, wanted: string | null) {
  const { comments } = textsFor(reading).text
  const all = [...comments, ...publishedIn(placeOf(reading))]
  if (!wanted || !isCountry(wanted)) return { country: null, noneFrom: null }
  if (all.some(({ country }) => country === wanted)) return { country: wanted, noneFrom: null }
  const { tag } = reading.language
  const codes = [...new Set(comments.map(({ country }) => country))]
  return {
    country: null,
    noneFrom: {
      name: countryName(wanted, tag),
      near: nearest(wanted, codes, 3, near).map((code) => ({
        name: countryName(code, tag),
        place: comments.find(({ country }) => country === code)?.id ?? 'comments',
      })),
    },
  }
}

/** A language with its name in the page's. */
const languageNamed = (tag: string, { tag: own }: Reading['language']) => ({
  tag,
  name: languageName(tag, own),
})

/** Where a learner who has read the last chapter can make a proof of study; null where they cannot. */
async function proofAfter(reading: Reading, isRead: boolean): Promise<string | null> {
  const { course, language, learnerId } = reading
  if (!learnerId || !isRead || !checkAfter(reading)) return null
  const { kind } = await proofState(course, learnerId)
  return kind === 'ready' ? `/${language.tag}/courses/${course.id}/proof` : null
}

/**
 * All that a chapter's page shows to its reader. `wanted` is the code of a country whose comments
 * were asked for; `answered` and `again` are what `readChapter` takes.
 */
export async function describeChapter(
  reading: Reading,
  { clock, place }: Pick<AppLoadContext, 'clock' | 'place'>,
  options: {
    wanted: string | null
    again?: string | null
    answered?: QuizState
  },
) {
  const { course, chapter, language } = reading
  const { text, courseText, isFallback } = textsFor(reading)
  const { country, noneFrom } = commentsFrom(reading, options.wanted)
  const today = dayOf(clock.now())
  const { learnerId } = reading
  const noted = learnerId ? await notedSections(learnerId, placeOf(reading)) : []
  const { text: pieces, progress } = await readChapter(reading, {
    ...options,
    country,
    today,
    noted,
  })
  const proofAt = await proofAfter(reading, Boolean(progress?.readOn))
  const query = carriedBy(reading)
  const { previous, next } = neighbours(course, chapter)
  const source = chapter.texts.get(course.source)
  const published = publishedIn(placeOf(reading))
  const fallbackTo =
    isFallback && language !== pseudoRtl ? languageNamed(text.lang, language) : null
  const sectionList = {
    sections: sectionsOf(reading),
    hasWords: text.terms.length > 0,
    lang: fallbackTo?.tag ?? null,
  }
  return {
    html: place(pieces),
    // In places of their own: what is kept of a page says nothing of its reader (decision 064).
    ownSections: progress && place(ownSections(reading, sectionList, progress)),
    ownSectionsFolded: progress && place(ownSections(reading, sectionList, progress)),
    ownFacts: progress && place(ownFacts(reading, progress)),
    ownEnd: progress && place(ownEnd(reading, { progress, notes: noted.length, proofAt })),
    address: chapterAddress(chapter, language),
    pictures: picturesLink(text, course, reading),
    query,
    allCountries: carriedQuery(null, reading.pictures !== 'left out'),
    contentsAddress: `/${language.tag}/courses/${course.id}${query}`,
    number: chapter.number,
    courseTitle: courseText.title,
    part: courseText.parts[chapter.part] ?? '',
    title: text.title,
    summary: text.summary,
    description: firstSentence(text.summary, text.lang),
    objectives: text.objectives,
    minutes: text.minutes,
    questions: text.questions.length,
    countries: new Set(text.comments.map((comment) => comment.country)).size,
    sections: sectionList.sections,
    sectionList,
    readers: {
      comments: newestFew(fromCountry(published, country)),
      count: published.length,
      country,
    },
    country: country && countryName(country, language.tag),
    noneFrom,
    isGuest: learnerId === null,
    fallbackTo,
    state: text.state,
    isOld: text.version < (source?.version ?? 0),
    previous: linkTo(reading, previous),
    next: linkTo(reading, next),
    courseCheck: checkAfter(reading),
  }
}

/** What a chapter's page is made of. */
export type ChapterPageData = Awaited<ReturnType<typeof describeChapter>>
