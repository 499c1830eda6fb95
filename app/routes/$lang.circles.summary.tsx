import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { privateHeaders } from '../accounts/sessions/private-headers.ts'
import { requireRole } from '../accounts/sessions/sessions.server.ts'
import { showSummary } from '../circles/report/organisation-summary.server.ts'
import { summaryRows } from '../circles/report/summary-rows.ts'
import { courseTitles } from '../courses/model/chapter.ts'
import { translate } from '../i18n/i18n.ts'
import { requireLanguage } from '../i18n/request-language.server.ts'
import { useTexts } from '../i18n/use-texts.ts'
import { BarChart } from '../ui/chart/bar-chart.tsx'
import { highest } from '../ui/chart/shares.ts'
import { pageTitle } from '../ui/page-title.ts'

/**
 * What all circles of a site have done together: for hosts, and nothing of any circle or person.
 */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const language = requireLanguage(params.lang)
  await requireRole({ request, context }, 'host')
  const t = translate(language)
  const summary = await showSummary()
  const words = { titleOf: courseTitles(context.catalogue, language.tag), all: t('meetings:all') }
  return {
    title: t('meetings:summary'),
    lang: language.tag,
    rows: summary && summaryRows(summary, words),
  }
}

export const headers = privateHeaders

export default function Summary() {
  const { t } = useTexts()
  const { title, lang, rows } = useLoaderData<typeof loader>()
  // The last line is the sum of all, which is as long as all the others together.
  const bars = rows?.slice(0, -1) ?? []
  return (
    <article className="sheet-page">
      <h1>{title}</h1>
      <p>{t('meetings:summaryText')}</p>
      {rows === null && <p className="notice">{t('meetings:summaryNone')}</p>}
      {rows !== null && (
        <>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table scrolls with keys (WCAG 2.1.1). */}
          <div className="wide" role="region" aria-label={title} tabIndex={0}>
            <table>
              <thead>
                <tr>
                  <th scope="col">{t('meetings:course')}</th>
                  <th scope="col">{t('meetings:quarter')}</th>
                  <th scope="col">{t('meetings:circlesInAll')}</th>
                  <th scope="col">{t('meetings:peopleCounted')}</th>
                  <th scope="col">{t('meetings:meetingsInAll')}</th>
                  <th scope="col">{t('meetings:hoursInAll')}</th>
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <tr key={`${row.title} ${row.quarter}`}>
                    <th scope="row">{row.title}</th>
                    <td>{row.quarter}</td>
                    <td>{row.circles}</td>
                    <td>{row.people}</td>
                    <td>{row.meetings}</td>
                    <td>{row.hours}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          <BarChart
            label={t('meetings:summaryChart')}
            rows={bars.map(({ title, quarter, hours }) => ({
              id: `${title} ${quarter}`,
              name: `${title}, ${quarter}`,
              value: hours,
              whole: highest(bars.map((bar) => bar.hours)),
              words: t('circles:studyHours', { count: hours }),
            }))}
          />
          <p className="quiet">{t('meetings:peopleCountedText')}</p>
          <p className="no-print">
            <a href={`/${lang}/circles/summary.csv`} download>
              {t('meetings:asFile')}
            </a>{' '}
            ·{' '}
            <a href={`/${lang}/circles/summary.csv?separator=other`} download>
              {t('meetings:asOtherFile')}
            </a>
          </p>
        </>
      )}
    </article>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageTitle(matches, data?.title ?? '')
