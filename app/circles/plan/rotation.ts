import type { Meeting, Roles } from '../circle.ts'

const tasks = ['leads', 'remembers', 'notes'] as const

function compare(a: number[], b: number[]): number {
  const at = a.findIndex((number, index) => number !== b[index])
  return at < 0 ? 0 : (a[at] as number) - (b[at] as number)
}

/**
 * Proposes who leads, who opens with "what do we remember?" and who takes notes: among these seats,
 * and each task for the one who has had it least often at the meetings so far; of those the one
 * with the fewest tasks in all, then the one who comes first. Nobody has two tasks while another
 * has none.
 */
export function suggestRoles(
  seats: readonly string[],
  meetings: readonly Pick<Meeting, 'roles'>[],
): Roles {
  const roles: Roles = { leads: null, remembers: null, notes: null }
  for (const task of tasks) {
    const rank = (seat: string) => [
      tasks.filter((other) => roles[other] === seat).length,
      meetings.filter((meeting) => meeting.roles[task] === seat).length,
      meetings.reduce(
        (sum, meeting) => sum + tasks.filter((other) => meeting.roles[other] === seat).length,
        0,
      ),
    ]
    roles[task] = [...seats].sort((a, b) => compare(rank(a), rank(b)))[0] ?? null
  }
  return roles
}
