import { useTexts } from '../../i18n/use-texts.ts'
import { BarChart } from '../../ui/chart/bar-chart.tsx'
import type { CheckCount } from './check-result.ts'

/** How a learner's check over a course has gone so far, in all and part by part, in their words. */
export function CheckResultView({
  result,
  parts,
  address,
}: {
  result: CheckCount
  parts: (CheckCount & { id: string; title: string })[]
  address: string
}) {
  const { t } = useTexts()
  const left = result.of - result.answered
  return (
    <>
      <h3>
        <a href={address}>{t('reviews:check')}</a>
      </h3>
      <p>
        {t('reviews:checkRight', { right: result.right, count: result.of })}{' '}
        {left > 0 && t('reviews:checkStillLeft', { count: left })}
      </p>
      <BarChart
        rows={parts.map(({ id, title, right, of }) => ({
          id,
          name: title,
          value: right,
          whole: of,
          words: t('reviews:checkPart', { right, of }),
        }))}
      />
    </>
  )
}
