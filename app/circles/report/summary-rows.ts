import type { OrganisationSummary, Sums } from './organisation-summary.ts'

/** A line of the summary as it is shown, on the page and in the file. */
export interface SummaryRow extends Sums {
  title: string
  quarter: string
}

/** The words of the summary in its reader's language. */
export interface SummaryWords {
  titleOf(course: string): string
  other: string
  all: string
}

/** The summary's lines: the groups, then those that are too small, together, then all. */
export function summaryRows({ groups, other, total }: OrganisationSummary, { titleOf, other: others, all }: SummaryWords): SummaryRow[] {
  return [
    ...groups.map((group) => ({ ...group, title: titleOf(group.course) })),
    ...(other ? [{ ...other, title: others, quarter: '' }] : []),
    { ...total, title: all, quarter: '' },
  ]
}
