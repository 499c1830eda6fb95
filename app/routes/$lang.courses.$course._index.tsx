import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireLanguage } from '../i18n/request-language.server.ts'
import { useTexts } from '../i18n/use-texts.ts'
import { found } from '../platform/outcomes.ts'
import { listContents } from '../progress/contents.server.ts'
import { ContentsList } from '../progress/contents-list.tsx'
import { pageTitle } from '../ui/page-title.ts'

export async function loader({ params, context }: LoaderFunctionArgs) {
  const language = requireLanguage(params.lang)
  const course = found(context.catalogue.courses.get(params.course ?? ''))
  const learner = await context.learner()
  return { contents: await listContents(course, language, learner?.learnerId ?? null), isSignedIn: learner !== null }
}

export default function CourseContents() {
  const { t } = useTexts()
  const { contents, isSignedIn } = useLoaderData<typeof loader>()
  return (
    <article className="sheet-page contents-page">
      <p className="kicker">{t('courses:contents')}</p>
      <h1 lang={contents.lang ?? undefined}>{contents.title}</h1>
      <p className="lead" lang={contents.lang ?? undefined}>
        {contents.summary}
      </p>
      {contents.next && (
        <p className="actions">
          <a className="button" href={contents.next.address}>
            {t('progress:continue')}: {contents.next.title}
          </a>
        </p>
      )}
      {isSignedIn && <p className="quiet">{t('progress:seenByYou')}</p>}
      <ContentsList contents={contents} withSummaries />
    </article>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => pageTitle(matches, data?.contents.title ?? '')
