import type { ReactNode } from 'react'
import { useTexts } from '../../i18n/use-texts.ts'
import type { MeetingForm } from './meeting-form.ts'

/** Someone who sits in the circle, as the others call them. */
export interface SeatName {
  id: string
  name: string
}

/** What somebody has typed on the page and not saved. */
export type Unsaved = MeetingForm['typed']

/** A button beside a note: what it does, and to which. */
export function NoteButton({
  intent,
  id,
  text,
  children,
}: {
  intent: string
  id: string
  text: string
  children: ReactNode
}) {
  return (
    <button type="submit" className="link" name="intent" value={`${intent}:${id}`}>
      {children}
      <span className="unseen"> {text}</span>
    </button>
  )
}

/** The button that saves a part of the page. */
export function PartButton({ intent, children }: { intent: string; children: ReactNode }) {
  return (
    <button type="submit" className="plain" name="intent" value={intent}>
      {children}
    </button>
  )
}

/** Somebody of the circle, or nobody, to be chosen. */
export function SeatChoice({
  name,
  label,
  people,
  chosen,
  seen,
}: {
  name: string
  label: string
  people: SeatName[]
  chosen: string | null
  /** The id of the sentence on who can see the choice. */
  seen: string
}) {
  const { t } = useTexts()
  return (
    <div className="field">
      <label htmlFor={name}>{label}</label>
      <select id={name} name={name} defaultValue={chosen ?? ''} aria-describedby={seen}>
        <option value="">{t('meetings:nobody')}</option>
        {people.map((seat) => (
          <option key={seat.id} value={seat.id} translate="no">
            {seat.name}
          </option>
        ))}
      </select>
    </div>
  )
}
