import type { Circle, CircleEvent, Seat } from '../circle.ts'
import { type PageForm, partOf, readPageForm } from '../page-form.ts'

const isId = (text: string | undefined): text is string =>
  text !== undefined && /^[a-z0-9-]{1,40}$/.test(text)

/** The name of the field in which a seat's name stands. One's own is called "name". */
export function nameField(seat: string, own: string): string {
  return seat === own ? 'name' : `name-${seat}`
}

/**
 * Reads the form of the page of a circle's people: all of the page, whichever button was pressed.
 */
export function readPeopleForm(fields: URLSearchParams): PageForm | null {
  return readPageForm(fields, (name) =>
    /^(name|name-[a-z0-9-]{1,40}|newSeat|added|merged|into)$/.test(name),
  )
}

/**
 * What its button asks for, as an event of the circle; null for what the page does not offer, or
 * where a field is missing.
 */
export function peopleEvent({ intent, item, typed }: PageForm, own: string): CircleEvent | null {
  switch (intent) {
    case 'rename-seat': {
      const name = typed[nameField(item, own)]
      return item && name !== undefined ? { kind: intent, seat: item, name } : null
    }
    case 'add-seat':
      return isId(typed.newSeat) && typed.added !== undefined
        ? { kind: intent, seat: typed.newSeat, name: typed.added }
        : null
    case 'merge-seats':
      return isId(typed.merged) && isId(typed.into)
        ? { kind: intent, seat: typed.merged, into: typed.into }
        : null
    case 'remove-seat':
    case 'restore-seat':
    case 'make-trainer':
    case 'hand-over':
    case 'propose-trainer':
      return item ? { kind: intent, seat: item } : null
    case 'step-down':
      return { kind: intent }
    default:
      return null
  }
}

/** The parts of the page in which somebody typed what is not stored. */
export function changedPeopleParts({ typed }: PageForm, circle: Circle, own: Seat): string[] {
  const renamed = circle.seats.filter(({ id, name, leftOn }) => {
    const text = typed[nameField(id, own.id)]
    return leftOn === null && text !== undefined && text.trim() !== name
  })
  return [
    ...renamed.map(({ id }) => partOf({ intent: 'rename-seat', item: id })),
    ...(typed.added?.trim() ? ['add-seat'] : []),
    ...(typed.merged || typed.into ? ['merge-seats'] : []),
  ]
}

/** What is still to be saved once a part was: the form without its fields. */
export function withoutPeoplePart(form: PageForm, own: string): PageForm {
  const fields: Record<string, string[]> = {
    'rename-seat': [nameField(form.item, own)],
    'add-seat': ['added', 'newSeat'],
    'merge-seats': ['merged', 'into'],
  }
  const gone = fields[form.intent] ?? []
  return {
    ...form,
    typed: Object.fromEntries(Object.entries(form.typed).filter(([name]) => !gone.includes(name))),
  }
}
