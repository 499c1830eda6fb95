import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { privateHeaders } from '../accounts/sessions/private-headers.ts'
import { requireRole } from '../accounts/sessions/sessions.server.ts'
import { translate } from '../i18n/i18n.ts'
import { requireLanguage } from '../i18n/request-language.server.ts'
import { useTexts } from '../i18n/use-texts.ts'
import { siteFigures } from '../server/figures/site-figures.server.ts'
import { countRows, serverRows, timesTable } from '../server/figures/told-figures.ts'
import { pageTitle } from '../ui/page-title.ts'

/** How the site is doing, in figures that name nobody: for hosts (docs/decisions/088). */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const language = requireLanguage(params.lang)
  await requireRole({ request, context }, 'host')
  const figures = await siteFigures(context.clock)
  const told = { t: translate(language), lang: language.tag, now: context.clock.now() }
  return {
    title: told.t('host:title'),
    counts: countRows(figures, told),
    server: serverRows(figures, told),
    times: timesTable(figures, told),
  }
}

export const headers = privateHeaders

export default function Host() {
  const { t } = useTexts()
  const { title, counts, server, times } = useLoaderData<typeof loader>()
  return (
    <article className="sheet-page">
      <h1>{title}</h1>
      <p>{t('host:intro')}</p>
      <h2>{t('host:people')}</h2>
      {counts === null ? (
        <p className="notice">{t('host:notCounted')}</p>
      ) : (
        <Rows title={t('host:people')} rows={counts} />
      )}
      <h2>{t('host:machine')}</h2>
      <Rows title={t('host:machine')} rows={server} />
      <h2>{t('host:pages')}</h2>
      {times === null ? (
        <p className="notice">{t('host:pagesNone')}</p>
      ) : (
        <>
          <p>{times.text}</p>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table scrolls with keys (WCAG 2.1.1). */}
          <div className="wide" role="region" aria-label={t('host:pages')} tabIndex={0}>
            <table>
              <thead>
                <tr>
                  <th scope="col">{t('host:page')}</th>
                  <th scope="col">{t('host:made')}</th>
                  <th scope="col">{t('host:half')}</th>
                  <th scope="col">{t('host:most')}</th>
                </tr>
              </thead>
              <tbody>
                {times.rows.map(({ id, route, form, made, half, most }) => (
                  <tr key={id}>
                    <th scope="row">
                      <code dir="ltr">{route}</code> {form}
                    </th>
                    <td>{made}</td>
                    <td>{half}</td>
                    <td>{most}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
    </article>
  )
}

function Rows({ title, rows }: { title: string; rows: { name: string; value: string }[] }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table scrolls with keys (WCAG 2.1.1).
    <div className="wide" role="region" aria-label={title} tabIndex={0}>
      <table>
        <tbody>
          {rows.map(({ name, value }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageTitle(matches, data?.title ?? '')
