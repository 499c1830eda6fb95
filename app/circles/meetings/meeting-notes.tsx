import type { ReactNode } from 'react'
import { useTexts } from '../../i18n/use-texts.ts'
import { Field, SubmitButton } from '../../ui/form.tsx'
import type { Decision, Roles, Task } from '../circle.ts'
import { limits } from '../limits.ts'

/** Someone who sits in the circle, as the others call them. */
export interface SeatName {
  id: string
  name: string
}

/** What was refused: the form, what was typed into it, and why not. */
export interface NotesProblem {
  intent: string
  typed: Record<string, string>
  text: string
}

/** What is common to the forms of a meeting: where they go, whether this person may write, what was wrong with what was typed. */
interface NotesProps {
  action: string
  mayWrite: boolean
  problem: NotesProblem | null
  /** Made with the page, so that a form sent twice is noted once. */
  newId: string
}

function SmallForm({
  action,
  intent,
  fields,
  children,
}: {
  action: string
  intent: string
  fields: [string, string]
  children: ReactNode
}) {
  return (
    <form method="post" action={action} className="inline">
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name={fields[0]} value={fields[1]} />
      <button type="submit" className="link">
        {children}
      </button>
    </form>
  )
}

/** A line to add to what is noted. What was refused stands in it, with why. */
function NoteForm({
  name,
  label,
  action,
  problem,
  newId,
  children,
}: Omit<NotesProps, 'mayWrite'> & { name: 'decision' | 'task'; label: string; children?: ReactNode }) {
  const { t } = useTexts()
  const intent = `add-${name}`
  const wrong = problem?.intent === intent ? problem : null
  return (
    <form method="post" action={action}>
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="id" value={newId} />
      <Field
        name={name}
        label={label}
        maxLength={limits.note}
        seenBy={t('meetings:notesSeenBy')}
        problem={wrong?.text}
        defaultValue={wrong?.typed[name]}
        autoComplete="off"
      />
      {children}
      <SubmitButton plain>{t('meetings:note')}</SubmitButton>
    </form>
  )
}

/** What the group decided, and a line to add to it. */
export function Decisions({ decisions, action, mayWrite, problem, newId }: NotesProps & { decisions: Decision[] }) {
  const { t } = useTexts()
  return (
    <>
      {decisions.length === 0 && <p className="quiet">{t('meetings:noDecisions')}</p>}
      <ul>
        {decisions.map(({ id, text }) => (
          <li key={id}>
            {text}{' '}
            {mayWrite && (
              <SmallForm action={action} intent="remove-decision" fields={['decision', id]}>
                {t('meetings:remove')}
                <span className="unseen"> {text}</span>
              </SmallForm>
            )}
          </li>
        ))}
      </ul>
      {mayWrite && <NoteForm name="decision" label={t('meetings:newDecision')} action={action} problem={problem} newId={newId} />}
    </>
  )
}

/** What is to be done before the next meeting, by whom, and whether it is done. Every member can say that a task is done. */
export function Tasks({
  tasks,
  people,
  action,
  mayWrite,
  mayFinish,
  problem,
  newId,
}: NotesProps & { tasks: (Task & { name: string | null })[]; people: SeatName[]; mayFinish: boolean }) {
  const { t } = useTexts()
  return (
    <>
      {tasks.length === 0 && <p className="quiet">{t('meetings:noTasks')}</p>}
      <ul>
        {tasks.map(({ id, text, name, isDone }) => (
          <li key={id}>
            {name ? t('meetings:taskOf', { name, text }) : text} {isDone && <span className="done">{t('meetings:isDone')}</span>}{' '}
            {mayFinish && (
              <SmallForm action={action} intent={isDone ? 'reopen-task' : 'finish-task'} fields={['task', id]}>
                {isDone ? t('meetings:notDone') : t('meetings:markDone')}
                <span className="unseen"> {text}</span>
              </SmallForm>
            )}{' '}
            {mayWrite && (
              <SmallForm action={action} intent="remove-task" fields={['task', id]}>
                {t('meetings:remove')}
                <span className="unseen"> {text}</span>
              </SmallForm>
            )}
          </li>
        ))}
      </ul>
      {mayWrite && (
        <NoteForm name="task" label={t('meetings:newTask')} action={action} problem={problem} newId={newId}>
          <SeatChoice name="seat" label={t('meetings:taskFor')} people={people} chosen={null} />
        </NoteForm>
      )}
    </>
  )
}

/** Puts a meeting on another day or hour: one that is to come, or one that was held on another day than planned. */
export function MoveForm({
  meeting,
  action,
  problem,
}: {
  meeting: { day: string; start: string }
  action: string
  problem: NotesProblem | null
}) {
  const { t } = useTexts()
  const wrong = problem?.intent === 'move-meeting' ? problem : null
  return (
    <details className="no-print" open={wrong !== null}>
      <summary>{t('meetings:otherDay')}</summary>
      <form method="post" action={action}>
        <input type="hidden" name="intent" value="move-meeting" />
        <Field
          name="day"
          type="date"
          label={t('circles:day')}
          seenBy={t('meetings:notesSeenBy')}
          problem={wrong?.text}
          defaultValue={wrong?.typed.day ?? meeting.day}
        />
        <Field
          name="start"
          type="time"
          label={t('circles:startTime')}
          seenBy={t('meetings:notesSeenBy')}
          defaultValue={wrong?.typed.start ?? meeting.start}
        />
        <SubmitButton plain>{t('meetings:move')}</SubmitButton>
      </form>
    </details>
  )
}

/** Who leads, opens and takes notes. Where nobody has a task yet, the one whose turn it is stands there to be confirmed. */
export function RolesForm({ roles, people, action }: { roles: Roles; people: SeatName[]; action: string }) {
  const { t } = useTexts()
  return (
    <form method="post" action={action}>
      <input type="hidden" name="intent" value="give-roles" />
      <SeatChoice name="leads" label={t('meetings:whoLeads')} people={people} chosen={roles.leads} />
      <SeatChoice name="remembers" label={t('meetings:whoRemembers')} people={people} chosen={roles.remembers} />
      <SeatChoice name="notes" label={t('meetings:whoNotes')} people={people} chosen={roles.notes} />
      <SubmitButton plain>{t('meetings:saveRoles')}</SubmitButton>
    </form>
  )
}

function SeatChoice({ name, label, people, chosen }: { name: string; label: string; people: SeatName[]; chosen: string | null }) {
  const { t } = useTexts()
  return (
    <div className="field">
      <label htmlFor={name}>{label}</label>
      <select id={name} name={name} defaultValue={chosen ?? ''} aria-describedby={`${name}-seen`}>
        <option value="">{t('meetings:nobody')}</option>
        {people.map((seat) => (
          <option key={seat.id} value={seat.id}>
            {seat.name}
          </option>
        ))}
      </select>
      <p className="seen-by" id={`${name}-seen`}>
        {t('meetings:notesSeenBy')}
      </p>
    </div>
  )
}
