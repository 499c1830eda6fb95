import { type Asked, isWorker, obey, workOf } from './one-for-all.server.ts'

/**
 * Begins something that goes on, and returns how to end it. At the start of the site a fault in it
 * ends all; later, where another worker has led before, it must do without.
 */
type Begin = (isStart: boolean) => Promise<() => Promise<void>>

interface Duty {
  begin: Begin
  end: (() => Promise<void>) | null
}

const duties: Duty[] = []
let leads = !isWorker

/** Whether this process does what is done once for a site: one of several workers does, or the one process. */
export function isLead(): boolean {
  return leads
}

/**
 * Work that one worker does for all, such as overwriting what was erased. If it ends meanwhile, the
 * next one does it again: the work must be safe to do twice. Done here where there is one process.
 */
export function byLead<Args extends unknown[], Result>(
  name: string,
  work: (...args: Args) => Result | Promise<Result>,
): Asked<Args, Result> {
  const ask = workOf('lead', name, work)
  return async (...args) => (leads ? work(...args) : ask(...args))
}

async function take(duty: Duty, isStart: boolean): Promise<void> {
  duty.end ??= await duty.begin(isStart)
}

async function leave(duty: Duty): Promise<void> {
  const { end } = duty
  duty.end = null
  await end?.()
}

/**
 * Does something for as long as this process leads: begun at once where there is one process, else
 * when the first process says so. Returns how to end it for good.
 */
export async function whileLeading(begin: Begin): Promise<() => Promise<void>> {
  const duty: Duty = { begin, end: null }
  duties.push(duty)
  if (leads) await take(duty, true)
  return () => {
    duties.splice(duties.indexOf(duty), 1)
    return leave(duty)
  }
}

if (isWorker) {
  obey('lead', async (isStart: boolean) => {
    leads = true
    for (const duty of duties) await take(duty, isStart)
  })
  obey('follow', async () => {
    for (const duty of [...duties].reverse()) await leave(duty)
    leads = false
  })
}
