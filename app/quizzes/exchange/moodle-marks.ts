/**
 * The shares of a mark, in percent, that Moodle takes for an answer, above and below zero. With any
 * other it ends the import.
 */
export const moodleShares = [
  100, 90, 83.33333, 80, 75, 70, 66.66667, 60, 50, 40, 33.33333, 30, 25, 20, 16.66667, 14.28571,
  12.5, 11.11111, 10, 5, 0,
] as const

// Moodle compares shares to a thousandth of a percent.
const near = 0.001
const equals = (one: number, other: number) => Math.abs(one - other) < near

/**
 * What each right option of several gives, so that all of them make a whole mark; null where Moodle
 * has no such share.
 */
export function rightShare(right: number): number | null {
  return moodleShares.find((share) => equals(share, 100 / right)) ?? null
}

/**
 * What each wrong option takes away: all of them take a whole mark, so that ticking everything
 * earns nothing.
 */
export function wrongShare(wrong: number): number {
  const enough = moodleShares.filter((share) => share > 100 / wrong - near)
  return -Math.min(...enough)
}
