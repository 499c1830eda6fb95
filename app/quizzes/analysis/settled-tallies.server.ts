import { shownFrom } from './item-statistics.ts'
import type { Tally } from './tally.ts'

/** How many more first answers it takes before a question's figures are shown anew. */
export const newFrom = 5

const shown = new Map<string, Tally[]>()
const answeredIn = (tallies: Tally[]) => tallies.find(({ part }) => part === '')?.answered ?? 0

/**
 * A wording's tallies as they may be shown: those that were shown before, until five more learners have answered it. Whoever looks before and
 * after one person's answer sees the same figures. Kept in memory, by the key of the wording: a restart shows what is counted then.
 */
export function settledTallies(key: string, tallies: Tally[]): Tally[] {
  const before = shown.get(key)
  const now = answeredIn(tallies)
  if (before && now >= answeredIn(before) && now < answeredIn(before) + newFrom) return before
  if (now >= shownFrom) shown.set(key, tallies)
  return tallies
}
