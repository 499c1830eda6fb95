import { formatSpan } from '../../i18n/format-day.ts'
import type { Translate } from '../../i18n/i18n.ts'
import type { Forecast } from './forecast.ts'
import type { ForecastLine } from './forecast-chart.tsx'

/** A forecast in words, line by line; none where nothing ever comes back. */
export function forecastLines(
  { now, weeks, later }: Forecast,
  lang: string,
  t: Translate,
): ForecastLine[] {
  const lines = [
    { id: 'now', days: t('reviews:forecastNow'), count: now },
    ...weeks.map(({ from, to, count }) => ({ id: from, days: formatSpan(from, to, lang), count })),
    ...(later > 0 ? [{ id: 'later', days: t('reviews:forecastLater'), count: later }] : []),
  ]
  return lines.some(({ count }) => count > 0) ? lines : []
}
