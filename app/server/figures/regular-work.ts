let endedAt: Date | null = null
let isFaulty = false

/** How the regular work goes: when it was last done to its end, and whether something failed since. */
export interface RegularWork {
  endedAt: Date | null
  isFaulty: boolean
}

/** Notes that the regular work was done, or that a part of it failed. */
export function noteRegularWork(now: Date, hasFailed: boolean): void {
  isFaulty = hasFailed
  if (!hasFailed) endedAt = now
}

/** How the regular work went the last time. */
export function regularWork(): RegularWork {
  return { endedAt, isFaulty }
}
