import type { z } from 'zod'
import type { Catalogue } from '../../courses/model/chapter.ts'
import type { Clock } from '../../platform/clock.ts'
import type { PlannedMeeting } from '../circle.ts'
import { newInnerId } from '../ids.server.ts'
import { plannedChapters } from '../plan/planned-chapters.ts'
import { proposePlan } from '../plan/propose-plan.ts'
import { type Refusal, refused } from '../refusal.ts'
import { createCircle } from './create-circle.server.ts'
import type { newCircleForm } from './new-circle-form.ts'

/**
 * Starts a circle about a course, with a proposed plan that shares its chapters out over the
 * meetings. The wish is one in which `problemsOfWish` found nothing.
 */
export async function createCircleWithPlan(options: {
  learnerId: string
  wish: z.infer<typeof newCircleForm>
  catalogue: Pick<Catalogue, 'courses'>
  clock: Clock
}): Promise<{ kind: 'started'; id: string } | Refusal> {
  const { learnerId, wish, catalogue, clock } = options
  const course = catalogue.courses.get(wish.course)
  if (!course) return refused('circles:refused.courseUnknown')
  const plan = proposePlan({ ...wish, chapters: plannedChapters(course) })
  const meetings = plan.meetings.map(
    (meeting): PlannedMeeting => ({ ...meeting, id: newInnerId(), start: wish.start }),
  )
  return createCircle({ id: wish.id, learnerId, wish: { ...wish, meetings }, clock })
}
