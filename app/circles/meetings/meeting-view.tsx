import { useTexts } from '../../i18n/use-texts.ts'
import { PostForm } from '../../ui/form.tsx'
import { EnterButton, NotSavedYet } from '../act-form.tsx'
import { CirclePage } from '../circle-frame.tsx'
import { zoneInWords } from '../time-zones.ts'
import { AttendanceFields, UndoButton } from './attendance-form.tsx'
import { attendanceIn, type MeetingForm, type Part } from './meeting-form.ts'
import { Decisions, MoveFields, type PartProblem, Tasks } from './meeting-notes.tsx'
import { RoleLines } from './role-lines.tsx'
import { RolesFields } from './roles-fields.tsx'
import type { MeetingViewModel } from './view-meeting.ts'

/** What the page of a meeting shows. */
export interface MeetingPageProps {
  title: string
  day: string
  /** The circle's own address. */
  page: string
  circleName: string
  isTrainer: boolean
  meeting: MeetingViewModel
  /** What was stored, in words. */
  done: string | null
  /** What undoes the attendance that was just saved. */
  undo: string | null
  newId: string
  /** What stands on the page and is not stored: which parts, and all fields. */
  unsaved: { form: MeetingForm; parts: Part[] } | null
  problem: PartProblem | null
}

const partNames = {
  attendance: 'meetings:part.attendance',
  'move-meeting': 'meetings:part.moveMeeting',
  'give-roles': 'meetings:part.giveRoles',
  'add-decision': 'meetings:part.addDecision',
  'add-task': 'meetings:part.addTask',
} as const satisfies Record<Part, string>

/**
 * The page where something typed is not saved: that stands in it, also what can no longer be
 * stored, as where somebody else has cancelled the meeting meanwhile.
 */
function withUnsaved(props: MeetingPageProps): MeetingPageProps {
  const { meeting, unsaved, isTrainer } = props
  if (!unsaved) return props
  const isNote = (part: Part) => part === 'add-decision' || part === 'add-task'
  const parts = unsaved.parts.filter((part) => isTrainer || isNote(part))
  const has = (part: Part) => parts.includes(part)
  const isNoted = has('attendance') || has('move-meeting')
  const ticks = meeting.ticks ?? (isNoted ? (meeting.kept?.ticks ?? null) : null)
  const turns = meeting.turns ?? (has('give-roles') ? (meeting.kept?.turns ?? null) : null)
  const mayWrite = meeting.mayWrite || parts.some(isNote)
  return {
    ...props,
    unsaved: { ...unsaved, parts },
    meeting: { ...meeting, ticks, turns, mayWrite },
  }
}

/**
 * A meeting: when, what to read, who does what, what was decided; for a trainer, who was there. All
 * of the page is one form, so that a button that saves one part carries the others along.
 */
export function MeetingView(shown: MeetingPageProps) {
  const props = withUnsaved(shown)
  const { t } = useTexts()
  const { title, day, page, circleName, meeting, done, undo, problem, newId } = props
  const typed = props.unsaved?.form.typed ?? {}
  const notes = { mayWrite: meeting.mayWrite, unsaved: typed, problem }
  return (
    <CirclePage
      frame={{ name: circleName, address: page, isTrainer: props.isTrainer }}
      title={title}
      done={done}
      problem={problem?.text}
    >
      <PostForm action={`${page}/meetings/${meeting.number}?of=${meeting.id}`}>
        <EnterButton />
        <input type="hidden" name="id" value={newId} />
        <NotSavedYet parts={(props.unsaved?.parts ?? []).map((part) => t(partNames[part]))} />
        {undo && <UndoButton word={undo} />}
        <Facts meeting={meeting} day={day} />
        {meeting.sameTime !== null && (
          <p className="notice">{t('circles:sameTime', meeting.sameTime)}</p>
        )}
        <p className="quiet">{t('meetings:timeZone', { zone: zoneInWords(meeting.timeZone) })}</p>
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
        {meeting.ticks && <MoveFields meeting={meeting} unsaved={typed} problem={problem} />}
        <ToRead meeting={meeting} />
        {meeting.ticks && <WhoWasThere {...props} ticks={meeting.ticks} />}
        <h2>{t('meetings:roles')}</h2>
        {meeting.turns ? (
          <RolesFields
            roles={meeting.turns}
            areProposed={meeting.areTurnsProposed}
            people={meeting.people}
            unsaved={typed}
          />
        ) : (
          <ul>
            <RoleLines people={meeting.roles} />
          </ul>
        )}
        <h2>{t('meetings:decisions')}</h2>
        <Decisions {...notes} decisions={meeting.decisions} />
        <h2>{t('meetings:tasks')}</h2>
        <Tasks
          {...notes}
          tasks={meeting.tasks}
          people={meeting.people}
          mayFinish={meeting.isOpen}
        />
      </PostForm>
      <Others {...props} />
    </CirclePage>
  )
}

function Facts({ meeting, day }: { meeting: MeetingViewModel; day: string }) {
  const { t } = useTexts()
  return (
    <>
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
      {meeting.ticks && meeting.isUnrecorded && (
        <p className="notice">{t('meetings:isUnrecorded')}</p>
      )}
    </>
  )
}

function ToRead({ meeting }: { meeting: MeetingViewModel }) {
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

function WhoWasThere({
  meeting,
  ticks,
  unsaved,
  problem,
}: MeetingPageProps & { ticks: NonNullable<MeetingViewModel['ticks']> }) {
  const { t } = useTexts()
  const isHeld = meeting.state === 'held'
  const isOwn =
    problem !== null &&
    ['attendance', 'everyone-there', 'not-held', 'undo'].includes(problem.intent)
  return (
    <>
      <h2 id="attendance">{t('meetings:attendance')}</h2>
      {isHeld && <p>{t('meetings:present', { count: meeting.present })}</p>}
      {!isHeld && meeting.isToCome && <p className="quiet">{t('meetings:isToCome')}</p>}
      <AttendanceFields
        stored={{ ticks, hours: meeting.hours, isHeld }}
        unsaved={unsaved && attendanceIn(unsaved.form)}
        problem={isOwn ? problem.text : null}
      />
    </>
  )
}

function Others({ meeting, page, isTrainer }: MeetingPageProps) {
  const { t } = useTexts()
  const { number, count } = meeting
  return (
    <p className="course-pages">
      {number > 1 && (
        <a href={`${page}/meetings/${number - 1}`}>
          {t('meetings:toMeetingBefore', { number: number - 1 })}
        </a>
      )}
      {number < count && (
        <a href={`${page}/meetings/${number + 1}`}>
          {t('meetings:toMeetingAfter', { number: number + 1 })}
        </a>
      )}
      {isTrainer && meeting.isOpen && <a href={`${page}/plan`}>{t('meetings:changePlan')}</a>}
    </p>
  )
}
