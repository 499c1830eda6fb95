import { formatList } from '../../i18n/format-list.ts'
import { newInnerId } from '../ids.server.ts'
import type { CircleRequest } from '../require-circle.server.ts'
import { listMeetings } from '../show-circle.ts'
import { atSameTime, repeatedChapters } from './plan-rules.ts'
import { chaptersNotPlanned, nameChapter } from './planned-chapters.ts'

/** What the page of a circle's plan shows to its trainers. */
export function showPlan({ circle, clock, language, t, course, frame }: CircleRequest) {
  const chapters = (course?.chapters ?? []).flatMap(
    ({ slug }) => nameChapter(course, slug, language.tag) ?? [],
  )
  const meetings = listMeetings(circle, course, language, clock.now())
  return {
    title: t('circles:plan'),
    frame,
    aim: circle.aim,
    planRevision: circle.planRevision,
    meetings,
    chapters,
    notPlaced: chaptersNotPlanned(circle, course).flatMap(
      (slug) => nameChapter(course, slug, language.tag) ?? [],
    ),
    sameTime: atSameTime(meetings).map(([one, other]) => ({
      first: one.number,
      second: other.number,
    })),
    repeated: repeatedChapters(
      meetings.map(({ state, chapters }) => ({
        state,
        chapters: chapters.map(({ slug }) => slug),
      })),
    ).flatMap(({ slug, places }) => {
      const chapter = nameChapter(course, slug, language.tag)
      const numbers = places.map((place) => String(place + 1))
      return chapter ? { chapter, numbers: formatList(numbers, language.tag) } : []
    }),
    // One more meeting is planned as the last one was, however long that took.
    newMeeting: {
      id: newInnerId(),
      start: meetings.at(-1)?.start ?? '',
      hours: circle.meetings.at(-1)?.hours ?? 2,
    },
    isClosed: circle.closedOn !== null,
  }
}

/** What that page shows. */
export type PlanView = ReturnType<typeof showPlan>
