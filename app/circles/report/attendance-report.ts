import { type Circle, inOrder } from '../circle.ts'

/** A meeting that was held: its number in the plan, its study hours, how many came. */
export interface ReportedMeeting {
  id: string
  number: number
  day: string
  hours: number
  present: number
  chapters: string[]
}

/**
 * Someone who sits in the circle or came once: at which of the held meetings they were, in how
 * many, for how many study hours.
 */
export interface ReportedPerson {
  seat: string
  name: string
  hasLeft: boolean
  wasThere: boolean[]
  meetings: number
  hours: number
}

/** Attendance as it is signed and sent in. */
export interface AttendanceReport {
  meetings: ReportedMeeting[]
  people: ReportedPerson[]
}

/** Counts attendance and study hours, by meeting and by person. Only what was held counts. */
export function reportAttendance(circle: Circle): AttendanceReport {
  const numbered = inOrder(circle.meetings).map((meeting, index) => ({
    ...meeting,
    number: index + 1,
  }))
  const heldMeetings = numbered.filter(({ state }) => state === 'held')
  const hoursOf = (meeting: (typeof heldMeetings)[number]) => meeting.hoursHeld ?? meeting.hours
  const people = circle.seats.map((seat): ReportedPerson => {
    const wasThere = heldMeetings.map(({ present }) => present.includes(seat.id))
    const attended = heldMeetings.filter((_, index) => wasThere[index])
    const hours = attended.reduce((sum, meeting) => sum + hoursOf(meeting), 0)
    return {
      seat: seat.id,
      name: seat.name,
      hasLeft: seat.leftOn !== null,
      wasThere,
      meetings: attended.length,
      hours,
    }
  })
  return {
    meetings: heldMeetings.map((meeting) => ({
      id: meeting.id,
      number: meeting.number,
      day: meeting.day,
      hours: hoursOf(meeting),
      present: meeting.present.length,
      chapters: meeting.chapters,
    })),
    people: people.filter(({ meetings, hasLeft }) => meetings > 0 || !hasLeft),
  }
}

/** The words of the report's file, in the language of its reader. */
export interface ReportWords {
  name: string
  someone: string
  meetings: string
  hours: string
  present: string
  women: string
  youth: string
}

/**
 * The report as rows for a spreadsheet: a person a line, a meeting a column, 1 for there; below
 * them, what each meeting adds up to.
 */
export function reportRows(
  { meetings, people }: AttendanceReport,
  counts: { women: number; youth: number } | null,
  words: ReportWords,
): (string | number | null)[][] {
  const sum = (numbers: number[]) => numbers.reduce((all, one) => all + one, 0)
  const hours = meetings.map(({ hours }) => hours)
  const came = meetings.map(({ present }) => present)
  return [
    [words.name, ...meetings.map(({ day }) => day), words.meetings, words.hours],
    ...people.map(({ name, wasThere, meetings, hours }) => [
      name || words.someone,
      ...wasThere.map(Number),
      meetings,
      hours,
    ]),
    [words.present, ...came, sum(came), sum(meetings.map(({ present, hours }) => present * hours))],
    [words.hours, ...hours, meetings.length, sum(hours)],
    ...(counts
      ? [
          [words.women, counts.women],
          [words.youth, counts.youth],
        ]
      : []),
  ]
}
