import { z } from 'zod'
import type { Attendance, AttendanceChange, CircleEvent, Meeting, Roles } from '../circle.ts'
import { readHours } from '../limits.ts'
import { changedTicks } from './attendance-rules.ts'

// Lengths and words are judged by the rules, with a reason; here only what no page of ours would
// send is kept out.
const id = z.string().regex(/^[a-z0-9-]{1,40}$/)
const short = z.string().max(60)
const text = z.string().max(5000)

/** The fields that stand in the form once at most. */
const fieldsOnce = z.strictObject({
  intent: z.string().regex(/^[a-z-]{1,40}(:[a-z0-9-]{1,40})?$/),
  id: id.optional(),
  undo: z.string().max(3000).optional(),
  day: short.optional(),
  start: short.optional(),
  hours: short.optional(),
  hoursSeen: z.string().regex(/^\d$/).optional(),
  heldSeen: z.enum(['yes', 'no']).optional(),
  leads: short.optional(),
  remembers: short.optional(),
  notes: short.optional(),
  decision: text.optional(),
  task: text.optional(),
  seat: short.optional(),
})
const fieldsRepeated = ['listed', 'seen', 'there'] as const
const ids = z.array(id).max(100)

/**
 * All that the form of a meeting's page holds: each of its buttons sends the whole, so that nothing
 * on the page is lost.
 */
export interface MeetingForm {
  /** What the button that was pressed asks for. */
  intent: string
  /** The decision or task that the button stands beside. */
  item: string
  typed: Partial<z.infer<typeof fieldsOnce>>
  /** Seats: those with a box, those whose box the page showed ticked, those that are ticked now. */
  listed: string[]
  seen: string[]
  there: string[]
}

/** Reads the form of a meeting's page. Null where it holds what the page never sends. */
export function readMeetingForm(fields: URLSearchParams): MeetingForm | null {
  const once = [...fields].filter(([name]) => !(fieldsRepeated as readonly string[]).includes(name))
  const typed = fieldsOnce.safeParse(Object.fromEntries(once))
  const [listed, seen, there] = fieldsRepeated.map(
    (name) => ids.safeParse([...new Set(fields.getAll(name))]).data,
  )
  if (
    !typed.success ||
    new Set(once.map(([name]) => name)).size !== once.length ||
    !listed ||
    !seen ||
    !there
  )
    return null
  const [intent = '', item = ''] = typed.data.intent.split(':')
  return { intent, item, typed: typed.data, listed, seen, there }
}

/**
 * The attendance that a form holds; null where its page has no attendance or it was saved already.
 */
export function attendanceIn({ typed, seen, there }: MeetingForm): AttendanceChange | null {
  const { hours, hoursSeen, heldSeen } = typed
  if (hours === undefined || hoursSeen === undefined || heldSeen === undefined) return null
  return {
    seen: { isHeld: heldSeen === 'yes', hours: Number(hoursSeen), present: seen },
    now: { isHeld: true, hours: readHours(hours), present: there },
  }
}

const half = ({ isHeld, hours }: Attendance, present: string[]) =>
  [isHeld ? 'held' : 'planned', hours, ...present].join('.')

/** What undoes a change of attendance, as one word for an address: the change backwards. */
export function undoWord(change: AttendanceChange): string {
  const { ticked, unticked } = changedTicks(change)
  return `${half(change.now, ticked)}_${half(change.seen, unticked)}`
}

function readHalf(word: string): Attendance | null {
  if (!/^(held|planned)\.\d(\.[a-z0-9-]{1,40}){0,100}$/.test(word)) return null
  const [state, hours, ...present] = word.split('.')
  return { isHeld: state === 'held', hours: Number(hours), present }
}

/** The change that such a word stands for; null for a word of no such kind. */
export function readUndoWord(word: string): AttendanceChange | null {
  const [seen, now, ...rest] = word.split('_').map(readHalf)
  return seen && now && rest.length === 0 ? { seen, now } : null
}

