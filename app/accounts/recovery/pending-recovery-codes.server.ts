import { BoundedMap } from '../../platform/bounded-map.ts'

const maxSessions = 1000
// The codes themselves are nowhere else than here, in memory: a page that is opened again must be
// able to show them until they are written down.
const codesByLearner = new BoundedMap<string, { codes: string[]; timer: NodeJS.Timeout }>(
  maxSessions,
  ({ timer }) => clearTimeout(timer),
)

/** How long new codes can be seen when nobody says that they are written down. */
export const pendingCodesLifetime = 10 * 60_000

/** Keeps a session's new codes, to be shown to it alone, for ten minutes at most. */
export function addPendingCodes(sessionId: string, codes: string[]): void {
  removePendingCodes(sessionId)
  const timer = setTimeout(() => removePendingCodes(sessionId), pendingCodesLifetime)
  timer.unref()
  codesByLearner.set(sessionId, { codes, timer })
}

/** A session's new codes, if they are still to be shown. */
export function pendingCodes(sessionId: string): string[] | null {
  return codesByLearner.get(sessionId)?.codes ?? null
}

/** Forgets a session's new codes: they are written down. */
export function removePendingCodes(sessionId: string): void {
  clearTimeout(codesByLearner.get(sessionId)?.timer)
  codesByLearner.delete(sessionId)
}
