import type { ReactNode } from 'react'
import { useTexts } from '../../i18n/use-texts.ts'
import { Field, SeenBy } from '../../ui/form.tsx'
import { NamedText } from '../../ui/named-text.tsx'
import type { Decision, Task } from '../circle.ts'
import { limits } from '../limits.ts'
import {
  NoteButton,
  PartButton,
  SeatChoice,
  type SeatName,
  type Unsaved,
} from './meeting-parts.tsx'

/** What was refused: the button that was pressed, and why not. */
export interface PartProblem {
  intent: string
  text: string
  /** The field that it is about, where the part has several. */
  field: string | null
}

interface NotesProps {
  /** Whether this person may write. */
  mayWrite: boolean
  unsaved: Unsaved
  problem: PartProblem | null
}

/** A line to add to what is noted. What was refused stands in it, with why. */
function NoteField({
  name,
  label,
  unsaved,
  problem,
  children,
}: Omit<NotesProps, 'mayWrite'> & {
  name: 'decision' | 'task'
  label: string
  children?: ReactNode
}) {
  const { t } = useTexts()
  const intent = `add-${name}`
  return (
    <div className="part no-print">
      <Field
        name={name}
        label={label}
        maxLength={limits.note}
        seenBy={t('meetings:notesSeenBy')}
        problem={problem?.intent === intent ? problem.text : undefined}
        defaultValue={unsaved[name]}
      />
      {children}
      <PartButton intent={intent}>{t('meetings:note')}</PartButton>
    </div>
  )
}

/** What the group decided, and a line to add to it. */
export function Decisions({
  decisions,
  mayWrite,
  unsaved,
  problem,
}: NotesProps & { decisions: Decision[] }) {
  const { t } = useTexts()
  return (
    <>
      {decisions.length === 0 && <p className="quiet">{t('meetings:noDecisions')}</p>}
      <ul>
        {decisions.map(({ id, text }) => (
          <li key={id}>
            {text}{' '}
            {mayWrite && (
              <NoteButton intent="remove-decision" id={id} text={text}>
                {t('meetings:remove')}
              </NoteButton>
            )}
          </li>
        ))}
      </ul>
      {mayWrite && (
        <NoteField
          name="decision"
          label={t('meetings:newDecision')}
          unsaved={unsaved}
          problem={problem}
        />
      )}
    </>
  )
}

/**
 * What is to be done before the next meeting, by whom, and whether it is done. Every member can say
 * that a task is done.
 */
export function Tasks({
  tasks,
  people,
  mayWrite,
  mayFinish,
  unsaved,
  problem,
}: NotesProps & {
  tasks: (Task & { name: string | null })[]
  people: SeatName[]
  mayFinish: boolean
}) {
  const { t } = useTexts()
  return (
    <>
      {tasks.length === 0 && <p className="quiet">{t('meetings:noTasks')}</p>}
      <ul>
        {tasks.map(({ id, text, name, isDone }) => (
          <li key={id}>
            {name ? (
              <NamedText name={name} say={(who) => t('meetings:taskOf', { name: who, text })} />
            ) : (
              text
            )}{' '}
            {isDone && <span className="done">{t('meetings:isDone')}</span>}{' '}
            {mayFinish && (
              <NoteButton intent={isDone ? 'reopen-task' : 'finish-task'} id={id} text={text}>
                {isDone ? t('meetings:notDone') : t('meetings:markDone')}
              </NoteButton>
            )}{' '}
            {mayWrite && (
              <NoteButton intent="remove-task" id={id} text={text}>
                {t('meetings:remove')}
              </NoteButton>
            )}
          </li>
        ))}
      </ul>
      {mayWrite && (
        <NoteField name="task" label={t('meetings:newTask')} unsaved={unsaved} problem={problem}>
          <SeatChoice
            name="seat"
            label={t('meetings:taskFor')}
            people={people}
            chosen={unsaved.seat ?? null}
            seen="task-seen"
          />
        </NoteField>
      )}
    </>
  )
}

/**
 * Puts a meeting on another day or hour: one that is to come, or one that was held on another day
 * than planned.
 */
export function MoveFields({
  meeting,
  unsaved,
  problem,
}: {
  meeting: { day: string; start: string }
  unsaved: Unsaved
  problem: PartProblem | null
}) {
  const { t } = useTexts()
  const { day = meeting.day, start = meeting.start } = unsaved
  const wrong = problem?.intent === 'move-meeting' ? problem : null
  const isChanged = day !== meeting.day || start !== meeting.start
  const problemOf = (field: string) =>
    wrong && (wrong.field ?? 'day') === field ? wrong.text : undefined
  return (
    <details className="no-print" open={wrong !== null || isChanged}>
      <summary>{t('meetings:otherDay')}</summary>
      <SeenBy id="move-seen">{t('meetings:notesSeenBy')}</SeenBy>
      <Field
        name="day"
        type="date"
        label={t('circles:day')}
        seenBy={{ id: 'move-seen' }}
        problem={problemOf('day')}
        defaultValue={day}
      />
      <Field
        name="start"
        type="time"
        label={t('circles:startTime')}
        seenBy={{ id: 'move-seen' }}
        problem={problemOf('start')}
        defaultValue={start}
      />
      <PartButton intent="move-meeting">{t('meetings:move')}</PartButton>
    </details>
  )
}
