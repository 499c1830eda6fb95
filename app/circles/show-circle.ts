import type { Course } from '../courses/model/chapter.ts'
import { formatDay } from '../i18n/format-day.ts'
import type { Language } from '../i18n/languages.ts'
import { type Day, daysAfter } from '../platform/calendar-day.ts'
import { type Circle, findSeat, inOrder, isUnrecorded, type Meeting, type Task } from './circle.ts'
import { localTime } from './local-time.ts'
import { type NamedChapter, nameChapter } from './plan/planned-chapters.ts'

/** A meeting as it stands in the list of all. */
export interface ListedMeeting {
  id: string
  number: number
  day: string
  dayInWords: string
  start: string
  hours: number
  state: Meeting['state']
  /** Whether its day has passed and nobody has said whether it was held. */
  isUnrecorded: boolean
  present: number
  chapters: NamedChapter[]
  /** Names, by role; null where nobody has it. */
  leads: string | null
  remembers: string | null
  notes: string | null
}

/** A decision or a task, with the meeting that it was noted at. */
export interface NoteView {
  id: string
  meeting: string
  dayInWords: string
  text: string
}

/** A task, with who shall do it. */
export interface TaskView extends NoteView {
  who: string | null
  isDone: boolean
}

/** What a seat is called on a page. One whose account was erased has no name any more. */
export function nameOf(circle: Circle, id: string | null): string | null {
  return findSeat(circle, id)?.name || null
}

/** The meetings in order, in words. */
export function listMeetings(
  circle: Circle,
  course: Course | undefined,
  language: Language,
  now: Date,
): ListedMeeting[] {
  const today = localTime(now, circle.timeZone).day
  return inOrder(circle.meetings).map((meeting, index) => ({
    id: meeting.id,
    number: index + 1,
    day: meeting.day,
    dayInWords: formatDay(meeting.day, language.tag),
    start: meeting.start,
    hours: meeting.hoursHeld ?? meeting.hours,
    state: meeting.state,
    isUnrecorded: isUnrecorded(meeting, today),
    present: meeting.present.length,
    chapters: meeting.chapters.flatMap((slug) => nameChapter(course, slug, language.tag) ?? []),
    leads: nameOf(circle, meeting.roles.leads),
    remembers: nameOf(circle, meeting.roles.remembers),
    notes: nameOf(circle, meeting.roles.notes),
  }))
}

/**
 * The next meeting: the first one planned whose day has not passed where the circle meets. Today’s
 * is the next one all day.
 */
export function nextMeeting(
  meetings: readonly ListedMeeting[],
  circle: Circle,
  now: Date,
): ListedMeeting | null {
  const { day } = localTime(now, circle.timeZone)
  const planned = meetings.filter(({ state }) => state === 'planned')
  return planned.find((meeting) => meeting.day >= day) ?? null
}

/** For so many days a circle is told that a member has become trainer by a proposal. */
const successionDays = 30

/**
 * Who has become trainer by a proposal and when, for a month after; null where nobody has, or their
 * name is gone.
 */
export function shownSuccession(
  circle: Circle,
  today: Day,
  language: Language,
): { name: string; day: string } | null {
  const { succession } = circle
  const name = nameOf(circle, succession?.seat ?? null)
  if (!succession || !name || today > daysAfter(succession.on, successionDays)) return null
  return { name, day: formatDay(succession.on, language.tag) }
}

/** What the group has decided, the latest first. */
export function showDecisions(circle: Circle, language: Language): NoteView[] {
  return inOrder(circle.meetings)
    .flatMap((meeting) =>
      meeting.decisions.map(({ id, text }) => ({
        id,
        meeting: meeting.id,
        dayInWords: formatDay(meeting.day, language.tag),
        text,
      })),
    )
    .reverse()
}

/** What there is to do: what is not done first. */
export function showTasks(circle: Circle, language: Language): TaskView[] {
  const taskView = (meeting: Meeting, { id, text, seat, isDone }: Task) => ({
    id,
    meeting: meeting.id,
    dayInWords: formatDay(meeting.day, language.tag),
    text,
    who: nameOf(circle, seat),
    isDone,
  })
  const all = inOrder(circle.meetings).flatMap((meeting) =>
    meeting.tasks.map((task) => taskView(meeting, task)),
  )
  return [...all.filter(({ isDone }) => !isDone), ...all.filter(({ isDone }) => isDone)]
}
