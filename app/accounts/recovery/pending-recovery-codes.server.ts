import { BoundedMap } from '../../platform/bounded-map.ts'
import { oneForAll } from '../../platform/workers/one-for-all.server.ts'

const maxSessions = 1000
// The codes themselves are nowhere else than here, in memory: a page that is opened again must be
// able to show them until they are written down. Of several workers, any may be asked for that page,
// so the first process has them.
const codesByLearner = new BoundedMap<string, { codes: string[]; timer: NodeJS.Timeout }>(
  maxSessions,
  ({ timer }) => clearTimeout(timer),
)

function forget(sessionId: string): void {
  clearTimeout(codesByLearner.get(sessionId)?.timer)
  codesByLearner.delete(sessionId)
}

/** How long new codes can be seen when nobody says that they are written down. */
export const pendingCodesLifetime = 10 * 60_000

/** Keeps a session's new codes, to be shown to it alone, for ten minutes at most. */
export const addPendingCodes = oneForAll(
  'show recovery codes',
  (sessionId: string, codes: string[]): void => {
    forget(sessionId)
    const timer = setTimeout(() => forget(sessionId), pendingCodesLifetime)
    timer.unref()
    codesByLearner.set(sessionId, { codes, timer })
  },
)

/** A session's new codes, if they are still to be shown. */
export const pendingCodes = oneForAll(
  'recovery codes to show',
  (sessionId: string): string[] | null => codesByLearner.get(sessionId)?.codes ?? null,
)

/** Forgets a session's new codes: they are written down. */
export const removePendingCodes = oneForAll('recovery codes are written down', forget)
