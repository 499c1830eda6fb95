import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { privateHeaders } from '../accounts/sessions/private-headers.ts'
import { requireLearner } from '../accounts/sessions/sessions.server.ts'
import { Today } from '../circles/today/today.tsx'
import { todaysCircles } from '../circles/today/todays-circles.server.ts'
import { translate } from '../i18n/i18n.ts'
import { requireLanguage } from '../i18n/request-language.server.ts'
import { useTexts } from '../i18n/use-texts.ts'
import { dayOf } from '../platform/calendar-day.ts'
import { CoursePicture } from '../progress/course-picture.tsx'
import { proofState } from '../progress/proofs/make-proof.server.ts'
import { checkResult } from '../quizzes/course-quiz/check-result.ts'
import { CheckResultView } from '../quizzes/course-quiz/check-result-view.tsx'
import { openCourseQuiz } from '../quizzes/course-quiz/open-course-quiz.server.tsx'
import { countDue } from '../quizzes/review/count-due.server.ts'
import { ForecastChart } from '../quizzes/review/forecast-chart.tsx'
import { forecastLines } from '../quizzes/review/forecast-lines.ts'
import { readForecast } from '../quizzes/review/read-forecast.server.ts'
import { listContents } from '../reading/contents.server.ts'
import { pageTitle } from '../ui/page-title.ts'

/** What is at hand today, and how far a learner has come in each course: for them alone. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const language = requireLanguage(params.lang)
  const { learnerId } = await requireLearner({ request, context })
  const { catalogue, clock } = context
  const today = dayOf(clock.now())
  const [waiting, circles, forecast] = await Promise.all([
    countDue({ catalogue, learnerId, today }),
    todaysCircles({ catalogue, learnerId, language, clock }),
    readForecast({ catalogue, learnerId, today }),
  ])
  const courses = await Promise.all(
    [...catalogue.courses.values()].map(async (course) => {
      const contents = await listContents(course, language, learnerId)
      const check = await openCourseQuiz({ catalogue, course, language, learnerId, seed: null })
      const slugOf = (number: number) =>
        course.chapters.find((chapter) => chapter.number === number)?.slug ?? ''
      return {
        ...contents,
        canHaveProof: (await proofState(course, learnerId)).kind === 'ready',
        check: check && checkResult(course, check.view),
        parts: contents.parts.map((part) => ({
          ...part,
          chapters: part.chapters.map(({ number, title, address, lang, textLang, progress }) => {
            const due = forecast.waitingIn(course.id, slugOf(number))
            return { number, title, address, lang, textLang, progress, due }
          }),
        })),
      }
    }),
  )
  const t = translate(language)
  return {
    title: t('progress:title'),
    home: `/${language.tag}`,
    courses,
    waiting,
    circles,
    forecast: forecastLines(forecast, language.tag, t),
  }
}

export const headers = privateHeaders

export default function Progress() {
  const { t } = useTexts()
  const { title, home, courses, waiting, circles, forecast } = useLoaderData<typeof loader>()
  const next = courses.find((course) => course.next)?.next ?? null
  return (
    <article className="sheet-page">
      <h1>{title}</h1>
      <p className="quiet">{t('progress:seenBy')}</p>
      <p>
        <a href={`${home}/notes`}>{t('notes:title')}</a>
      </p>
      <Today next={next} waiting={waiting} circles={circles} home={home} />
      {courses.map((course) => (
        <section key={course.address} className="course" aria-label={course.title}>
          <h2 className="course-title">
            <a href={course.address} lang={course.lang ?? undefined}>
              {course.title}
            </a>
          </h2>
          <SoFar course={course} />
          <CoursePicture parts={course.parts} lang={course.lang} />
          {course.check && (
            <CheckResultView
              result={course.check}
              parts={course.check.parts.map((part) => ({
                ...part,
                title: course.parts.find(({ id }) => id === part.id)?.title ?? '',
              }))}
              address={`${course.address}/check`}
            />
          )}
        </section>
      ))}
      {forecast.length > 0 && <ForecastChart lines={forecast} />}
    </article>
  )
}

/** How far one has come over a course in a sentence, and once all is finished what can be had. */
function SoFar({
  course,
}: {
  course: ReturnType<typeof useLoaderData<typeof loader>>['courses'][number]
}) {
  const { t } = useTexts()
  const { soFar, canHaveProof, address } = course
  if (!soFar) return null
  const { read, finished, of } = soFar
  if (finished < of)
    return (
      <p>
        {course.next || finished > 0
          ? t('progress:soFar', { finished, read, count: of })
          : t('progress:noneOpened')}
      </p>
    )
  return (
    <>
      <p>{t('progress:allFinished')}</p>
      <p>
        {canHaveProof ? (
          <a href={`${address}/proof`}>{t('proofs:wantOne')}</a>
        ) : (
          <a href={`${address}/check`}>{t('proofs:checkFirst')}</a>
        )}
      </p>
    </>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageTitle(matches, data?.title ?? '')
