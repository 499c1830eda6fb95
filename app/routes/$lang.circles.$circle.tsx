import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { privateHeaders } from '../accounts/sessions/private-headers.ts'
import { actByForm } from '../circles/act-by-form.server.ts'
import { ActForm } from '../circles/act-form.tsx'
import { CirclePage } from '../circles/circle-frame.tsx'
import { circleHome } from '../circles/circle-home.server.ts'
import { doneText } from '../circles/done-texts.ts'
import type { FormIntent } from '../circles/event-forms.ts'
import { NoteLists } from '../circles/meetings/note-lists.tsx'
import { ChaptersReadList } from '../circles/people/chapters-read-list.tsx'
import { ProposalNotice } from '../circles/people/proposal-notice.tsx'
import { ChapterLinks, MeetingList } from '../circles/plan/meeting-list.tsx'
import { NextMeeting } from '../circles/plan/next-meeting.tsx'
import { RuleList } from '../circles/plan/rule-list.tsx'
import { requireCircle } from '../circles/require-circle.server.ts'
import { useTexts } from '../i18n/use-texts.ts'
import { readForm } from '../platform/form.server.ts'
import { seeOther } from '../platform/http-errors.ts'
import { NamedText } from '../ui/named-text.tsx'
import { pageTitle } from '../ui/page-title.ts'

const offered = [
  'tell-read',
  'take-back-read',
  'share',
  'stop-sharing',
  'finish-task',
  'reopen-task',
  'agree',
  'withdraw-agreement',
  'still-here',
] as const satisfies FormIntent[]

/** The circle as its member or trainer sees it. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const own = await requireCircle({ request, params, context })
  const done = doneText(request.url)
  return { ...(await circleHome(own)), done: done && own.t(done) }
}

/** Does what one of the page's buttons says. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { id, learnerId, clock, t, frame } = await requireCircle({ request, params, context })
  const fields = await readForm(request)
  const outcome = await actByForm({
    fields,
    offered,
    circleId: id,
    learnerId,
    clock,
    t,
  })
  if (outcome.kind === 'done') throw seeOther(`${frame.address}?done=${outcome.intent}`)
  return data({ problem: outcome.problem }, { status: 400 })
}

export const headers = privateHeaders

export default function CircleHome() {
  const { t } = useTexts()
  const shown = useLoaderData<typeof loader>()
  const problem = useActionData<typeof action>()?.problem
  const {
    frame,
    done,
    course,
    aim,
    meetings,
    next,
    chaptersRead,
    sharesProgress,
    shared,
    rules,
    proposal,
    totals,
    isClosed,
    erasedOn,
  } = shown
  return (
    <CirclePage frame={frame} title={frame.name} done={done} problem={problem}>
      {proposal && <ProposalNotice proposal={proposal} frame={frame} />}
      {isClosed && (
        <p className="notice">
          {t('circles:isClosed', {
            meetings: totals.meetings,
            hours: totals.hours,
            people: totals.participants,
          })}
        </p>
      )}
      {shown.isAlone && frame.isTrainer && !isClosed && (
        <p className="notice">
          {t('circles:youAreAlone')}{' '}
          <a href={`${frame.address}/invitation`}>{t('circles:invitePeople')}</a>
        </p>
      )}
      {shown.succession && !isClosed && (
        <p className="notice">
          <NamedText
            name={shown.succession.name}
            say={(name) => t('circles:tookOver', { name, day: shown.succession?.day })}
          />
        </p>
      )}
      {shown.hasNoTrainer && !proposal && !isClosed && (
        <p className="notice">
          {t('circles:noTrainer')}{' '}
          <a href={`${frame.address}/people`}>{t('circles:chooseTrainer')}</a>
        </p>
      )}
      {course ? (
        <p>
          {t('circles:studies')} <a href={course.address}>{course.title}</a>
        </p>
      ) : (
        <p className="notice">{t('circles:courseGone')}</p>
      )}
      {aim && (
        <>
          <h2>{t('circles:aim')}</h2>
          <p>{aim}</p>
        </>
      )}
      {!isClosed && (
        <>
          <h2>{t('circles:nextMeeting')}</h2>
          {next ? (
            <NextMeeting meeting={next} timeZone={shown.timeZone} />
          ) : (
            <p className="quiet">{t('circles:noNextMeeting')}</p>
          )}
        </>
      )}
      <NoteLists
        decisions={shown.decisions}
        tasks={shown.tasks}
        frame={frame}
        isClosed={isClosed}
      />
      <h2>{t('circles:plan')}</h2>
      <MeetingList meetings={meetings} address={frame.address} />
      {shown.notPlanned.length > 0 && !isClosed && (
        <p>
          {t('circles:chaptersNotPlanned', { count: shown.notPlanned.length })}{' '}
          <ChapterLinks chapters={shown.notPlanned} />{' '}
          <a href={`${frame.address}/plan`}>{t('circles:changePlan')}</a>
        </p>
      )}
      {chaptersRead.length > 0 && (
        <>
          <h2>{t('circles:tellTitle')}</h2>
          <p>{t('circles:tellIntro')}</p>
          <ChaptersReadList
            chapters={chaptersRead.filter(({ isNear }) => isNear)}
            frame={frame}
            isClosed={isClosed}
          />
          <details>
            <summary>{t('circles:otherChapters')}</summary>
            <ChaptersReadList
              chapters={chaptersRead.filter(({ isNear }) => !isNear)}
              frame={frame}
              isClosed={isClosed}
            />
          </details>
        </>
      )}
      <h2>{t('circles:shareTitle')}</h2>
      <p>{t(sharesProgress ? 'circles:sharesNow' : 'circles:sharesNot')}</p>
      {(sharesProgress || !isClosed) && (
        <ActForm to={frame.address} intent={sharesProgress ? 'stop-sharing' : 'share'}>
          {t(sharesProgress ? 'circles:stopSharing' : 'circles:share')}
        </ActForm>
      )}
      {shared.length > 0 && (
        <>
          <h2>{t('circles:sharedTitle')}</h2>
          <ul>
            {shared.map(({ name, finished, of }) => (
              <li key={name}>
                <NamedText
                  name={name}
                  say={(marked) =>
                    t('circles:sharedLine', { name: marked, finished: finished.length, of })
                  }
                />{' '}
                {finished.length > 0 && <ChapterLinks chapters={finished} />}
              </li>
            ))}
          </ul>
        </>
      )}
      {rules && (
        <>
          <h2>{t('circles:rulesTitle')}</h2>
          <RuleList rules={rules.checked} source={rules.source} />
        </>
      )}
      <h2>{t('circles:endTitle')}</h2>
      <p>
        {t('circles:erasedOn', { day: erasedOn })} {!isClosed && t('circles:erasedLater')}
      </p>
      <p>
        <a href={`${frame.address}/leave`}>{t('circles:leave')}</a>
      </p>
    </CirclePage>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageTitle(matches, data?.title ?? '')
