import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireLearner } from '../accounts/sessions.server.ts'
import { translate } from '../i18n/i18n.ts'
import { requireLanguage } from '../i18n/request-language.server.ts'
import { useTexts } from '../i18n/use-texts.ts'
import { listContents } from '../progress/contents.server.ts'
import { ContentsList } from '../progress/contents-list.tsx'
import { pageTitle } from '../ui/page-title.ts'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const language = requireLanguage(params.lang)
  const { learnerId } = await requireLearner({ request, context })
  const courses = await Promise.all([...context.catalogue.courses.values()].map((course) => listContents(course, language, learnerId)))
  return { title: translate(language)('progress:title'), courses }
}

export default function Progress() {
  const { t } = useTexts()
  const { title, courses } = useLoaderData<typeof loader>()
  return (
    <article className="sheet-page">
      <h1>{title}</h1>
      <p className="quiet">{t('progress:seenBy')}</p>
      {courses.map((contents) => (
        <section key={contents.address} className="course">
          <h2 className="course-title">
            <a href={contents.address}>{contents.title}</a>
          </h2>
          {contents.next ? (
            <p className="actions">
              <a className="button" href={contents.next.address}>
                {t('progress:continue')}: {contents.next.title}
              </a>
            </p>
          ) : (
            <p className="quiet">{t('progress:noneOpened')}</p>
          )}
          <ContentsList contents={contents} />
        </section>
      ))}
    </article>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => pageTitle(matches, data?.title ?? '')
