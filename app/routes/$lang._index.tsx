import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireLanguage } from '../i18n/request-language.server.ts'
import { useTexts } from '../i18n/use-texts.ts'
import { dayOf } from '../platform/clock.ts'
import { listContents } from '../progress/contents.server.ts'
import { ContentsList } from '../progress/contents-list.tsx'
import { countWaiting } from '../quizzes/count-waiting.server.ts'
import { pageTitle } from '../ui/page-title.ts'

export async function loader({ params, context }: LoaderFunctionArgs) {
  const language = requireLanguage(params.lang)
  const learner = await context.learner()
  const courses = await Promise.all(
    [...context.catalogue.courses.values()].map((course) => listContents(course, language, learner?.learnerId ?? null)),
  )
  const today = dayOf(context.clock.now())
  const waiting = learner ? await countWaiting({ catalogue: context.catalogue, learnerId: learner.learnerId, today }) : 0
  return { courses, home: `/${language.tag}`, isSignedIn: learner !== null, waiting }
}

export default function Home() {
  const { t } = useTexts()
  const { courses, home, isSignedIn, waiting } = useLoaderData<typeof loader>()
  const next = courses.find((course) => course.next)?.next
  const first = courses[0]?.parts[0]?.chapters[0]
  return (
    <article className="sheet-page home">
      <h1>{t('pages:about')}</h1>
      <p className="lead">{t('pages:aboutText')}</p>
      <p className="actions">
        {next ? (
          <a className="button" href={next.address}>
            {t('progress:continue')}: {next.title}
          </a>
        ) : (
          first && (
            <a className="button" href={first.address}>
              {t('pages:readFirst')}
            </a>
          )
        )}
        {waiting > 0 && (
          <a className="button plain" href={`${home}/review`}>
            {t('progress:reviewWaiting', { count: waiting })}
          </a>
        )}
        {!isSignedIn && (
          <a className="button plain" href={`${home}/sign-up`}>
            {t('pages:signUp')}
          </a>
        )}
      </p>
      {!isSignedIn && <p className="quiet">{t('pages:signUpWhy')}</p>}
      {!isSignedIn && (
        <p>
          <a href={`${home}/join`}>{t('pages:joinCircle')}</a>
        </p>
      )}
      {courses.map((contents) => (
        <section key={contents.address} className="course">
          <p className="kicker">{t('pages:whatIsInside')}</p>
          <h2 className="course-title">
            <a href={contents.address} lang={contents.lang ?? undefined}>
              {contents.title}
            </a>
          </h2>
          <ContentsList contents={contents} />
        </section>
      ))}
    </article>
  )
}

export const meta: MetaFunction<typeof loader> = ({ matches }) => pageTitle(matches, '')
