import { type Course, chapterAddress } from '../../courses/model/chapter.ts'
import { nameOf } from '../../courses/model/chapter-name.ts'
import { studyHour } from '../../courses/model/guide.ts'
import {
  type Circle,
  findSeat,
  inOrder,
  isUnrecorded,
  type Meeting,
  type Roles,
  type Seat,
  seated,
  type Task,
} from '../circle.ts'
import { localTime, minutesAfter } from '../local-time.ts'
import { atSameTime } from '../plan/plan-rules.ts'
import { suggestRoles } from '../plan/rotation.ts'

/** A chapter to read for a meeting. */
export interface ChapterToRead {
  number: number
  title: string
  address: string
}

/**
 * A meeting as a page shows it to one of the circle. Who was there is in it for trainers only, and
 * for everyone about themselves.
 */
export interface MeetingViewModel {
  id: string
  number: number
  count: number
  day: string
  start: string
  ends: string
  timeZone: string
  hours: number
  state: Meeting['state']
  chapters: ChapterToRead[]
  people: { id: string; name: string }[]
  roles: Record<keyof Roles, string | null>
  /** For trainers: the roles as they are, and the one whose turn it is where nobody has one. */
  turns: Roles | null
  /** Whether the turns hold somebody who has not been given the role. */
  areTurnsProposed: boolean
  /** For trainers: everyone who can be ticked. */
  ticks: { id: string; name: string; isThere: boolean }[] | null
  /**
   * For trainers, also of a meeting that was cancelled or whose circle was closed meanwhile: what
   * they were filling in still stands on the page.
   */
  kept: { ticks: NonNullable<MeetingViewModel['ticks']>; turns: Roles } | null
  present: number
  wasThere: boolean
  decisions: Meeting['decisions']
  tasks: (Task & { name: string | null })[]
  mayWrite: boolean
  isOpen: boolean
  /** Whether its day is still to come where the circle meets. */
  isToCome: boolean
  /** Whether its day has passed and nobody has said whether it was held. */
  isUnrecorded: boolean
  /** Its number and that of another meeting at the same time, the earlier one first. */
  sameTime: { first: number; second: number } | null
}

/**
 * The chapters of a meeting in a language, in its order. Those that the course no longer has are
 * left out.
 */
export function chaptersToRead(
  course: Course | undefined,
  slugs: readonly string[],
  lang: string,
): ChapterToRead[] {
  return slugs.flatMap((slug) => {
    const chapter = course?.chapters.find((one) => one.slug === slug)
    if (!course || !chapter) return []
    const { title } = nameOf(course, chapter, lang)
    return [{ number: chapter.number, title, address: chapterAddress(chapter, { tag: lang }) }]
  })
}

/** The roles as they are, and the one whose turn it is where nobody has one. */
export function turnsOf(circle: Circle, meeting: Meeting): Roles {
  const others = circle.meetings.filter(
    ({ id, state }) => id !== meeting.id && state !== 'cancelled',
  )
  const free = seated(circle).map(({ id }) => id)
  const suggested = suggestRoles(free, others)
  const { leads, remembers, notes } = meeting.roles
  return {
    leads: leads ?? suggested.leads,
    remembers: remembers ?? suggested.remembers,
    notes: notes ?? suggested.notes,
  }
}

function areProposed(turns: Roles, roles: Roles): boolean {
  return (
    turns.leads !== roles.leads ||
    turns.remembers !== roles.remembers ||
    turns.notes !== roles.notes
  )
}

function numbersAtSameTime(
  meetings: readonly Meeting[],
  meeting: Meeting,
): MeetingViewModel['sameTime'] {
  const pair = atSameTime(meetings).find((two) => two.some(({ id }) => id === meeting.id))
  return pair
    ? { first: meetings.indexOf(pair[0]) + 1, second: meetings.indexOf(pair[1]) + 1 }
    : null
}

/**
 * Shows a meeting to someone who has a seat. `someone` is the word for a person whose name is gone.
 */
export function meetingView(
  circle: Circle,
  meeting: Meeting,
  {
    seat,
    course,
    lang,
    someone,
    now,
  }: { seat: Seat; course: Course | undefined; lang: string; someone: string; now: Date },
): MeetingViewModel {
  const nameOf = (id: string | null) => (id === null ? null : findSeat(circle, id)?.name || someone)
  const meetings = inOrder(circle.meetings)
  const isOpen = circle.closedOn === null && circle.totals === null
  const today = localTime(now, circle.timeZone).day
  const { leads, remembers, notes } = meeting.roles
  const tickable = circle.seats.filter(
    ({ id, leftOn }) => leftOn === null || meeting.present.includes(id),
  )
  const ticks = tickable.map(({ id, name }) => ({
    id,
    name: name || someone,
    isThere: meeting.present.includes(id),
  }))
  const turns =
    seat.isTrainer && isOpen && meeting.state === 'planned' ? turnsOf(circle, meeting) : null
  return {
    id: meeting.id,
    number: meetings.findIndex(({ id }) => id === meeting.id) + 1,
    count: meetings.length,
    day: meeting.day,
    start: meeting.start,
    ends: minutesAfter(meeting.start, meeting.hours * studyHour),
    timeZone: circle.timeZone,
    hours: meeting.hoursHeld ?? meeting.hours,
    state: meeting.state,
    chapters: chaptersToRead(course, meeting.chapters, lang),
    people: seated(circle).map(({ id, name }) => ({ id, name: name || someone })),
    roles: { leads: nameOf(leads), remembers: nameOf(remembers), notes: nameOf(notes) },
    turns,
    areTurnsProposed: turns !== null && areProposed(turns, meeting.roles),
    ticks: seat.isTrainer && isOpen && meeting.state !== 'cancelled' ? ticks : null,
    kept: seat.isTrainer ? { ticks, turns: turnsOf(circle, meeting) } : null,
    present: meeting.present.length,
    wasThere: meeting.present.includes(seat.id),
    decisions: meeting.decisions,
    tasks: meeting.tasks.map((task) => ({ ...task, name: nameOf(task.seat) })),
    mayWrite: isOpen && (seat.isTrainer || Object.values(meeting.roles).includes(seat.id)),
    isOpen,
    isToCome: meeting.day > today,
    isUnrecorded: isUnrecorded(meeting, today),
    sameTime: numbersAtSameTime(meetings, meeting),
  }
}
