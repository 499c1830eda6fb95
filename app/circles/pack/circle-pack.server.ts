import { environment } from '../../platform/environment.server.ts'
import { siteAddress } from '../../platform/site-address.server.ts'
import type { Circle } from '../circle.ts'
import type { CircleRequest } from '../require-circle.server.ts'
import { makePack } from './make-pack.server.tsx'

/** Whether somebody can join the circle with its code now. */
export const isOpenToJoin = ({ join, closedOn }: Circle) => join.isOpen && closedOn === null

// Packs are written one at a time: each holds a few megabytes while it is.
let work: Promise<unknown> = Promise.resolve()

/** A circle's papers for the person who asks, in their language; null where its course is gone. */
export async function circlePack(
  own: CircleRequest,
  request: Request,
  version: string,
): Promise<string | null> {
  const { circle, course, language, seat, clock } = own
  if (!course) return null
  const joinAddress = isOpenToJoin(circle)
    ? `${siteAddress(request)}/${language.tag}/join/${circle.join.code}`
    : null
  const pack = work.then(() =>
    makePack({
      circle,
      course,
      language,
      isTrainer: seat.isTrainer,
      withNames: new URL(request.url).searchParams.has('names'),
      siteName: environment.SITE_NAME,
      version,
      now: clock.now(),
      joinAddress,
    }),
  )
  work = pack.catch(() => {})
  return pack
}
