import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { circlesOf } from '../circles/circle-store.server.ts'
import { upcomingMeeting } from '../circles/upcoming-meeting.server.ts'
import { Figures, Picture } from '../courses/view/picture.tsx'
import { translate } from '../i18n/i18n.ts'
import type { Language } from '../i18n/languages.ts'
import { requireLanguage } from '../i18n/request-language.server.ts'
import { useTexts } from '../i18n/use-texts.ts'
import { dayOf } from '../platform/calendar-day.ts'
import { proofState } from '../progress/proofs/make-proof.server.ts'
import { countDue } from '../quizzes/review/count-due.server.ts'
import { listContents } from '../reading/contents.server.ts'
import { ContentsList } from '../reading/contents-list.tsx'
import { pageTitle } from '../ui/page-title.ts'

/**
 * The course, and for a learner what is at hand today: where to go on, what to remember, the
 * circles.
 */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const language = requireLanguage(params.lang)
  const learner = await context.learner()
  const courses = await Promise.all(
    [...context.catalogue.courses.values()].map((course) =>
      listContents(course, language, learner?.learnerId ?? null),
    ),
  )
  const isDone = courses.length > 0 && courses.every(isFinished)
  return {
    courses,
    home: `/${language.tag}`,
    description: translate(language)('pages:about'),
    own: learner && (await atHand(learner.learnerId, language, context)),
    done: learner && isDone ? await afterAll(learner.learnerId, language, context) : null,
  }
}

const isFinished = ({ soFar }: { soFar: { finished: number; of: number } | null }) =>
  soFar !== null && soFar.finished === soFar.of

/** What comes for somebody who has finished all: the first check that they lack, and proofs. */
async function afterAll(
  learnerId: string,
  language: Language,
  { catalogue }: LoaderFunctionArgs['context'],
) {
  const states = await Promise.all(
    [...catalogue.courses.values()].map(async (course) => ({
      address: `/${language.tag}/courses/${course.id}`,
      isReady: (await proofState(course, learnerId)).kind === 'ready',
    })),
  )
  const left = states.find(({ isReady }) => !isReady)
  const ready = states.find(({ isReady }) => isReady)
  return {
    checkAt: left ? `${left.address}/check` : null,
    proofAt: ready ? `${ready.address}/proof` : null,
  }
}

async function atHand(
  learnerId: string,
  language: Language,
  { catalogue, clock }: LoaderFunctionArgs['context'],
) {
  const [waiting, circles] = await Promise.all([
    countDue({ catalogue, learnerId, today: dayOf(clock.now()) }),
    circlesOf(learnerId),
  ])
  const open = circles.filter(({ closedOn }) => closedOn === null)
  const now = clock.now()
  return {
    waiting,
    circles: open.map(({ id, name }) => ({ id, name })),
    meeting: await upcomingMeeting({ circles: open, learnerId, language, now, catalogue }),
  }
}

export default function Home() {
  const { t } = useTexts()
  const { courses, home, own, done } = useLoaderData<typeof loader>()
  const next = courses.find((course) => course.next)?.next
  const first = courses[0]?.parts[0]?.chapters[0]
  const meeting = own?.meeting
  const scene = courses[0]?.scene
  // One main action, which fits the person.
  const main = meeting?.isLeader
    ? { address: meeting.address, words: t('pages:leadMeeting', { day: meeting.dayInWords }) }
    : done
      ? done.checkAt
        ? { address: done.checkAt, words: t('reviews:check') }
        : { address: `${home}/progress`, words: t('pages:progress') }
      : next
        ? { address: next.address, words: t('progress:continue', { title: next.title }) }
        : first && { address: first.address, words: t('pages:readFirst') }
  return (
    <article className="sheet-page home">
      <h1>{t('pages:about')}</h1>
      <p className="lead">
        {t('pages:aboutText')} {!own && t('pages:aboutNoAccount')}
      </p>
      {done && <p>{t('progress:allFinished')}</p>}
      <p className="actions">
        {main && (
          <a className="button" href={main.address}>
            {main.words}
          </a>
        )}
        {meeting?.isLeader && next && (
          <a className="button plain" href={next.address}>
            {t('progress:continue', { title: next.title })}
          </a>
        )}
        {done?.proofAt && (
          <a className="button plain" href={done.proofAt}>
            {t('proofs:wantOne')}
          </a>
        )}
        {own && own.waiting > 0 && (
          <a className="button plain" href={`${home}/review`}>
            {t('progress:reviewWaiting', { count: own.waiting })}
          </a>
        )}
        {!own && (
          <a className="button plain" href={`${home}/sign-up`}>
            {t('pages:signUp')}
          </a>
        )}
      </p>
      {scene && (
        <>
          <Figures symbols={courses[0]?.figures ?? ''} />
          <Picture picture={{ svg: scene.svg, caption: null }} />
        </>
      )}
      {meeting && !meeting.isLeader && (
        <p>
          <a href={meeting.address}>
            {t('pages:meetingSoon', { circle: meeting.name, day: meeting.dayInWords })}
          </a>
        </p>
      )}
      {!own && <p className="quiet">{t('pages:signUpWhy')}</p>}
      <section aria-labelledby="circles">
        <h2 id="circles">{t('pages:meetTitle')}</h2>
        {own && own.circles.length > 0 ? (
          <ul>
            {own.circles.map(({ id, name }) => (
              <li key={id}>
                <a href={`${home}/circles/${id}`}>{name}</a>
              </li>
            ))}
          </ul>
        ) : (
          <p>{t('pages:meetText')}</p>
        )}
        <ul className="facts">
          <li>
            <a href={`${home}/circles/new`}>{t('pages:meetStart')}</a>
          </li>
          <li>
            <a href={`${home}/join`}>{t('pages:joinCircle')}</a>
          </li>
          {courses[0] && (
            <li>
              <a href={`${courses[0].address}/guide`}>{t('pages:meetHow')}</a>
            </li>
          )}
        </ul>
      </section>
      {courses.map((contents) => (
        <section key={contents.address} className="course">
          <p className="kicker">{t('pages:whatIsInside')}</p>
          <h2 className="course-title">
            <a href={contents.address} lang={contents.lang ?? undefined}>
              {contents.title}
            </a>
          </h2>
          <ContentsList contents={contents} isBrief />
        </section>
      ))}
    </article>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageTitle(matches, '', data?.description)
