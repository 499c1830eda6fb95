import { type Role, roles } from './people.ts'

/**
 * How a request ends. `done` sends the browser on, and something was stored; `onward` sends it on,
 * and nothing was. Only `page` and `file` show anything of anyone.
 */
export type Outcome =
  | 'page'
  | 'file'
  | 'sign-in'
  | 'onward'
  | 'done'
  | 'elsewhere'
  | 'not-found'
  | 'forbidden'
  | 'refused'
  | 'no-form'
  | 'page, stored'

/** What each role meets. */
export type PerRole = Readonly<Record<Role, Outcome>>

/**
 * A form that a page of the site could send: its fields apart from the intent, where to (unless to
 * the route's own address), and what each role meets.
 */
export interface ExpectedForm {
  fields?: Readonly<Record<string, string>>
  sent: PerRole
}

/**
 * What a route answers at an address: opened, and with each of its forms by intent; '' is a form
 * without one.
 */
export interface Expected {
  at: string
  opened: PerRole
  forms?: Readonly<Record<string, ExpectedForm>>
}

/**
 * The expectations of some routes by their ids, that is, by their files. Several where a route has
 * addresses with different owners or states.
 */
export type ExpectedRoutes = Readonly<Record<string, Expected | Expected[]>>

/** The same for everyone. */
export function everyone(outcome: Outcome): PerRole {
  return Object.fromEntries(roles.map((role) => [role, outcome])) as PerRole
}

/** A guest is sent to sign in; the same for everyone with an account. */
export function signedIn(outcome: Outcome): PerRole {
  return { ...everyone(outcome), guest: 'sign-in' }
}

/**
 * What some roles meet, and all others with an account; a guest is sent to sign in, where nothing
 * else is said.
 */
export function only(some: Partial<PerRole>, others: Outcome): PerRole {
  return { ...signedIn(others), ...some }
}
