import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { privateHeaders } from '../accounts/sessions/private-headers.ts'
import { requireLearner } from '../accounts/sessions/sessions.server.ts'
import { translate } from '../i18n/i18n.ts'
import { requireLanguage } from '../i18n/request-language.server.ts'
import { useTexts } from '../i18n/use-texts.ts'
import { exportPerson } from '../personal-data/export-person.server.ts'
import { ExportedRow } from '../personal-data/exported-row.tsx'
import { pageTitle } from '../ui/page-title.ts'

/** Everything that is stored of the learner. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const language = requireLanguage(params.lang)
  const { learnerId } = await requireLearner({ request, context })
  return {
    title: translate(language)('accounts:export'),
    lang: language.tag,
    tables: await exportPerson(learnerId),
  }
}

export const headers = privateHeaders

export default function Export() {
  const { t } = useTexts()
  const { lang, tables } = useLoaderData<typeof loader>()
  return (
    <article className="sheet-page">
      <h1>{t('accounts:export')}</h1>
      <p>{t('accounts:exportIntro')}</p>
      <p>
        <a href={`/${lang}/account/export.json`} download>
          {t('accounts:exportAsFile')}
        </a>
      </p>
      <p>{t('accounts:exportFileRisk')}</p>
      {tables.map(({ table, title, columns, rows }) => (
        <section key={table}>
          <h2>{t(title)}</h2>
          <p>{t('accounts:exportRows', { count: rows.length })}</p>
          {rows.length > 0 && (
            <ol>
              {rows.map((row, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes on the page, and some rows show no id.
                <ExportedRow key={index} columns={columns} row={row} />
              ))}
            </ol>
          )}
        </section>
      ))}
      <p>
        <a href={`/${lang}/account`}>{t('accounts:backToAccount')}</a>
      </p>
    </article>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageTitle(matches, data?.title ?? '')
