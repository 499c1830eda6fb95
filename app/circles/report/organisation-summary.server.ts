import { type Clock, dayOf } from '../../platform/clock.ts'
import { coarseCount, firstDayOfQuarter, type OrganisationSummary, summarise } from './organisation-summary.ts'
import { countedBefore, endedBefore } from './summary-store.server.ts'

/** What a host sees of all circles: groups of five people or more (SAFETY P12), and the numbers that trainers typed, of all together. */
export interface SummaryView {
  summary: OrganisationSummary | null
  women: number | null
  youth: number | null
}

/** Sums up the circles that ended in a quarter that is over: a number that still changes would tell who came last. */
export async function summariseCircles({ clock }: { clock: Clock }): Promise<SummaryView> {
  const before = firstDayOfQuarter(dayOf(clock.now()))
  const summary = summarise(await endedBefore(before))
  const { women, youth, people } = await countedBefore(before)
  const isShown = summary !== null && people > 0
  return { summary, women: isShown ? coarseCount(women, people) : null, youth: isShown ? coarseCount(youth, people) : null }
}
