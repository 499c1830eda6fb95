import { normalizeName } from '../safety/visible-name.ts'
import {
  type Circle,
  type CircleEvent,
  type EventContext,
  type EventOf,
  findSeat,
  type Meeting,
  type Seat,
} from './circle.ts'
import { close, count, reopen, retire } from './closing-rules.ts'
import { problemOfAim, problemOfName } from './limits.ts'
import { recordAttendance } from './meetings/attendance-rules.ts'
import {
  addDecision,
  addTask,
  finishTask,
  giveRoles,
  removeDecision,
  removeTask,
} from './meetings/meeting-rules.ts'
import {
  addSeat,
  forget,
  join,
  leave,
  mergeSeats,
  recordChapterRead,
  removeSeat,
  renameSeat,
  restoreSeat,
  share,
} from './people/seat-rules.ts'
import {
  agree,
  applyDueProposal,
  handOver,
  makeTrainer,
  proposeTrainer,
  stepDown,
  withdrawAgreement,
} from './people/trainer-rules.ts'
import {
  cancelMeeting,
  moveMeeting,
  replan,
  restoreMeeting,
  rotateRoles,
} from './plan/plan-rules.ts'
import { isRefusal, type Outcome, type Result, refused } from './refusal.ts'

type Kind = CircleEvent['kind']

/**
 * Who may do something: trainers, any member, the person who leads or takes notes at the meeting
 * too, somebody with the code, or the site itself.
 */
type Allowed = 'trainers' | 'members' | 'recorders' | 'joiners' | 'site'

interface Rule<K extends Kind> {
  allowed: Allowed
  /** Whether it can still be done when the circle has finished. */
  afterClosing?: true
  /**
   * The circle as it then is; the very same where nothing changes. `by` is only there for members.
   */
  change(circle: Circle, event: EventOf<K>, at: { by: Seat; today: string }): Result
}

/** A rule about one meeting, which must exist. */
function ofMeeting<E extends { meeting: string }>(
  change: (circle: Circle, meeting: Meeting, event: E) => Result,
) {
  return (circle: Circle, event: E): Result => {
    const meeting = circle.meetings.find(({ id }) => id === event.meeting)
    return meeting ? change(circle, meeting, event) : refused('circles:refused.meetingUnknown')
  }
}

function openJoining(circle: Circle, isOpen: boolean): Circle {
  return circle.join.isOpen === isOpen ? circle : { ...circle, join: { ...circle.join, isOpen } }
}

