import { type Day, daysAfter } from '../../platform/calendar-day.ts'
import { type Circle, type EventOf, findSeat, type Proposal, type Seat, seated } from '../circle.ts'
import { type Refusal, type Result, refused } from '../refusal.ts'
import { isLastTrainer, withSeat } from './seat-rules.ts'

/** How many days a trainer has to say "I am still here" before an agreed proposal takes effect. */
export const proposalDays = 7

/** After how many days a proposal that too few agree with is gone. */
export const lapseDays = 30

function problemOfTrainer(seat: Seat | undefined): Refusal | null {
  if (!seat || seat.leftOn !== null) return refused('circles:refused.seatUnknown')
  return seat.hasAccount ? null : refused('circles:refused.trainerNeedsAccount')
}

/** Makes a member trainer beside the others. */
export function makeTrainer(circle: Circle, seatId: string): Result {
  const seat = findSeat(circle, seatId)
  const problem = problemOfTrainer(seat)
  if (problem) return problem
  if (seat!.isTrainer) return circle
  const proposal = circle.proposal?.seat === seat!.id ? null : circle.proposal
  return { ...withSeat(circle, seat!.id, { isTrainer: true }), proposal }
}

/** A trainer stays as a member. The last one cannot: the circle would have none. */
export function stepDown(circle: Circle, by: Seat): Result {
  if (isLastTrainer(circle, by)) return refused('circles:refused.lastTrainer')
  return withSeat(circle, by.id, { isTrainer: false })
}

/** Makes another trainer in one's own place. */
export function handOver(
  circle: Circle,
  event: EventOf<'hand-over' | 'propose-trainer'>,
  by: Seat,
): Result {
  if (findSeat(circle, event.seat)?.id === by.id) return circle
  const made = makeTrainer(circle, event.seat)
  return 'kind' in made ? made : withSeat(made, by.id, { isTrainer: false })
}

/**
 * The members who decide when a trainer has vanished: those with an account who are not trainers.
 */
export function electors(circle: Circle): Seat[] {
  return seated(circle).filter(({ hasAccount, isTrainer }) => hasAccount && !isTrainer)
}

/** Whether more than half of those who decide agree, as they are now. */
export function isAgreed(circle: Circle, proposal: Proposal): boolean {
  const all = electors(circle)
  return all.filter(({ id }) => proposal.supporters.includes(id)).length * 2 > all.length
}

/**
 * The day on which an agreed proposal takes effect; at once where the circle has no trainer any
 * more.
 */
function effectiveOn(circle: Circle, proposal: Proposal): Day {
  return seated(circle).some(({ isTrainer }) => isTrainer)
    ? daysAfter(proposal.on, proposalDays)
    : proposal.on
}

/**
 * The day that members are told: the one on which it takes effect, today where that has passed and
 * too few agreed.
 */
export function proposalEffect(circle: Circle, proposal: Proposal, today: Day): Day {
  const on = effectiveOn(circle, proposal)
  return on < today ? today : on
}

/**
 * The circle as it is today: a proposal whose day has come has taken effect, and one that too few
 * agreed with for a month is gone, so that another can be made. To be asked before anything is read
 * or done.
 */
export function applyDueProposal(circle: Circle, today: Day): Circle {
  const { proposal } = circle
  if (!proposal || circle.closedOn !== null) return circle
  const seat = findSeat(circle, proposal.seat)
  if (problemOfTrainer(seat) || seat!.isTrainer) return { ...circle, proposal: null }
  if (isAgreed(circle, proposal) && today >= effectiveOn(circle, proposal))
    return {
      ...withSeat(circle, seat!.id, { isTrainer: true }),
      proposal: null,
      succession: { seat: seat!.id, on: effectiveOn(circle, proposal) },
    }
  return today > daysAfter(proposal.on, lapseDays) ? { ...circle, proposal: null } : circle
}

/** A member proposes a member, perhaps themselves, since the trainer has vanished. */
export function proposeTrainer(
  circle: Circle,
  event: EventOf<'hand-over' | 'propose-trainer'>,
  by: Seat,
  today: Day,
): Result {
  if (by.isTrainer) return refused('circles:refused.trainersNeedNoProposal')
  const seat = findSeat(circle, event.seat)
  const problem = problemOfTrainer(seat)
  if (problem) return problem
  if (seat!.isTrainer) return circle
  if (!circle.proposal)
    return { ...circle, proposal: { seat: seat!.id, on: today, supporters: [by.id] } }
  return circle.proposal.seat === seat!.id
    ? agree(circle, by)
    : refused('circles:refused.proposalIsThere')
}

/** A member agrees with the proposal. */
export function agree(circle: Circle, by: Seat): Result {
  if (by.isTrainer) return refused('circles:refused.trainersNeedNoProposal')
  if (!circle.proposal) return refused('circles:refused.noProposal')
  if (circle.proposal.supporters.includes(by.id)) return circle
  return {
    ...circle,
    proposal: { ...circle.proposal, supporters: [...circle.proposal.supporters, by.id] },
  }
}

/** A member no longer agrees. A proposal that nobody agrees with is gone. */
export function withdrawAgreement(circle: Circle, by: Seat): Circle {
  if (!circle.proposal?.supporters.includes(by.id)) return circle
  const supporters = circle.proposal.supporters.filter((id) => id !== by.id)
  return { ...circle, proposal: supporters.length > 0 ? { ...circle.proposal, supporters } : null }
}
