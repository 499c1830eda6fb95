import type { Day } from '../../platform/calendar-day.ts'

/** Up to how many milliseconds a page takes that belongs to a bucket; the last has no bound. */
export const timeBounds = [50, 100, 200, 500, 1000, 2000, Number.POSITIVE_INFINITY] as const

/** Pages that were asked for less often on a day are not told of, and the others in such steps. */
export const pageStep = 20

/** How long the pages of one route took on a day. */
export interface RouteTimes {
  /** The pattern of the route, never an address: `/:lang/courses/:course/:chapter`. */
  route: string
  isForm: boolean
  /** How many took no longer than each bound, in whole steps, rounded down. */
  within: number[]
}

/** The times of all routes on a day. */
export interface DayTimes {
  day: Day
  routes: RouteTimes[]
}

/**
 * Counts how long pages take, by route and day. What it tells is a day that has ended: nobody reads
 * from it at what hour somebody was there.
 */
export class PageTimes {
  #day: Day | null = null
  #buckets = new Map<string, number[]>()
  #ended: DayTimes | null = null

  /** Notes that a page, or the answer to a form, was made. */
  note(route: string, isForm: boolean, ms: number, day: Day): void {
    this.#turn(day)
    const key = `${isForm ? 'form' : 'page'} ${route}`
    const buckets = this.#buckets.get(key) ?? timeBounds.map(() => 0)
    this.#buckets.set(key, buckets)
    const at = timeBounds.findIndex((bound) => ms <= bound)
    buckets[at] = (buckets[at] as number) + 1
  }

  /** The last day that has ended and on which there were pages; null where there is none yet. */
  ended(today: Day): DayTimes | null {
    this.#turn(today)
    return this.#ended
  }

  #turn(day: Day): void {
    if (day === this.#day) return
    if (this.#day !== null && this.#buckets.size > 0)
      this.#ended = { day: this.#day, routes: told(this.#buckets) }
    this.#day = day
    this.#buckets = new Map()
  }
}

function told(buckets: ReadonlyMap<string, number[]>): RouteTimes[] {
  return [...buckets].sort().flatMap(([key, counts]) => {
    let sum = 0
    const within = counts.map((count) => {
      sum += count
      return Math.floor(sum / pageStep) * pageStep
    })
    const [kind, route] = key.split(' ') as [string, string]
    return sum < pageStep ? [] : [{ route, isForm: kind === 'form', within }]
  })
}

/**
 * The bound within which a share of a route's pages was made, in milliseconds, and the one below it,
 * above which they took.
 */
export function boundOf({ within }: RouteTimes, share: number): { ms: number; above: number } {
  const wanted = share * (within.at(-1) as number)
  const at = within.findIndex((count) => count >= wanted)
  return { ms: timeBounds[at] as number, above: timeBounds[at - 1] ?? 0 }
}
