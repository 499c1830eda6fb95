import type { Catalogue } from '../../courses/model/chapter.ts'
import type { Language } from '../../i18n/languages.ts'
import type { Clock } from '../../platform/clock.ts'
import { circlesOf, findOwnCircle } from '../circle-store.server.ts'
import { listMeetings, nextMeeting } from '../show-circle.ts'
import { type OwnTask, tasksFor } from './tasks-for.ts'

/** A circle as it stands among what is at hand today: when it meets next, and what its member does. */
export interface TodaysCircle {
  id: string
  name: string
  address: string
  timeZone: string
  next: ReturnType<typeof nextMeeting>
  tasks: OwnTask[]
}

/**
 * The circles that a learner sits in and that have not finished, the one that meets soonest first,
 * each with its next meeting and with what the learner is to do, or anybody.
 */
export async function todaysCircles(options: {
  catalogue: Catalogue
  learnerId: string
  language: Language
  clock: Clock
}): Promise<TodaysCircle[]> {
  const { catalogue, learnerId, language, clock } = options
  const open = (await circlesOf(learnerId)).filter(({ closedOn }) => closedOn === null)
  const circles = await Promise.all(
    open.map(async ({ id }): Promise<TodaysCircle | null> => {
      const own = await findOwnCircle(id, learnerId)
      if (!own) return null
      const { circle, seatId } = own
      const course = catalogue.courses.get(circle.course)
      const meetings = listMeetings(circle, course, language, clock.now())
      return {
        id,
        name: circle.name,
        address: `/${language.tag}/circles/${id}`,
        timeZone: circle.timeZone,
        next: nextMeeting(meetings, circle, clock.now()),
        tasks: tasksFor(circle, seatId),
      }
    }),
  )
  const dayOf = ({ next }: TodaysCircle) => (next ? `${next.day} ${next.start}` : '~')
  return circles
    .filter((one) => one !== null)
    .sort((a, b) => (dayOf(a) < dayOf(b) ? -1 : dayOf(a) > dayOf(b) ? 1 : 0))
}
