import { dayOf } from '../../platform/calendar-day.ts'
import type { Clock } from '../../platform/clock.ts'
import { findLearnerByKey } from '../learner-store.server.ts'
import { pseudonymKey } from '../pseudonym.ts'
import { deleteRole, hasRole, insertRole } from './role-store.server.ts'
import type { Role } from './roles.ts'

/** How giving or taking a role ended, with the pseudonym as its owner writes it. */
export type ChangeRoleOutcome =
  | { kind: 'changed' | 'no-change'; pseudonym: string }
  | { kind: 'no-such-learner' }

interface WantedChange {
  pseudonym: string
  role: Role
  clock: Clock
}

/**
 * Gives someone a role. They are signed out everywhere: a new role begins with a new session
 * (SAFETY P13).
 */
export async function grantRole({
  pseudonym,
  role,
  clock,
}: WantedChange): Promise<ChangeRoleOutcome> {
  const learner = await findLearnerByKey(pseudonymKey(pseudonym))
  if (!learner) return { kind: 'no-such-learner' }
  if (await hasRole(learner.id, role)) return { kind: 'no-change', pseudonym: learner.pseudonym }
  await insertRole({ learnerId: learner.id, role, day: dayOf(clock.now()) })
  return { kind: 'changed', pseudonym: learner.pseudonym }
}

/**
 * Takes a role from someone. They are signed out everywhere, so that it ends at their next request.
 */
export async function withdrawRole({
  pseudonym,
  role,
  clock,
}: WantedChange): Promise<ChangeRoleOutcome> {
  const learner = await findLearnerByKey(pseudonymKey(pseudonym))
  if (!learner) return { kind: 'no-such-learner' }
  if (!(await hasRole(learner.id, role))) return { kind: 'no-change', pseudonym: learner.pseudonym }
  await deleteRole({ learnerId: learner.id, role, day: dayOf(clock.now()) })
  return { kind: 'changed', pseudonym: learner.pseudonym }
}
