import { type Day, daysAfter } from '../platform/calendar-day.ts'
import type { Circle, EventOf } from './circle.ts'
import { type Result, refused } from './refusal.ts'
import { totalsOf } from './totals.ts'

/** For so many days a circle that was closed can be opened again. */
export const reopenDays = 30

/** The circle has finished: nobody joins while it is closed, and only numbers can be put right. */
export function close(circle: Circle, today: Day): Circle {
  return { ...circle, closedOn: today, proposal: null }
}

/** Opens a closed circle again, as it was: with its door open where it was open. */
export function reopen(circle: Circle, today: Day): Result {
  if (circle.closedOn === null) return circle
  if (today > daysAfter(circle.closedOn, reopenDays))
    return refused('circles:refused.tooLateToReopen', { days: reopenDays })
  if (!circle.seats.some(({ isTrainer, leftOn }) => isTrainer && leftOn === null))
    return refused('circles:refused.lastTrainer')
  return { ...circle, closedOn: null }
}

/**
 * How many women and young people there were: numbers that a trainer types, never attributes of
 * people.
 */
export function count(circle: Circle, { women, youth }: EventOf<'count'>): Result {
  const people = Math.max(
    totalsOf(circle).participants,
    circle.seats.filter(({ leftOn }) => leftOn === null).length,
  )
  const isCount = (number: number) => Number.isInteger(number) && number >= 0 && number <= people
  if (!isCount(women) || !isCount(youth)) return refused('circles:refused.countTooHigh', { people })
  if (circle.counts?.women === women && circle.counts.youth === youth) return circle
  return { ...circle, counts: { women, youth } }
}

/** The retention time is over: people, meetings and words go, the totals stay. */
export function retire(circle: Circle, today: Day): Circle {
  if (circle.totals) return circle
  const { succession: _, ...rest } = circle
  return {
    ...rest,
    name: '',
    aim: '',
    closedOn: circle.closedOn ?? today,
    join: { code: '', isOpen: false },
    seats: [],
    meetings: [],
    proposal: null,
    counts: null,
    totals: totalsOf(circle),
  }
}
