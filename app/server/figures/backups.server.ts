import { readdirSync } from 'node:fs'
import { readBackupName } from '../../platform/backup-names.ts'
import { type Day, dayOf } from '../../platform/calendar-day.ts'
import { environment } from '../../platform/environment.server.ts'

/** What there is in the folder of backups: the days of the first and the last, or why not. */
export type Backups =
  | { kind: 'found'; oldest: Day; newest: Day; count: number }
  | { kind: 'none' | 'unreadable' | 'not-set' }

/** Looks for backups by their names, which say the day (docs/decisions/085). Opens none of them. */
export function findBackups(folder = environment.BACKUPS): Backups {
  if (!folder) return { kind: 'not-set' }
  try {
    const days = readdirSync(folder)
      .flatMap((file) => readBackupName(file) ?? [])
      .map(({ madeAt }) => dayOf(madeAt))
      .sort()
    const [oldest, newest] = [days[0], days.at(-1)]
    return oldest && newest
      ? { kind: 'found', oldest, newest, count: days.length }
      : { kind: 'none' }
  } catch {
    return { kind: 'unreadable' }
  }
}
