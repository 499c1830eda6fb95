/**
 * What a learner may be asked to do beyond studying: to look through comments, or to run the site.
 * Given from the command line alone.
 */
export const roles = ['moderator', 'host'] as const

/** One of {@link roles}. */
export type Role = (typeof roles)[number]

/** Whether a word names a role. */
export function isRole(word: string): word is Role {
  return roles.some((role) => role === word)
}

/** The roles in a text with spaces between. A word that names none counts for nothing. */
export function readRoles(text: string): ReadonlySet<Role> {
  return new Set(text.split(' ').filter(isRole))
}
