import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { privateHeaders } from '../accounts/sessions/private-headers.ts'
import { requireLearner } from '../accounts/sessions/sessions.server.ts'
import { actByForm } from '../circles/act-by-form.server.ts'
import { ActForm } from '../circles/act-form.tsx'
import { seated } from '../circles/circle.ts'
import { CirclePage } from '../circles/circle-frame.tsx'
import { doneText } from '../circles/done-texts.ts'
import type { FormIntent } from '../circles/event-forms.ts'
import { NoteLists } from '../circles/meetings/note-lists.tsx'
import { ChaptersReadList } from '../circles/people/chapters-read-list.tsx'
import { ProposalNotice } from '../circles/people/proposal-notice.tsx'
import { readSharedProgress } from '../circles/people/shared-progress.server.ts'
import { electors, proposalEffect } from '../circles/people/trainer-rules.ts'
import { checkRules } from '../circles/plan/check-rules.ts'
import { ChapterLinks, MeetingList } from '../circles/plan/meeting-list.tsx'
import { NextMeeting } from '../circles/plan/next-meeting.tsx'
import { chaptersNotPlanned, nameChapter } from '../circles/plan/planned-chapters.ts'
import { RuleList } from '../circles/plan/rule-list.tsx'
import { ruleSet } from '../circles/plan/rule-set.server.ts'
import { requireCircle } from '../circles/require-circle.server.ts'
import {
  listMeetings,
  nameOf,
  nextMeeting,
  showDecisions,
  shownSuccession,
  showTasks,
} from '../circles/show-circle.ts'
import { retiresOn, totalsOf } from '../circles/totals.ts'
import { inLanguage } from '../courses/model/chapter.ts'
import { formatDay } from '../i18n/format-day.ts'
import { translate } from '../i18n/i18n.ts'
import { requireLanguage } from '../i18n/request-language.server.ts'
import { useTexts } from '../i18n/use-texts.ts'
import { dayOf } from '../platform/calendar-day.ts'
import { environment } from '../platform/environment.server.ts'
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
  const language = requireLanguage(params.lang)
  const t = translate(language)
  const { learnerId } = await requireLearner({ request, context })
  const { id, circle, seat } = await requireCircle({
    circleId: params.circle,
    learnerId,
    clock: context.clock,
  })
  const course = context.catalogue.courses.get(circle.course)
  const meetings = listMeetings(circle, course, language, context.clock.now())
  const people = seated(circle)
  const planned = [...new Set(circle.meetings.flatMap(({ chapters }) => chapters))]
  const next = nextMeeting(meetings, circle, context.clock.now())
  const near = next?.chapters.map(({ slug }) => slug) ?? []
  const { proposal } = circle
  const done = doneText(request.url)
  const shared = seat.isTrainer && course ? await readSharedProgress(id, circle, course) : []
  return {
    // The browser's history notes a page's title: it must not be the circle's name (P7, P8).
    title: t('circles:yourCircle'),
    frame: {
      name: circle.name,
      address: `/${language.tag}/circles/${id}`,
      isTrainer: seat.isTrainer,
    },
    done: done && t(done),
    course: course && {
      title: inLanguage(course.texts, language.tag, course.source).text.title,
      address: `/${language.tag}/courses/${course.id}`,
    },
    aim: circle.aim,
    timeZone: circle.timeZone,
    meetings,
    next,
    decisions: showDecisions(circle, language),
    tasks: showTasks(circle, language),
    isAlone: people.length === 1,
    hasNoTrainer: !people.some(({ isTrainer }) => isTrainer),
    notPlanned: seat.isTrainer ? chaptersNotPlanned(circle, course).length : 0,
    chaptersRead: planned.flatMap((slug) => {
      const chapter = nameChapter(course, slug, language.tag)
      if (!chapter) return []
      const names = people
        .filter(({ chaptersRead }) => chaptersRead.includes(slug))
        .map(({ name }) => name)
      return [
        { chapter, isNear: near.includes(slug), isRead: seat.chaptersRead.includes(slug), names },
      ]
    }),
    sharesProgress: seat.sharesProgress,
    shared: shared.map(({ name, finished, of }) => ({
      name,
      of,
      finished: finished.flatMap((slug) => nameChapter(course, slug, language.tag) ?? []),
    })),
    rules: seat.isTrainer ? { checked: checkRules(circle, ruleSet), source: ruleSet.source } : null,
    succession: shownSuccession(circle, dayOf(context.clock.now()), language),
    proposal: proposal && {
      name: nameOf(circle, proposal.seat) ?? '',
      agreed: proposal.supporters.length,
      of: electors(circle).length,
      isAgreed: proposal.supporters.includes(seat.id),
      on: formatDay(proposalEffect(circle, proposal, dayOf(context.clock.now())), language.tag),
    },
    totals: totalsOf(circle),
    isClosed: circle.closedOn !== null,
    erasedOn: formatDay(retiresOn(circle, environment.CIRCLE_MONTHS), language.tag),
  }
}

/** Does what one of the page's buttons says. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const language = requireLanguage(params.lang)
  const { learnerId } = await requireLearner({ request, context })
  const { id } = await requireCircle({ circleId: params.circle, learnerId, clock: context.clock })
  const fields = await readForm(request)
  const outcome = await actByForm({
    fields,
    offered,
    circleId: id,
    learnerId,
    clock: context.clock,
    t: translate(language),
  })
  if (outcome.kind === 'done')
    throw seeOther(`/${language.tag}/circles/${id}?done=${outcome.intent}`)
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
      {shown.notPlanned > 0 && !isClosed && (
        <p>
          {t('circles:chaptersNotPlanned', { count: shown.notPlanned })}{' '}
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
