import { useTexts } from '../../i18n/use-texts.ts'
import { BarChart } from '../../ui/chart/bar-chart.tsx'
import { highest } from '../../ui/chart/shares.ts'

/** A line of the forecast: the days that it is about, in words, and how many questions come back. */
export interface ForecastLine {
  id: string
  days: string
  count: number
}

/** When a learner's questions come back, as bars with their numbers. */
export function ForecastChart({ lines }: { lines: readonly ForecastLine[] }) {
  const { t } = useTexts()
  const whole = highest(lines.map(({ count }) => count))
  return (
    <section aria-labelledby="forecast">
      <h2 id="forecast">{t('reviews:forecast')}</h2>
      <p>{t('reviews:forecastNote')}</p>
      <BarChart
        rows={lines.map(({ id, days, count }) => ({
          id,
          name: days,
          value: count,
          whole,
          words: t('reviews:forecastCount', { count }),
        }))}
      />
    </section>
  )
}
