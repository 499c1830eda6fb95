import type { Day } from '../../platform/clock.ts'

/** What circles have done together. `people` are those who were at one meeting at least, counted in each circle. */
export interface Sums {
  circles: number
  people: number
  meetings: number
  hours: number
}

/** The circles of a course that ended in a quarter. */
export interface Group extends Sums {
  course: string
  /** "2026-Q1" */
  quarter: string
}

/** What a host sees. `other` are the groups that are too small, together; null where there are none. Null as a whole where all are too few. */
export interface OrganisationSummary {
  groups: Group[]
  other: Sums | null
  total: Sums
}

/** People in the smallest group that a report shows (SAFETY P12). */
export const minPeople = 5

/** The first day of the quarter that a day lies in. */
export function firstDayOfQuarter(day: Day): Day {
  const month = Math.floor((Number(day.slice(5, 7)) - 1) / 3) * 3 + 1
  return `${day.slice(0, 4)}-${String(month).padStart(2, '0')}-01`
}

function add(all: readonly Sums[]): Sums {
  const sum = (key: keyof Sums) => all.reduce((total, one) => total + one[key], 0)
  return { circles: sum('circles'), people: sum('people'), meetings: sum('meetings'), hours: sum('hours') }
}

/**
 * Shows groups of five people or more (SAFETY P12). The others are shown as one, if together they are five; if not, the smallest group
 * that could be shown is put with them, since the total less what is shown would tell their number.
 */
export function summarise(groups: readonly Group[]): OrganisationSummary | null {
  const all = groups.filter(({ people }) => people > 0)
  const total = add(all)
  if (total.people < minPeople) return null
  const bySize = [...all].sort((a, b) => b.people - a.people)
  const hidden = bySize.filter(({ people }) => people < minPeople)
  const shown = bySize.filter(({ people }) => people >= minPeople)
  const smallest = hidden.length > 0 && add(hidden).people < minPeople ? shown.pop() : undefined
  if (smallest) hidden.push(smallest)
  const inOrder = shown.sort((a, b) => b.quarter.localeCompare(a.quarter) || a.course.localeCompare(b.course))
  return { groups: inOrder, other: hidden.length > 0 ? add(hidden) : null, total }
}

/**
 * How many women, or young people, a host sees out of so many: nothing where they or all the others are fewer than five, since either is a
 * group of people.
 */
export function coarseCount(count: number, people: number): number | null {
  const isShown = (number: number) => number === 0 || number >= minPeople
  return isShown(count) && isShown(people - count) ? count : null
}
