import { type Day, daysAfter } from '../../platform/calendar-day.ts'
import { looksLike } from '../../safety/name-skeletons.ts'
import { normalizeName } from '../../safety/visible-name.ts'
import { type Circle, type EventOf, findSeat, type Meeting, type Seat, seated } from '../circle.ts'
import { idOfNew } from '../entry-id.ts'
import { limits, problemOfSeatName } from '../limits.ts'
import { type Refusal, type Result, refused } from '../refusal.ts'
import { noName, withNameInTexts } from './names-in-texts.ts'

/** How many days a removed seat can be given back with its account. */
export const undoDays = 7

/** The circle with one seat changed. */
export function withSeat(circle: Circle, id: string, change: Partial<Seat>): Circle {
  return {
    ...circle,
    seats: circle.seats.map((seat) => (seat.id === id ? { ...seat, ...change } : seat)),
  }
}

/** Whether the circle would be open and without a trainer if this seat were none. */
export function isLastTrainer(circle: Circle, seat: Seat): boolean {
  return seat.isTrainer && !seated(circle).some((other) => other.isTrainer && other.id !== seat.id)
}

function newSeat(id: string, name: string, today: Day): Seat {
  return {
    id,
    name,
    hasAccount: false,
    isTrainer: false,
    joinedOn: today,
    leftOn: null,
    mergedFrom: [],
    chaptersRead: [],
    sharesProgress: false,
  }
}

function isNameOf(circle: Circle, name: string, seats: (seat: Seat) => boolean): boolean {
  return seated(circle).some((seat) => seats(seat) && looksLike(seat.name, name))
}

function problemOfRoom(circle: Circle): Refusal | null {
  if (seated(circle).length >= limits.seats)
    return refused('circles:refused.circleIsFull', { max: limits.seats })
  if (circle.seats.length >= limits.seatsEver)
    return refused('circles:refused.tooManySeats', { max: limits.seatsEver })
  return null
}

/** A seat for someone without an account: a word on the trainer's list. */
export function addSeat(
  circle: Circle,
  event: EventOf<'add-seat' | 'rename-seat'>,
  today: Day,
): Result {
  const name = normalizeName(event.name)
  // The id of a seat that was merged into another still leads to that one.
  const taken = circle.seats.flatMap((one) => [
    { id: one.id, isSame: one.name === name && one.leftOn === null },
    ...one.mergedFrom.map((merged) => ({ id: merged, isSame: false })),
  ])
  const id = idOfNew(taken, event.seat, ({ isSame }) => isSame)
  if (!id) return circle
  const problem = problemOfSeatName(event.name) ?? problemOfRoom(circle)
  if (problem) return problem
  if (isNameOf(circle, name, () => true)) return refused('circles:refused.nameTaken')
  return { ...circle, seats: [...circle.seats, newSeat(id, name, today)] }
}

/**
 * Someone takes a seat with the circle's code. A name on the trainer's list may be the joiner's
 * own: the two are merged later.
 */
export function join(circle: Circle, event: EventOf<'join'>, today: Day): Result {
  if (findSeat(circle, event.seat)) return circle
  if (!circle.join.isOpen || circle.join.code !== event.code)
    return refused('circles:refused.codeUnknown')
  const name = normalizeName(event.name)
  const problem = problemOfSeatName(event.name) ?? problemOfRoom(circle)
  if (problem) return problem
  if (isNameOf(circle, name, ({ hasAccount }) => hasAccount))
    return refused('circles:refused.nameTaken')
  return {
    ...circle,
    seats: [...circle.seats, { ...newSeat(event.seat, name, today), hasAccount: true }],
  }
}

/** Trainers name the seats without an account; everyone names their own. */
export function renameSeat(
  circle: Circle,
  event: EventOf<'add-seat' | 'rename-seat'>,
  by: Seat,
): Result {
  const seat = findSeat(circle, event.seat)
  if (!seat) return refused('circles:refused.seatUnknown')
  if (seat.id !== by.id && !by.isTrainer) return refused('circles:refused.trainersOnly')
  if (seat.id !== by.id && seat.hasAccount) return refused('circles:refused.nameIsTheirs')
  const name = normalizeName(event.name)
  const problem = problemOfSeatName(event.name)
  if (problem) return problem
  if (seat.name === name) return circle
  if (isNameOf(circle, name, ({ id }) => id !== seat.id))
    return refused('circles:refused.nameTaken')
  const named = withSeat(circle, seat.id, { name })
  // Nobody but a trainer changes the circle's words by calling themselves something.
  return by.isTrainer ? withNameInTexts(named, seat.name, name) : named
}

/**
 * Takes someone off the list. Their ticks stay, for the report; a trainer cannot be removed by
 * another.
 */
export function removeSeat(
  circle: Circle,
  event: EventOf<'remove-seat' | 'restore-seat'>,
  today: Day,
): Result {
  const seat = findSeat(circle, event.seat)
  if (!seat || seat.leftOn !== null) return circle
  if (seat.isTrainer) return refused('circles:refused.trainersLeaveThemselves')
  return withSeat(circle, seat.id, { leftOn: today, sharesProgress: false })
}