/** The change of attendance that a button asks for; null where it asks for none. */
export function attendanceFromRequest(form: MeetingForm): AttendanceChange | null {
  const change = attendanceIn(form)
  switch (form.intent) {
    case 'attendance':
      return change
    case 'everyone-there':
      return (
        change && {
          ...change,
          now: { ...change.now, present: [...new Set([...form.there, ...form.listed])] },
        }
      )
    case 'not-held':
      return change && { ...change, now: { isHeld: false, hours: change.seen.hours, present: [] } }
    case 'undo':
      return readUndoWord(form.typed.undo ?? '')
    default:
      return null
  }
}

/**
 * What a button asks for, as an event of the circle; null where the form lacks something that its
 * page always sends.
 */
export function eventFromForm(form: MeetingForm, meeting: string): CircleEvent | null {
  const { intent, item, typed } = form
  const { day, start, leads, remembers, notes, decision, task, seat } = typed
  switch (intent) {
    case 'attendance':
    case 'everyone-there':
    case 'not-held':
    case 'undo': {
      const change = attendanceFromRequest(form)
      return change && { kind: 'record-attendance', meeting, ...change }
    }
    case 'move-meeting':
      return day === undefined || start === undefined ? null : { kind: intent, meeting, day, start }
    case 'give-roles': {
      if (leads === undefined || remembers === undefined || notes === undefined) return null
      return {
        kind: intent,
        meeting,
        roles: { leads: leads || null, remembers: remembers || null, notes: notes || null },
      }
    }
    case 'add-decision':
      return typed.id && decision !== undefined
        ? { kind: intent, meeting, decision: typed.id, text: decision }
        : null
    case 'add-task':
      return typed.id && task !== undefined
        ? { kind: intent, meeting, task: typed.id, text: task, seat: seat || null }
        : null
    case 'remove-decision':
      return item ? { kind: intent, meeting, decision: item } : null
    case 'finish-task':
    case 'reopen-task':
    case 'remove-task':
      return item ? { kind: intent, meeting, task: item } : null
    default:
      return null
  }
}

/** The parts of the page that are saved by a button of their own. */
export const parts = [
  'attendance',
  'move-meeting',
  'give-roles',
  'add-decision',
  'add-task',
] as const
export type Part = (typeof parts)[number]

/**
 * The parts in which somebody changed something that is not stored. `turns` are the roles that the
 * page showed.
 */
export function changedParts(
  form: MeetingForm,
  meeting: Pick<Meeting, 'day' | 'start'>,
  turns: Roles | null,
): Part[] {
  const { day, start, leads, remembers, notes, decision = '', task = '' } = form.typed
  const change = attendanceIn(form)
  const ticks = change && changedTicks(change)
  const isChanged: Record<Part, boolean> = {
    attendance: Boolean(
      change &&
        ticks &&
        (ticks.ticked.length + ticks.unticked.length > 0 || change.now.hours !== change.seen.hours),
    ),
    'move-meeting':
      day !== undefined && start !== undefined && (day !== meeting.day || start !== meeting.start),
    'give-roles':
      turns !== null &&
      [leads, remembers, notes].some((one, index) => {
        const turn = [turns.leads, turns.remembers, turns.notes][index]
        return one !== undefined && one !== (turn ?? '')
      }),
    'add-decision': decision.trim() !== '',
    'add-task': task.trim() !== '',
  }
  return parts.filter((part) => isChanged[part])
}

const fieldsOf: Record<Part, (keyof MeetingForm['typed'])[]> = {
  attendance: ['hours', 'hoursSeen', 'heldSeen'],
  'move-meeting': ['day', 'start'],
  'give-roles': ['leads', 'remembers', 'notes'],
  'add-decision': ['decision'],
  'add-task': ['task', 'seat'],
}

/**
 * The part that a button saves; null for one that saves no part. To undo leaves what is ticked
 * meanwhile.
 */
export function partOf(intent: string): Part | null {
  if (intent === 'everyone-there' || intent === 'not-held') return 'attendance'
  return parts.find((part) => part === intent) ?? null
}

/** What is still to be saved once a part was: the form without it. */
export function withoutPart(form: MeetingForm, part: Part | null): MeetingForm {
  const gone: readonly string[] = part ? fieldsOf[part] : []
  const typed = Object.fromEntries(
    Object.entries(form.typed).filter(([name]) => !gone.includes(name) && name !== 'undo'),
  )
  return { ...form, typed }
}
