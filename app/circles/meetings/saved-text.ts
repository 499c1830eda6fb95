import type { Translate } from '../../i18n/i18n.ts'
import type { Meeting } from '../circle.ts'

/**
 * What a page says once something was stored: of attendance, exactly what is stored now, which only
 * trainers see. Null where nothing was.
 */
export function savedText(
  done: string | null,
  { state, hoursHeld, present }: Meeting,
  t: Translate,
  isTrainer: boolean,
): string | null {
  if (done === 'saved') return t('meetings:saved')
  if (!isTrainer) return null
  if (done === 'undone') return t('meetings:undone')
  if (done !== 'attendance') return null
  if (state !== 'held') return t('meetings:savedNotHeld')
  return `${t('meetings:savedHeld', { hours: hoursHeld ?? 0 })} ${t('meetings:present', { count: present.length })}`
}
