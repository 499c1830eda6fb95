import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { type Day, dayOf } from '../../platform/calendar-day.ts'
import { environment } from '../../platform/environment.server.ts'

/** What there is in the folder of backups: the days of the first and the last, or why not. */
export type Backups =
  | { kind: 'found'; oldest: Day; newest: Day; count: number }
  | { kind: 'none' | 'unreadable' | 'not-set' }

// As `npm run backup` names them.
const name = /^cirkel-.*\.backup/

/** Looks for backups by name and day of change. Opens none of them. */
export function findBackups(folder = environment.BACKUPS): Backups {
  if (!folder) return { kind: 'not-set' }
  try {
    const days = readdirSync(folder)
      .filter((file) => name.test(file))
      .map((file) => dayOf(statSync(join(folder, file)).mtime))
      .sort()
    const [oldest, newest] = [days[0], days.at(-1)]
    return oldest && newest
      ? { kind: 'found', oldest, newest, count: days.length }
      : { kind: 'none' }
  } catch {
    return { kind: 'unreadable' }
  }
}
