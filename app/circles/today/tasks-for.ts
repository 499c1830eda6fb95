import { type Circle, findSeat, inOrder } from '../circle.ts'

/** A task that is left to do, and whether it is one's own or anybody's. */
export interface OwnTask {
  id: string
  text: string
  isOwn: boolean
}

/** What is left to do in a circle for the person in a seat: their own tasks, then nobody's. */
export function tasksFor(circle: Circle, seatId: string): OwnTask[] {
  const seat = findSeat(circle, seatId)
  const left = inOrder(circle.meetings)
    .flatMap(({ tasks }) => tasks)
    .filter(({ isDone }) => !isDone)
    .map(({ id, text, seat: who }) => ({ id, text, who: who && findSeat(circle, who)?.id }))
  return [
    ...left.filter(({ who }) => who && who === seat?.id),
    ...left.filter(({ who }) => !who),
  ].map(({ id, text, who }) => ({ id, text, isOwn: Boolean(who) }))
}