/**
 * Undoes a removal. After some days the account is no longer known, and the seat comes back as a
 * word on the list.
 */
export function restoreSeat(
  circle: Circle,
  event: EventOf<'remove-seat' | 'restore-seat'>,
  today: Day,
): Result {
  const seat = findSeat(circle, event.seat)
  if (!seat) return refused('circles:refused.seatUnknown')
  if (seat.leftOn === null) return circle
  if (seat.name === '') return refused('circles:refused.seatIsForgotten')
  if (seated(circle).length >= limits.seats)
    return refused('circles:refused.circleIsFull', { max: limits.seats })
  if (isNameOf(circle, seat.name, () => true)) return refused('circles:refused.nameTaken')
  return withSeat(circle, seat.id, {
    leftOn: null,
    hasAccount: seat.hasAccount && today <= daysAfter(seat.leftOn, undoDays),
  })
}

/**
 * Someone leaves, with or without their name on the list of who was there. Nothing else of theirs
 * stays.
 */
export function leave(circle: Circle, event: EventOf<'leave'>, by: Seat, today: Day): Result {
  if (circle.closedOn === null && isLastTrainer(circle, by))
    return refused('circles:refused.lastTrainerLeaves')
  return emptySeat(circle, by, today, event.keepsName ? by.name : '')
}

/**
 * The account of a seat was erased: the place stays as a number, and nothing else; nor does the
 * name in the circle's words.
 */
export function forget(circle: Circle, event: EventOf<'forget'>, today: Day): Circle {
  const seat = findSeat(circle, event.seat)
  if (!seat || (seat.name === '' && !seat.hasAccount)) return circle
  return emptySeat(circle, seat, seat.leftOn ?? today, '')
}

function emptySeat(circle: Circle, seat: Seat, leftOn: Day, name: string): Circle {
  const left = withSeat(circle, seat.id, {
    name,
    leftOn,
    hasAccount: false,
    isTrainer: false,
    chaptersRead: [],
    sharesProgress: false,
  })
  const proposal = left.proposal && {
    ...left.proposal,
    supporters: left.proposal.supporters.filter((id) => id !== seat.id),
  }
  const words = name === '' ? withNameInTexts(left, seat.name, noName) : left
  return {
    ...words,
    proposal:
      proposal && proposal.seat !== seat.id && proposal.supporters.length > 0 ? proposal : null,
  }
}

const withoutDoubles = (ids: string[]) => [...new Set(ids)]

function moveInMeeting(meeting: Meeting, from: string, to: string): Meeting {
  const moved = <T extends string | null>(id: T) => (id === from ? to : id) as T
  const { leads, remembers, notes } = meeting.roles
  return {
    ...meeting,
    present: withoutDoubles(meeting.present.map(moved)),
    roles: { leads: moved(leads), remembers: moved(remembers), notes: moved(notes) },
    tasks: meeting.tasks.map((task) => ({ ...task, seat: moved(task.seat) })),
  }
}

/** A word on the list turns out to be someone who has joined: one seat, with the ticks of both. */
export function mergeSeats(circle: Circle, event: EventOf<'merge-seats'>): Result {
  const from = findSeat(circle, event.seat)
  const into = findSeat(circle, event.into)
  if (!from || !into) return refused('circles:refused.seatUnknown')
  if (from.id === into.id) return circle
  if (from.hasAccount) return refused('circles:refused.mergeNeedsWord')
  if (into.leftOn !== null) return refused('circles:refused.seatUnknown')
  const joinedOn = from.joinedOn < into.joinedOn ? from.joinedOn : into.joinedOn
  const merged = withSeat(circle, into.id, {
    joinedOn,
    mergedFrom: [...into.mergedFrom, from.id, ...from.mergedFrom],
  })
  const united = {
    ...merged,
    seats: merged.seats.filter(({ id }) => id !== from.id),
    meetings: circle.meetings.map((meeting) => moveInMeeting(meeting, from.id, into.id)),
  }
  return withNameInTexts(united, from.name, into.name)
}

/** What a member says of themselves: that a chapter is read. */
export function recordChapterRead(
  circle: Circle,
  event: EventOf<'tell-read' | 'take-back-read'>,
  by: Seat,
): Result {
  const isRead = by.chaptersRead.includes(event.chapter)
  if (isRead === (event.kind === 'tell-read')) return circle
  if (!isRead && by.chaptersRead.length >= limits.meetings)
    return refused('circles:refused.tooManyNotes', { max: limits.meetings })
  return withSeat(circle, by.id, {
    chaptersRead: isRead
      ? by.chaptersRead.filter((one) => one !== event.chapter)
      : [...by.chaptersRead, event.chapter].sort(),
  })
}

/** Whether trainers may see which chapters this member has finished. */
export function share(circle: Circle, event: EventOf<'share' | 'stop-sharing'>, by: Seat): Circle {
  const sharesProgress = event.kind === 'share'
  return by.sharesProgress === sharesProgress ? circle : withSeat(circle, by.id, { sharesProgress })
}
