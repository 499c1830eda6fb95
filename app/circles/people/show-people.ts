import type { Day } from '../../platform/calendar-day.ts'
import { type Circle, type Seat, seated } from '../circle.ts'

/** Somebody who sits in a circle, as the others see them. */
export interface PersonView {
  id: string
  name: string
  isOwn: boolean
  isTrainer: boolean
  hasAccount: boolean
}

/** Somebody who sat in it. */
export interface RemovedPersonView {
  id: string
  name: string
  day: string
  /** Whether they can be put on the list again. */
  canReturn: boolean
}

/**
 * Who sits in a circle, trainers first; and, for trainers, who has gone, and which names can turn
 * out to be somebody who has joined: words on the list, and those who left their name when they
 * went, since they may come back.
 */
export function showPeople(circle: Circle, own: Seat, inWords: (day: Day) => string) {
  const people = seated(circle)
    .map(
      ({ id, name, isTrainer, hasAccount }): PersonView => ({
        id,
        name,
        isOwn: id === own.id,
        isTrainer,
        hasAccount,
      }),
    )
    .sort((a, b) => Number(b.isTrainer) - Number(a.isTrainer))
  const left = circle.seats.flatMap(({ id, name, leftOn }): RemovedPersonView[] =>
    leftOn === null ? [] : [{ id, name, day: inWords(leftOn), canReturn: name !== '' }],
  )
  const words = circle.seats
    .filter(({ hasAccount, name }) => !hasAccount && name !== '')
    .map(({ id, name }) => ({ id, name }))
  return own.isTrainer ? { people, words, left } : { people, words: [], left: [] }
}
