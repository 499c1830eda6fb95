import pino from 'pino'
import { dayOf } from './calendar-day.ts'
import { systemClock } from './clock.ts'
import { environment } from './environment.server.ts'
import { RepeatLimiter } from './log-repeats.ts'

const period = 5 * 60_000
const repeats = new RepeatLimiter<unknown[]>()

/**
 * What the log holds of an error: its name and stack. Of a query that Prisma does not take, not its
 * words, which quote every value of the query.
 */
function ofError(error: unknown): { name: string; stack?: string } {
  if (!(error instanceof Error)) return { name: typeof error }
  const { name, stack = '' } = error
  if (name !== 'PrismaClientValidationError') return { name, stack }
  return { name, stack: stack.slice(Math.max(0, stack.search(/^ +at /m))).trimStart() }
}

/**
 * What two lines have in common that are the same to a host: their words, the error's name and
 * where it was thrown.
 */
function kindOf(args: readonly unknown[]): string {
  const [first, words] = args as [unknown, unknown]
  if (typeof first === 'string') return first
  const { name, stack } = ofError((first as { error?: unknown } | null)?.error)
  return `${words}: ${name} ${/^ +at .*$/m.exec(stack ?? '')?.[0].trim() ?? ''}`
}

/**
 * JSON lines on standard output. A line has the day and never an address, a name, a header or the
 * moment (SAFETY P4, docs/decisions/008).
 */
export const log = pino({
  level: environment.LOG_LEVEL,
  base: null,
  timestamp: () => `,"day":"${dayOf(systemClock.now())}"`,
  formatters: { level: (level) => ({ level }) },
  serializers: { error: ofError },
  hooks: {
    logMethod(args, method) {
      if (repeats.admits(kindOf(args), args)) method.apply(this, args)
    },
  },
})

setInterval(() => {
  for (const { line, leftOut } of repeats.endPeriod())
    log.warn(`${leftOut} more lines like this one: ${kindOf(line)}`)
}, period).unref()
