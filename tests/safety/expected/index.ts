import type { ExpectedRoutes } from '../expectation.ts'
import { accountRoutes } from './accounts.ts'
import { circleRoutes } from './circles.ts'
import { commentRoutes } from './comments.ts'
import { meetingRoutes } from './meetings.ts'
import { noteRoutes } from './notes.ts'
import { questionRoutes } from './questions.ts'
import { readingRoutes } from './reading.ts'
import { reviewRoutes } from './reviews.ts'
import { safetyRoutes } from './safety.ts'

/** What every route of the site answers to whom. One file for each module's routes. */
export const expectedRoutes: ExpectedRoutes = {
  ...readingRoutes,
  ...accountRoutes,
  ...circleRoutes,
  ...commentRoutes,
  ...meetingRoutes,
  ...noteRoutes,
  ...questionRoutes,
  ...reviewRoutes,
  ...safetyRoutes,
}