/** What each event does, and who may cause it. */
const rules: { [K in Kind]: Rule<K> } = {
  rename: {
    allowed: 'trainers',
    change(circle, event) {
      const name = normalizeName(event.name)
      return problemOfName(event.name) ?? (name === circle.name ? circle : { ...circle, name })
    },
  },
  'set-aim': {
    allowed: 'trainers',
    change(circle, event) {
      const aim = event.aim.trim()
      return problemOfAim(aim) ?? (aim === circle.aim ? circle : { ...circle, aim })
    },
  },
  replan: { allowed: 'trainers', change: replan },
  'move-meeting': { allowed: 'trainers', change: ofMeeting(moveMeeting) },
  'cancel-meeting': { allowed: 'trainers', change: ofMeeting(cancelMeeting) },
  'restore-meeting': { allowed: 'trainers', change: ofMeeting(restoreMeeting) },
  'give-roles': { allowed: 'trainers', change: ofMeeting(giveRoles) },
  'rotate-roles': { allowed: 'trainers', change: rotateRoles },
  'add-seat': {
    allowed: 'trainers',
    change: (circle, event, { today }) => addSeat(circle, event, today),
  },
  'rename-seat': {
    allowed: 'members',
    change: (circle, event, { by }) => renameSeat(circle, event, by),
  },
  'remove-seat': {
    allowed: 'trainers',
    change: (circle, event, { today }) => removeSeat(circle, event, today),
  },
  'restore-seat': {
    allowed: 'trainers',
    change: (circle, event, { today }) => restoreSeat(circle, event, today),
  },
  'merge-seats': { allowed: 'trainers', change: mergeSeats },
  join: { allowed: 'joiners', change: (circle, event, { today }) => join(circle, event, today) },
  leave: {
    allowed: 'members',
    afterClosing: true,
    change: (circle, event, { by, today }) => leave(circle, event, by, today),
  },
  'make-trainer': {
    allowed: 'trainers',
    change: (circle, event) => makeTrainer(circle, event.seat),
  },
  'hand-over': {
    allowed: 'trainers',
    change: (circle, event, { by }) => handOver(circle, event, by),
  },
  'step-down': { allowed: 'trainers', change: (circle, _, { by }) => stepDown(circle, by) },
  'propose-trainer': {
    allowed: 'members',
    change: (circle, event, { by, today }) => proposeTrainer(circle, event, by, today),
  },
  agree: { allowed: 'members', change: (circle, _, { by }) => agree(circle, by) },
  'withdraw-agreement': {
    allowed: 'members',
    change: (circle, _, { by }) => withdrawAgreement(circle, by),
  },
  'still-here': {
    allowed: 'trainers',
    change: (circle) => (circle.proposal ? { ...circle, proposal: null } : circle),
  },
  'renew-code': {
    allowed: 'trainers',
    change: (circle, event) =>
      circle.join.code === event.code
        ? circle
        : { ...circle, join: { ...circle.join, code: event.code } },
  },
  'open-joining': { allowed: 'trainers', change: (circle) => openJoining(circle, true) },
  'close-joining': { allowed: 'trainers', change: (circle) => openJoining(circle, false) },
  'record-attendance': { allowed: 'trainers', change: ofMeeting(recordAttendance) },
  'add-decision': { allowed: 'recorders', change: ofMeeting(addDecision) },
  'remove-decision': { allowed: 'recorders', change: ofMeeting(removeDecision) },
  'add-task': { allowed: 'recorders', change: ofMeeting(addTask) },
  'finish-task': { allowed: 'members', change: ofMeeting(finishTask) },
  'reopen-task': { allowed: 'members', change: ofMeeting(finishTask) },
  'remove-task': { allowed: 'recorders', change: ofMeeting(removeTask) },
  'tell-read': {
    allowed: 'members',
    change: (circle, event, { by }) => recordChapterRead(circle, event, by),
  },
  'take-back-read': {
    allowed: 'members',
    afterClosing: true,
    change: (circle, event, { by }) => recordChapterRead(circle, event, by),
  },
  share: { allowed: 'members', change: (circle, event, { by }) => share(circle, event, by) },
  'stop-sharing': {
    allowed: 'members',
    afterClosing: true,
    change: (circle, event, { by }) => share(circle, event, by),
  },
  count: { allowed: 'trainers', afterClosing: true, change: count },
  close: { allowed: 'trainers', change: (circle, _, { today }) => close(circle, today) },
  reopen: {
    allowed: 'trainers',
    afterClosing: true,
    change: (circle, _, { today }) => reopen(circle, today),
  },
  forget: {
    allowed: 'site',
    afterClosing: true,
    change: (circle, event, { today }) => forget(circle, event, today),
  },
  retire: {
    allowed: 'site',
    afterClosing: true,
    change: (circle, _, { today }) => retire(circle, today),
  },
}

function mayCause(
  allowed: Allowed,
  circle: Circle,
  event: CircleEvent,
  by: Seat | undefined,
): boolean {
  if (allowed === 'site' || allowed === 'joiners') return by === undefined
  if (!by) return false
  if (allowed === 'members' || by.isTrainer) return true
  const meeting =
    allowed === 'recorders' &&
    circle.meetings.find(({ id }) => id === (event as { meeting?: string }).meeting)
  return Boolean(meeting) && Object.values((meeting as Meeting).roles).includes(by.id)
}

/**
 * What an event makes of a circle, or why it is refused. Pure: the circle given stays as it is. The
 * same event applied twice is applied once, and ticks may come in any order, so a writer who finds
 * that another was faster applies the event to the newer circle.
 */
export function apply(stored: Circle, event: CircleEvent, { by, today }: EventContext): Outcome {
  const circle = applyDueProposal(stored, today)
  const rule = rules[event.kind] as Rule<Kind>
  const seat = by === null ? undefined : findSeat(circle, by)
  const member = seat?.leftOn === null && seat.hasAccount ? seat : undefined
  if (by !== null && !member) return refused('circles:refused.notMember')
  if (!mayCause(rule.allowed, circle, event, member)) return refused('circles:refused.trainersOnly')
  if (circle.totals && rule.allowed !== 'site') return refused('circles:refused.circleIsClosed')
  if (circle.closedOn !== null && !rule.afterClosing)
    return refused('circles:refused.circleIsClosed')
  const result = rule.change(circle, event as never, { by: member as Seat, today })
  if (isRefusal(result)) return result
  return result === stored
    ? { kind: 'same' }
    : { kind: 'changed', circle: applyDueProposal(result, today) }
}
