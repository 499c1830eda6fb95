import { useTexts } from '../../i18n/use-texts.ts'
import { CirclePage } from '../circle-frame.tsx'
import { AttendanceForm, UndoTicks } from './attendance-form.tsx'
import { Decisions, MoveForm, type NotesProblem, RolesForm, Tasks } from './meeting-notes.tsx'
import type { ShownMeeting } from './show-meeting.ts'

/** What the page of a meeting shows. */
export interface MeetingPageProps {
  title: string
  day: string
  /** The circle's own address. */
  page: string
  circleName: string
  isTrainer: boolean
  meeting: ShownMeeting
  isSaved: boolean
  undo: { ticked: string[]; unticked: string[] }
  newId: string
  problem: NotesProblem | null
}

/** A meeting: when, what to read, who does what, what was decided; for a trainer, who was there. */
export function MeetingView(props: MeetingPageProps) {
  const { t } = useTexts()
  const { title, day, page, circleName, meeting, isSaved, undo, problem, newId } = props
  const action = `${page}/meetings/${meeting.number}?of=${meeting.id}`
  const isUndone = undo.ticked.length + undo.unticked.length === 0
  return (
    <CirclePage
      frame={{ name: circleName, address: page, isTrainer: props.isTrainer }}
      title={title}
      done={isSaved ? t('meetings:saved') : null}
      problem={problem?.text}
    >
      {!isUndone && <UndoTicks {...undo} action={action} />}
      <ul className="facts">
        <li>
          <b>{day}</b>
        </li>
        <li>{t('meetings:fromTo', { start: meeting.start, ends: meeting.ends })}</li>
        <li>{t('courses:studyHours', { count: meeting.hours })}</li>
        {meeting.state === 'held' && <li className="done">{t('meetings:held')}</li>}
        {meeting.wasThere && <li>{t('meetings:youWereThere')}</li>}
      </ul>
      {meeting.state === 'cancelled' && <p className="notice">{t('meetings:cancelled')}</p>}
      <p className="quiet">{t('meetings:timeZone', { zone: meeting.timeZone })}</p>
      <p className="actions">
        <a className="button" href={`${page}/meetings/${meeting.number}/run-sheet`}>
          {t('meetings:runSheet')}
        </a>
        {meeting.ticks && (
          <a className="button plain" href={`${page}/meetings/${meeting.number}/sheet`}>
            {t('meetings:paperSheet')}
          </a>
        )}
      </p>
      {meeting.ticks && <MoveForm meeting={meeting} action={action} problem={problem} />}
      <ToRead meeting={meeting} />
      {meeting.ticks && <WhoWasThere meeting={meeting} action={action} />}
      <h2>{t('meetings:roles')}</h2>
      {meeting.turns ? (
        <RolesForm roles={meeting.turns} people={meeting.people} action={action} />
      ) : (
        <ul>
          <li>{t('meetings:leads', { name: meeting.roles.leads ?? t('meetings:nobodyYet') })}</li>
          <li>{t('meetings:remembers', { name: meeting.roles.remembers ?? t('meetings:nobodyYet') })}</li>
          <li>{t('meetings:notes', { name: meeting.roles.notes ?? t('meetings:nobodyYet') })}</li>
        </ul>
      )}
      <h2>{t('meetings:decisions')}</h2>
      <Decisions decisions={meeting.decisions} action={action} mayWrite={meeting.mayWrite} problem={problem} newId={newId} />
      <h2>{t('meetings:tasks')}</h2>
      <Tasks
        tasks={meeting.tasks}
        people={meeting.people}
        action={action}
        mayWrite={meeting.mayWrite}
        mayFinish={meeting.isOpen}
        problem={problem}
        newId={newId}
      />
      <Others {...props} />
    </CirclePage>
  )
}

function ToRead({ meeting }: { meeting: ShownMeeting }) {
  const { t } = useTexts()
  if (meeting.chapters.length === 0) return null
  return (
    <>
      <h2>{t('meetings:read')}</h2>
      <ul>
        {meeting.chapters.map(({ number, title, address }) => (
          <li key={number}>
            <a href={address}>
              {number}. {title}
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}

function WhoWasThere({ meeting, action }: { meeting: ShownMeeting; action: string }) {
  const { t } = useTexts()
  const isHeld = meeting.state === 'held'
  return (
    <>
      <h2 id="attendance">{t('meetings:attendance')}</h2>
      {isHeld && <p>{t('meetings:present', { count: meeting.present })}</p>}
      {!isHeld && meeting.isToCome && <p className="quiet">{t('meetings:isToCome')}</p>}
      <AttendanceForm seats={meeting.ticks ?? []} hours={meeting.hours} action={action} />
      <form method="post" action={action}>
        <p className="actions">
          <button type="submit" className="plain" name="intent" value="tick-all">
            {t('meetings:everyone')}
          </button>
          {isHeld && (
            <button type="submit" className="plain" name="intent" value="not-held">
              {t('meetings:notHeld')}
            </button>
          )}
        </p>
      </form>
    </>
  )
}

function Others({ meeting, page, isTrainer }: MeetingPageProps) {
  const { t } = useTexts()
  const { number, count } = meeting
  return (
    <p className="course-pages">
      {number > 1 && <a href={`${page}/meetings/${number - 1}`}>{t('meetings:toMeetingBefore', { number: number - 1 })}</a>}
      {number < count && <a href={`${page}/meetings/${number + 1}`}>{t('meetings:toMeetingAfter', { number: number + 1 })}</a>}
      {isTrainer && meeting.isOpen && <a href={`${page}/plan`}>{t('meetings:changePlan')}</a>}
    </p>
  )
}
