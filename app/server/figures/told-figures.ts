import { formatDay } from '../../i18n/format-day.ts'
import { formatSize } from '../../i18n/format-size.ts'
import type { Translate } from '../../i18n/i18n.ts'
import { localeOf } from '../../i18n/locale.ts'
import { countSteps } from './count-steps.ts'
import { boundOf, pageStep, type RouteTimes } from './page-times.ts'
import type { SiteFigures } from './site-figures.server.ts'

/** In which words figures are told, and when. */
interface Telling {
  t: Translate
  lang: string
  now: Date
}

/** A figure and what it is of. */
interface Row {
  name: string
  value: string
}

const hour = 60 * 60 * 1000

const numbers = (lang: string) => {
  const format = new Intl.NumberFormat(localeOf(lang))
  return (value: number) => format.format(value)
}

/** What people do, in steps; null before it was counted. */
export function countRows({ counts }: SiteFigures, { t, lang }: Telling): Row[] | null {
  if (!counts) return null
  const number = numbers(lang)
  const told = (what: keyof typeof countSteps) =>
    counts[what] < countSteps[what]
      ? t('host:fewer', { number: number(countSteps[what]) })
      : t('host:atLeast', { number: number(counts[what]) })
  const waiting = counts.isWaitingLong ? ` · ${t('host:waitingLong')}` : ''
  return [
    { name: t('host:learners'), value: told('learners') },
    { name: t('host:answers'), value: told('answers') },
    { name: t('host:circles'), value: told('circles') },
    { name: t('host:waiting'), value: told('waiting') + waiting },
  ]
}

/** How the machine is, and what it does by itself. */
export function serverRows(figures: SiteFigures, { t, lang, now }: Telling): Row[] {
  const { backups, work } = figures
  const size = (bytes: number | null) =>
    bytes === null ? t('host:unknown') : formatSize(bytes, lang)
  const without = {
    none: 'host:noBackup',
    unreadable: 'host:backupsUnreadable',
    'not-set': 'host:backupsNotSet',
  } as const
  const ofBackups =
    backups.kind === 'found'
      ? [
          { name: t('host:newestBackup'), value: formatDay(backups.newest, lang) },
          { name: t('host:oldestBackup'), value: formatDay(backups.oldest, lang) },
        ]
      : [{ name: t('host:newestBackup'), value: t(without[backups.kind]) }]
  const isLate = !work.endedAt || now.getTime() - work.endedAt.getTime() > hour
  const done = isLate ? 'host:workNotDone' : 'host:workDone'
  return [
    { name: t('host:databaseSize'), value: size(figures.databaseSize) },
    { name: t('host:diskFree'), value: size(figures.diskFree) },
    ...ofBackups,
    // Nothing is late that has not begun.
    ...(work.endedAt || work.isFaulty
      ? [{ name: t('host:work'), value: t(work.isFaulty ? 'host:workFaulty' : done) }]
      : []),
  ]
}

/** How long pages took on the last day that has ended, the slowest first; null where there is none. */
export function timesTable({ pages }: SiteFigures, { t, lang }: Telling) {
  if (!pages || pages.routes.length === 0) return null
  const number = numbers(lang)
  const time = new Intl.NumberFormat(localeOf(lang), { style: 'unit', unit: 'millisecond' })
  const within = (times: RouteTimes, share: number) => {
    const bound = boundOf(times, share)
    return Number.isFinite(bound.ms)
      ? time.format(bound.ms)
      : t('host:longer', { time: time.format(bound.above) })
  }
  return {
    text: t('host:pagesText', { day: formatDay(pages.day, lang), number: number(pageStep) }),
    rows: [...pages.routes]
      .sort((a, b) => boundOf(b, 0.95).ms - boundOf(a, 0.95).ms)
      .map((times) => ({
        id: `${times.route} ${times.isForm}`,
        route: times.route,
        form: times.isForm ? t('host:form') : '',
        made: t('host:atLeast', { number: number(times.within.at(-1) as number) }),
        half: within(times, 0.5),
        most: within(times, 0.95),
      })),
  }
}
