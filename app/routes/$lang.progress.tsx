import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { privateHeaders } from '../accounts/sessions/private-headers.ts'
import { requireLearner } from '../accounts/sessions/sessions.server.ts'
import { translate } from '../i18n/i18n.ts'
import { requireLanguage } from '../i18n/request-language.server.ts'
import { useTexts } from '../i18n/use-texts.ts'
import { dayOf } from '../platform/calendar-day.ts'
import { proofState } from '../progress/proofs/make-proof.server.ts'
import { countDue } from '../quizzes/review/count-due.server.ts'
import { listContents } from '../reading/contents.server.ts'
import { ContentsList } from '../reading/contents-list.tsx'
import { pageTitle } from '../ui/page-title.ts'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const language = requireLanguage(params.lang)
  const { learnerId } = await requireLearner({ request, context })
  const courses = await Promise.all(
    [...context.catalogue.courses.values()].map(async (course) => ({
      ...(await listContents(course, language, learnerId)),
      canHaveProof: (await proofState(course, learnerId)).kind === 'ready',
    })),
  )
  const waiting = await countDue({
    catalogue: context.catalogue,
    learnerId,
    today: dayOf(context.clock.now()),
  })
  return {
    title: translate(language)('progress:title'),
    courses,
    waiting,
    reviewAt: `/${language.tag}/review`,
  }
}

export const headers = privateHeaders

export default function Progress() {
  const { t } = useTexts()
  const { title, courses, waiting, reviewAt } = useLoaderData<typeof loader>()
  return (
    <article className="sheet-page">
      <h1>{title}</h1>
      <p className="quiet">{t('progress:seenBy')}</p>
      {waiting > 0 && (
        <p>
          <a href={reviewAt}>{t('progress:reviewWaiting', { count: waiting })}</a>
        </p>
      )}
      {courses.map((contents) => (
        <section key={contents.address} className="course">
          <h2 className="course-title">
            <a href={contents.address}>{contents.title}</a>
          </h2>
          {contents.soFar && <SoFar soFar={contents.soFar} />}
          {contents.soFar?.finished === contents.soFar?.of && (
            <p>
              {contents.canHaveProof ? (
                <a href={`${contents.address}/proof`}>{t('proofs:wantOne')}</a>
              ) : (
                <a href={`${contents.address}/check`}>{t('proofs:checkFirst')}</a>
              )}
            </p>
          )}
          {contents.next ? (
            <p className="actions">
              <a className="button" href={contents.next.address}>
                {t('progress:continue', { title: contents.next.title })}
              </a>
            </p>
          ) : (
            contents.soFar?.finished === 0 && <p className="quiet">{t('progress:noneOpened')}</p>
          )}
          <ContentsList contents={contents} />
        </section>
      ))}
    </article>
  )
}

/** How far one has come over a course: in words, and as a bar. */
function SoFar({
  soFar: { read, finished, of },
}: {
  soFar: { read: number; finished: number; of: number }
}) {
  const { t } = useTexts()
  return (
    <>
      <p>
        {finished === of
          ? t('progress:allFinished')
          : t('progress:soFar', { finished, read, count: of })}
      </p>
      <progress max={of} value={finished} aria-label={t('progress:bar')} />
    </>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageTitle(matches, data?.title ?? '')
