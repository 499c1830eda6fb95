import { setImmediate as nextTurn } from 'node:timers/promises'
import {
  checkPassphrase,
  type PassphraseCheck,
} from '../accounts/passphrases/check-passphrase.server.ts'
import { endSession } from '../accounts/sessions/sessions.server.ts'
import { forgetInCircles } from '../circles/forget-in-circles.server.ts'
import { forgetSender } from '../comments/forget-sender.server.ts'
import { type Clock, systemClock } from '../platform/clock.ts'
import { deleteLearner } from './learner-data-store.server.ts'
import { type Erased, overwriteErased } from './overwrite-erased.server.ts'
import { findUnused } from './unused-learners.server.ts'

/**
 * What someone decides when they are erased: whether what they published stays without a name, or
 * goes with them.
 */
export interface ErasingChoices {
  published: 'keep-without-name' | 'remove'
}

/**
 * How a module that `accounts` does not know forgets someone, before their account goes. It must be
 * safe to run twice.
 */
type Forget = (learnerId: string, choices: ErasingChoices) => Promise<void>

const forgetting: Forget[] = [(learnerId) => forgetInCircles(learnerId, systemClock), forgetSender]

/** How erasing oneself ended. The cookie is the Set-Cookie header that takes the session away. */
export type ErasePersonOutcome =
  | ({ kind: 'erased'; cookie: string } & Erased)
  | Exclude<PassphraseCheck, { kind: 'right' }>

async function forgetPerson(learnerId: string, choices: ErasingChoices): Promise<void> {
  for (const forget of forgetting) await forget(learnerId, choices)
  await deleteLearner(learnerId)
}

/**
 * Erases people out of every module, then their accounts, and all of it out of the raw file. The
 * one way in which anybody is erased. Where that fails for one, the others are erased all the same,
 * and then it throws.
 */
export async function erasePeople(learnerIds: string[], choices: ErasingChoices): Promise<Erased> {
  const failures: unknown[] = []
  for (const [i, learnerId] of learnerIds.entries()) {
    // The database answers at once, so nobody else would have a turn until all are erased.
    if (i > 0) await nextTurn()
    await forgetPerson(learnerId, choices).catch((error: unknown) => failures.push(error))
  }
  const erased = await overwriteErased()
  if (failures.length > 0) throw failures[0]
  return erased
}

/** Erases someone who asks for it and gives their passphrase (SAFETY P9). */
export async function erasePerson(options: {
  learnerId: string
  sessionId: string
  passphrase: string
  choices: ErasingChoices
  request: Request
}): Promise<ErasePersonOutcome> {
  const check = await checkPassphrase(options)
  if (check.kind !== 'right') return check
  const erased = await erasePeople([options.learnerId], options.choices)
  return { kind: 'erased', ...erased, cookie: endSession(options.request) }
}

/**
 * Erases everyone who has not been here for as many months as the host allows. They cannot be
 * asked: what they published stays without a name, as they were told (SAFETY P10).
 */
export async function eraseUnused(clock: Clock): Promise<void> {
  const failures: unknown[] = []
  for await (const unused of findUnused(clock))
    await erasePeople(unused, { published: 'keep-without-name' }).catch((error: unknown) =>
      failures.push(error),
    )
  if (failures.length > 0) throw failures[0]
}
