import pino from 'pino'
import { dayOf, systemClock } from './clock.ts'
import { environment } from './environment.server.ts'

/** What the log holds of an error: its name and stack. Of a query that Prisma does not take, not its words, which quote every value of the query. */
function ofError(error: unknown) {
  if (!(error instanceof Error)) return { name: typeof error }
  const { name, stack = '' } = error
  if (name !== 'PrismaClientValidationError') return { name, stack }
  return { name, stack: stack.slice(Math.max(0, stack.search(/^ +at /m))).trimStart() }
}

/** JSON lines on standard output. A line has the day and never an address, a name, a header or the moment (SAFETY P4, docs/decisions/008). */
export const log = pino({
  level: environment.LOG_LEVEL,
  base: null,
  timestamp: () => `,"day":"${dayOf(systemClock.now())}"`,
  formatters: { level: (level) => ({ level }) },
  serializers: { error: ofError },
})
