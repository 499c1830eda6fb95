import type { OrganisationSummary, Sums } from './organisation-summary.ts'

/** A line of the summary as it is shown, on the page and in the file. */
export interface SummaryRow extends Sums {
  title: string
  quarter: string
}

/** The words of the summary in its reader's language. */
export interface SummaryWords {
  titleOf(course: string): string
  all: string
}

/** The summary's lines: each course in each quarter, then all. */
export function summaryRows(
  { quarters, total }: OrganisationSummary,
  { titleOf, all }: SummaryWords,
): SummaryRow[] {
  return [
    ...quarters.map((sum) => ({ ...sum, title: titleOf(sum.course) })),
    { ...total, title: all, quarter: '' },
  ]
}
