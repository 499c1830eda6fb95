import { useTexts } from '../../i18n/use-texts.ts'
import { Name } from '../../ui/named-text.tsx'
import type { AttendanceChange } from '../circle.ts'
import { limits } from '../limits.ts'
import { changedTicks } from './attendance-rules.ts'

const hoursToChoose = Array.from({ length: limits.hours }, (_, index) => index + 1)

/** Someone who can be ticked, and whether they are by what is stored. */
export interface TickedSeat {
  id: string
  name: string
  isThere: boolean
}

/** What is stored of a meeting's attendance. */
interface StoredAttendance {
  ticks: TickedSeat[]
  hours: number
  isHeld: boolean
}

/**
 * The boxes as they stand on the page: what is stored, with what somebody has changed and not
 * saved. Where the meeting is no longer held by what is stored, all their ticks are unsaved.
 */
function shownTicks(
  { ticks, isHeld }: StoredAttendance,
  unsaved: AttendanceChange | null,
): Set<string> {
  const stored = ticks.flatMap(({ id, isThere }) => (isThere ? id : []))
  if (!unsaved) return new Set(stored)
  if (unsaved.seen.isHeld && !isHeld) return new Set(unsaved.now.present)
  const { ticked, unticked } = changedTicks(unsaved)
  return new Set([...stored, ...ticked].filter((id) => !unticked.includes(id)))
}

/**
 * The part of a meeting's page where a trainer ticks who was there. It carries what its page
 * showed, so that only what is changed on it is stored: two trainers can tick at the same time.
 */
export function AttendanceFields({
  stored,
  unsaved,
  problem,
}: {
  stored: StoredAttendance
  unsaved: AttendanceChange | null
  problem: string | null
}) {
  const { t } = useTexts()
  const ticked = shownTicks(stored, unsaved)
  const isHoursChanged =
    unsaved !== null &&
    (unsaved.now.hours !== unsaved.seen.hours || (unsaved.seen.isHeld && !stored.isHeld))
  return (
    <>
      <input type="hidden" name="heldSeen" value={stored.isHeld ? 'yes' : 'no'} />
      <input type="hidden" name="hoursSeen" value={stored.hours} />
      <fieldset aria-describedby="attendance-seen">
        <legend className="unseen">{t('meetings:whoWasThere')}</legend>
        {problem && <p className="problem">{problem}</p>}
        <ul className="ticks">
          {stored.ticks.map(({ id, name, isThere }) => (
            <li key={id}>
              <label>
                <input type="checkbox" name="there" value={id} defaultChecked={ticked.has(id)} />{' '}
                <Name>{name}</Name>
              </label>
              <input type="hidden" name="listed" value={id} />
              {isThere && <input type="hidden" name="seen" value={id} />}
            </li>
          ))}
        </ul>
        <p className="seen-by ui" id="attendance-seen">
          {t('meetings:attendanceSeenBy')}
        </p>
      </fieldset>
      <div className="field">
        <label htmlFor="hours">{t('meetings:hoursHeld')}</label>
        <select
          id="hours"
          name="hours"
          defaultValue={isHoursChanged ? unsaved.now.hours : stored.hours}
          aria-describedby="hours-seen"
        >
          {hoursToChoose.map((one) => (
            <option key={one}>{one}</option>
          ))}
        </select>
        <p className="seen-by" id="hours-seen">
          {t('meetings:notesSeenBy')}
        </p>
      </div>
      <p className="actions">
        <button type="submit" name="intent" value="attendance">
          {t('meetings:save')}
        </button>
        <button type="submit" className="plain" name="intent" value="everyone-there">
          {t('meetings:everyone')}
        </button>
        {stored.isHeld && (
          <button type="submit" className="plain" name="intent" value="not-held">
            {t('meetings:notHeld')}
          </button>
        )}
      </p>
    </>
  )
}

/** Undoes the attendance that was just saved. */
export function UndoButton({ word }: { word: string }) {
  const { t } = useTexts()
  return (
    <p className="no-print">
      <input type="hidden" name="undo" value={word} />
      <button type="submit" className="plain" name="intent" value="undo">
        {t('meetings:undo')}
      </button>
    </p>
  )
}
