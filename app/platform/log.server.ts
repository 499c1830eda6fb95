import pino from 'pino'
import { dayOf, systemClock } from './clock.ts'
import { environment } from './environment.server.ts'

/** JSON lines on standard output. A line has the day and never an address, a name, a header or the moment (SAFETY P4, docs/decisions/008). */
export const log = pino({
  level: environment.LOG_LEVEL,
  base: null,
  timestamp: () => `,"day":"${dayOf(systemClock.now())}"`,
  formatters: { level: (level) => ({ level }) },
  serializers: { error: (error: unknown) => (error instanceof Error ? { name: error.name, stack: error.stack } : { name: typeof error }) },
})
