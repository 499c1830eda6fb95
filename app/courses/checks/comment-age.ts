import type { Course } from '../model/chapter.ts'

/** After how many months a comment's facts should be checked again. */
export const monthsUntilStale = 6

// A year alone, where nobody wrote down the month, counts from its middle.
const monthsSinceZero = (month: string) => {
  const [year = 0, ofYear = 6] = month.split('-').map(Number)
  return year * 12 + ofYear
}

/**
 * Names the comments of a course that were last checked more than six months before a day
 * ("2026-11-30"). Empty where there is none.
 */
export function describeStaleComments(course: Course, today: string): string {
  const stale = course.chapters.flatMap(({ number, slug, texts }) =>
    (texts.get(course.source)?.comments ?? [])
      .filter(({ checked }) => monthsSinceZero(today) - monthsSinceZero(checked) > monthsUntilStale)
      .map(({ id, checked }) => `  ${String(number).padStart(2, '0')}-${slug} ${id} (${checked})`),
  )
  if (stale.length === 0) return ''
  const subject = stale.length === 1 ? 'One comment was' : `${stale.length} comments were`
  return [
    `Warning: ${subject} last checked more than ${monthsUntilStale} months ago. Check the facts, and change "checked":`,
    ...stale,
  ].join('\n')
}
