import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireLearner } from '../accounts/sessions/sessions.server.ts'
import type { Course } from '../courses/model/chapter.ts'
import { type Translate, translate } from '../i18n/i18n.ts'
import type { Language } from '../i18n/languages.ts'
import { requireLanguage } from '../i18n/request-language.server.ts'
import { dayOf } from '../platform/calendar-day.ts'
import type { Clock } from '../platform/clock.ts'
import { orNotFound } from '../platform/http-errors.ts'
import { type Circle, findSeat, type Seat } from './circle.ts'
import type { CircleFrame } from './circle-frame.tsx'
import { findOwnCircle } from './circle-store.server.ts'
import { applyDueProposal } from './people/trainer-rules.ts'

/** A circle as somebody sees it who sits in it. */
export interface OwnCircle {
  id: string
  circle: Circle
  seat: Seat
}

/** All that a page of a circle is made from: the circle, who asks for it and in which language. */
export interface CircleRequest extends OwnCircle {
  learnerId: string
  clock: Clock
  language: Language
  t: Translate
  /** The circle's course; none where the host has taken it away. */
  course: Course | undefined
  frame: CircleFrame
}

type RouteRequest = Pick<LoaderFunctionArgs, 'request' | 'params' | 'context'>

/**
 * A circle by its id, for somebody who sits in it. Throws the "not found" page for everybody else.
 */
export async function requireOwnCircle(options: {
  circleId: string | undefined
  learnerId: string
  clock: Clock
}): Promise<OwnCircle> {
  const own = orNotFound(await findOwnCircle(options.circleId ?? '', options.learnerId))
  const circle = applyDueProposal(own.circle, dayOf(options.clock.now()))
  return { id: own.id, circle, seat: orNotFound(findSeat(circle, own.seatId)) }
}

/**
 * The circle that a request's address names, for somebody who is signed in and sits in it. Sends a
 * guest to sign in first, and throws the "not found" page for everybody else.
 */
export async function requireCircle(route: RouteRequest): Promise<CircleRequest> {
  const { params, context } = route
  const language = requireLanguage(params.lang)
  const { learnerId } = await requireLearner(route)
  const { clock } = context
  const own = await requireOwnCircle({ circleId: params.circle, learnerId, clock })
  const address = `/${language.tag}/circles/${own.id}`
  return {
    ...own,
    learnerId,
    clock,
    language,
    t: translate(language),
    course: context.catalogue.courses.get(own.circle.course),
    frame: { name: own.circle.name, address, isTrainer: own.seat.isTrainer },
  }
}

/**
 * The same, for a trainer of the circle. To its other members what only trainers see does not exist
 * either.
 */
export async function requireTrainer(route: RouteRequest): Promise<CircleRequest> {
  const own = await requireCircle(route)
  orNotFound(own.seat.isTrainer || null)
  return own
}
