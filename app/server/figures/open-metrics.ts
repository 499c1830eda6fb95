import { countSteps } from './count-steps.ts'
import { type DayTimes, timeBounds } from './page-times.ts'
import type { SiteFigures } from './site-figures.server.ts'

/** The type of what {@link openMetrics} writes. */
export const openMetricsType = 'application/openmetrics-text; version=1.0.0; charset=utf-8'

/** One figure by name; none where it is not known. */
function gauge(name: string, help: string, value: number | null | undefined): string[] {
  if (value === null || value === undefined) return []
  const unit = /_(seconds|bytes)$/.exec(name)?.[1]
  return [
    `# TYPE ${name} gauge`,
    ...(unit ? [`# UNIT ${name} ${unit}`] : []),
    `# HELP ${name} ${help}`,
    `${name} ${value}`,
  ]
}

const secondsOf = (day: string) => new Date(day).getTime() / 1000

function pageHistogram({ routes }: DayTimes): string[] {
  const name = 'cirkel_page_seconds'
  return [
    `# TYPE ${name} gaugehistogram`,
    `# UNIT ${name} seconds`,
    `# HELP ${name} How long the pages took of the last day that has ended, in steps of 20.`,
    ...routes.flatMap(({ route, isForm, within }) => {
      const labels = `route="${route}",kind="${isForm ? 'form' : 'page'}"`
      const buckets = within.map((count, i) => {
        const bound = timeBounds[i] as number
        const le = Number.isFinite(bound) ? String(bound / 1000) : '+Inf'
        return `${name}_bucket{${labels},le="${le}"} ${count}`
      })
      return [...buckets, `${name}_gcount{${labels}} ${within.at(-1)}`]
    }),
  ]
}

/** The figures of a site as text in the OpenMetrics format 1.0. */
export function openMetrics(figures: SiteFigures): string {
  const { counts, pages, databaseSize, diskFree, backups, work } = figures
  const day = (which: 'oldest' | 'newest') =>
    backups.kind === 'found' ? secondsOf(backups[which]) : null
  const counted = (what: keyof typeof countSteps) =>
    `counted once a day, in steps of ${countSteps[what]}, rounded down.`
  const lines = [
    ...gauge('cirkel_learners', `Accounts, ${counted('learners')}`, counts?.learners),
    ...gauge('cirkel_answers', `Answers ever stored, ${counted('answers')}`, counts?.answers),
    ...gauge('cirkel_circles', `Circles under way, ${counted('circles')}`, counts?.circles),
    ...gauge(
      'cirkel_comments_waiting',
      `Comments that wait, ${counted('waiting')}`,
      counts?.waiting,
    ),
    ...gauge(
      'cirkel_comments_waiting_long',
      'Whether a comment has waited for more than a week.',
      counts && Number(counts.isWaitingLong),
    ),
    ...gauge('cirkel_database_bytes', 'The database, in steps of 10 MB.', databaseSize),
    ...gauge('cirkel_disk_free_bytes', 'Free room beside it, in steps of 100 MB.', diskFree),
    ...gauge('cirkel_backup_oldest_seconds', 'The day of the oldest backup.', day('oldest')),
    ...gauge('cirkel_backup_newest_seconds', 'The day of the newest backup.', day('newest')),
    ...gauge(
      'cirkel_regular_work_seconds',
      'When the regular work was last done without a fault.',
      work.endedAt && Math.floor(work.endedAt.getTime() / 1000),
    ),
    ...gauge('cirkel_regular_work_faulty', 'Whether it failed since.', Number(work.isFaulty)),
    ...(pages ? pageHistogram(pages) : []),
    '# EOF',
  ]
  return `${lines.join('\n')}\n`
}
