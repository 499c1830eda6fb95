import { inLanguage } from '../courses/model/chapter.ts'
import { formatDay } from '../i18n/format-day.ts'
import { dayOf } from '../platform/calendar-day.ts'
import { environment } from '../platform/environment.server.ts'
import { seated } from './circle.ts'
import { readSharedProgress } from './people/shared-progress.server.ts'
import { electors, proposalEffect } from './people/trainer-rules.ts'
import { checkRules } from './plan/check-rules.ts'
import { chaptersNotPlanned, nameChapter } from './plan/planned-chapters.ts'
import { ruleSet } from './plan/rule-set.server.ts'
import type { CircleRequest } from './require-circle.server.ts'
import {
  listMeetings,
  nameOf,
  nextMeeting,
  showDecisions,
  shownSuccession,
  showTasks,
} from './show-circle.ts'
import { retiresOn, totalsOf } from './totals.ts'

/**
 * What a circle's own page shows to the person who asks: to a trainer also what members share with
 * trainers, and what the rules of the organisation say.
 */
export async function circleHome(own: CircleRequest) {
  const { id, circle, seat, clock, language, t, course, frame } = own
  const meetings = listMeetings(circle, course, language, clock.now())
  const people = seated(circle)
  const planned = [...new Set(circle.meetings.flatMap(({ chapters }) => chapters))]
  const next = nextMeeting(meetings, circle, clock.now())
  const near = next?.chapters.map(({ slug }) => slug) ?? []
  const { proposal } = circle
  const shared = seat.isTrainer && course ? await readSharedProgress(id, circle, course) : []
  return {
    // The browser's history notes a page's title: it must not be the circle's name (P7, P8).
    title: t('circles:yourCircle'),
    frame,
    course: course && {
      title: inLanguage(course.texts, language.tag, course.source).text.title,
      address: `/${language.tag}/courses/${course.id}`,
    },
    aim: circle.aim,
    timeZone: circle.timeZone,
    meetings,
    next,
    decisions: showDecisions(circle, language),
    tasks: showTasks(circle, language),
    isAlone: people.length === 1,
    hasNoTrainer: !people.some(({ isTrainer }) => isTrainer),
    notPlanned: (seat.isTrainer ? chaptersNotPlanned(circle, course) : []).flatMap(
      (slug) => nameChapter(course, slug, language.tag) ?? [],
    ),
    chaptersRead: planned.flatMap((slug) => {
      const chapter = nameChapter(course, slug, language.tag)
      if (!chapter) return []
      const names = people
        .filter(({ chaptersRead }) => chaptersRead.includes(slug))
        .map(({ name }) => name)
      return [
        { chapter, isNear: near.includes(slug), isRead: seat.chaptersRead.includes(slug), names },
      ]
    }),
    sharesProgress: seat.sharesProgress,
    shared: shared.map(({ name, finished, of }) => ({
      name,
      of,
      finished: finished.flatMap((slug) => nameChapter(course, slug, language.tag) ?? []),
    })),
    rules: seat.isTrainer ? { checked: checkRules(circle, ruleSet), source: ruleSet.source } : null,
    succession: shownSuccession(circle, dayOf(clock.now()), language),
    proposal: proposal && {
      name: nameOf(circle, proposal.seat) ?? '',
      agreed: proposal.supporters.length,
      of: electors(circle).length,
      isAgreed: proposal.supporters.includes(seat.id),
      on: formatDay(proposalEffect(circle, proposal, dayOf(clock.now())), language.tag),
    },
    totals: totalsOf(circle),
    isClosed: circle.closedOn !== null,
    erasedOn: formatDay(retiresOn(circle, environment.CIRCLE_MONTHS), language.tag),
  }
}
