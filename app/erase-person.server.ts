import { checkPassphrase, type PassphraseCheck } from './accounts/check-passphrase.server.ts'
import { type Erased, eraseLearners } from './accounts/erase-learners.server.ts'
import { endSession } from './accounts/sessions.server.ts'
import { findUnused } from './accounts/unused-learners.server.ts'
import { forgetInCircles } from './circles/forget-in-circles.server.ts'
import { forgetAuthor } from './comments/forget-author.server.ts'
import { type Clock, systemClock } from './platform/clock.ts'

/** What someone decides when they are erased: whether what they published stays without a name, or goes with them. */
export interface ErasingChoices {
  published: 'keep-without-name' | 'remove'
}

/** How a module that `accounts` does not know forgets someone, before their account goes. It must be safe to run twice. */
type Forget = (learnerId: string, choices: ErasingChoices) => Promise<void>

const forgetting: Forget[] = [(learnerId) => forgetInCircles(learnerId, systemClock), forgetAuthor]

/** How erasing oneself ended. The cookie is the Set-Cookie header that takes the session away. */
export type ErasePersonOutcome = ({ kind: 'erased'; cookie: string } & Erased) | Exclude<PassphraseCheck, { kind: 'right' }>

/** Erases people out of every module, and then their accounts. The one way in which anybody is erased. */
export async function erasePeople(learnerIds: string[], choices: ErasingChoices): Promise<Erased> {
  for (const learnerId of learnerIds) for (const forget of forgetting) await forget(learnerId, choices)
  return eraseLearners(learnerIds)
}

/** Erases someone who asks for it and gives their passphrase (SAFETY P9). */
export async function erasePerson(options: {
  learnerId: string
  passphrase: string
  choices: ErasingChoices
  request: Request
}): Promise<ErasePersonOutcome> {
  const check = await checkPassphrase(options)
  if (check.kind !== 'right') return check
  const erased = await erasePeople([options.learnerId], options.choices)
  return { kind: 'erased', ...erased, cookie: await endSession(options.request) }
}

/** Erases everyone who has not been here for as many months as the host allows. They cannot be asked: what they published stays without a name, as they were told (SAFETY P10). */
export async function eraseUnused(clock: Clock): Promise<void> {
  const unused = await findUnused(clock)
  if (unused.length > 0) await erasePeople(unused, { published: 'keep-without-name' })
}
