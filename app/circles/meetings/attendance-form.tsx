import { useTexts } from '../../i18n/use-texts.ts'
import { SubmitButton } from '../../ui/form.tsx'
import { limits } from '../limits.ts'

const hoursToChoose = Array.from({ length: limits.hours }, (_, index) => index + 1)

/** Someone who can be ticked. */
export interface TickedSeat {
  id: string
  name: string
  isThere: boolean
}

/**
 * Ticks who was there. The form carries what its page showed, so that only what is changed on it is stored: two trainers can tick at the same
 * time. The form sent backwards undoes it.
 */
export function AttendanceForm({ seats, hours, action }: { seats: TickedSeat[]; hours: number; action: string }) {
  const { t } = useTexts()
  return (
    <form method="post" action={action}>
      <input type="hidden" name="intent" value="attendance" />
      <input type="hidden" name="hoursSeen" value={hours} />
      <fieldset aria-describedby="attendance-seen">
        <legend className="unseen">{t('meetings:whoWasThere')}</legend>
        <ul className="ticks">
          {seats.map(({ id, name, isThere }) => (
            <li key={id}>
              <label>
                <input type="checkbox" name="there" value={id} defaultChecked={isThere} /> {name}
              </label>
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
        <select id="hours" name="hours" defaultValue={hours} aria-describedby="hours-seen">
          {hoursToChoose.map((one) => (
            <option key={one}>{one}</option>
          ))}
        </select>
        <p className="seen-by" id="hours-seen">
          {t('meetings:notesSeenBy')}
        </p>
      </div>
      <SubmitButton>{t('meetings:save')}</SubmitButton>
    </form>
  )
}

/** Undoes the ticks that were just saved. */
export function UndoTicks({ ticked, unticked, action }: { ticked: string[]; unticked: string[]; action: string }) {
  const { t } = useTexts()
  return (
    <form method="post" action={action}>
      <input type="hidden" name="intent" value="attendance" />
      {ticked.map((seat) => (
        <input key={seat} type="hidden" name="seen" value={seat} />
      ))}
      {unticked.map((seat) => (
        <input key={seat} type="hidden" name="there" value={seat} />
      ))}
      <SubmitButton plain>{t('meetings:undo')}</SubmitButton>
    </form>
  )
}
