import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { privateHeaders } from '../accounts/sessions/private-headers.ts'
import { requireLearner } from '../accounts/sessions/sessions.server.ts'
import { actByForm } from '../circles/act-by-form.server.ts'
import { ActForm } from '../circles/act-form.tsx'
import { CirclePage } from '../circles/circle-frame.tsx'
import { doneText } from '../circles/done-texts.ts'
import type { FormIntent } from '../circles/event-forms.ts'
import { newInnerId } from '../circles/ids.server.ts'
import { limits } from '../circles/limits.ts'
import { changePlan } from '../circles/plan/change-plan.server.ts'
import { MeetingFields } from '../circles/plan/meeting-fields.tsx'
import { ChapterLinks, MeetingList } from '../circles/plan/meeting-list.tsx'
import { atSameTime, repeatedChapters } from '../circles/plan/plan-rules.ts'
import { chaptersNotPlanned, nameChapter } from '../circles/plan/planned-chapters.ts'
import { requireTrainer } from '../circles/require-circle.server.ts'
import { listMeetings } from '../circles/show-circle.ts'
import { translate } from '../i18n/i18n.ts'
import { requireLanguage } from '../i18n/request-language.server.ts'
import { useTexts } from '../i18n/use-texts.ts'
import { readForm } from '../platform/form.server.ts'
import { seeOther } from '../platform/http-errors.ts'
import { Field, LongField, PostForm, SubmitButton } from '../ui/form.tsx'
import { pageTitle } from '../ui/page-title.ts'

const offered = ['rename', 'set-aim', 'cancel-meeting', 'restore-meeting', 'rotate-roles'] as const satisfies FormIntent[]

/** The plan as it is, to be changed by the group at its first meeting and after. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const language = requireLanguage(params.lang)
  const t = translate(language)
  const { learnerId } = await requireLearner({ request, context })
  const { id, circle } = await requireTrainer({ circleId: params.circle, learnerId, clock: context.clock })
  const course = context.catalogue.courses.get(circle.course)
  const chapters = (course?.chapters ?? []).flatMap(({ slug }) => nameChapter(course, slug, language.tag) ?? [])
  const meetings = listMeetings(circle, course, language, context.clock.now())
  const done = doneText(request.url)
  return {
    title: t('circles:plan'),
    frame: { name: circle.name, address: `/${language.tag}/circles/${id}`, isTrainer: true },
    done: done && t(done),
    aim: circle.aim,
    planRevision: circle.planRevision,
    meetings,
    chapters,
    notPlaced: chaptersNotPlanned(circle, course).flatMap((slug) => nameChapter(course, slug, language.tag) ?? []),
    sameTime: atSameTime(meetings).map(([one, other]) => ({ first: one.number, second: other.number })),
    repeated: repeatedChapters(meetings.map(({ state, chapters }) => ({ state, chapters: chapters.map(({ slug }) => slug) }))).flatMap(
      ({ slug, places }) => {
        const chapter = nameChapter(course, slug, language.tag)
        return chapter ? { chapter, numbers: places.map((place) => place + 1).join(', ') } : []
      },
    ),
    // One more meeting is as the last one was.
    newMeeting: { id: newInnerId(), start: meetings.at(-1)?.start ?? '', hours: meetings.at(-1)?.hours ?? 2 },
    isClosed: circle.closedOn !== null,
  }
}

/** Changes the plan. One that was made to an older plan is not taken, and both are shown. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const language = requireLanguage(params.lang)
  const t = translate(language)
  const { learnerId } = await requireLearner({ request, context })
  const { clock } = context
  const { id, circle } = await requireTrainer({ circleId: params.circle, learnerId, clock })
  const course = context.catalogue.courses.get(circle.course)
  const fields = await readForm(request)
  const page = `/${language.tag}/circles/${id}/plan`
  if (fields.get('intent') === 'replan') {
    const outcome = await changePlan({ fields, circleId: id, learnerId, course, clock, t })
    if (outcome.kind === 'done') throw seeOther(`${page}?done=replan`)
    return data({ ...outcome, intent: 'replan', name: null }, { status: outcome.isConflict ? 409 : 400 })
  }
  const outcome = await actByForm({ fields, offered, circleId: id, learnerId, clock, t })
  if (outcome.kind === 'done') throw seeOther(`${page}?done=${outcome.intent}`)
  const { problem, typed, intent } = outcome
  return data(
    { intent, problem, isConflict: false, wished: null, wrong: null, aim: typed.aim ?? null, name: typed.name ?? null },
    { status: 400 },
  )
}

export const headers = privateHeaders

type Shown = ReturnType<typeof useLoaderData<typeof loader>>

function CancelledOrNot({ meetings, notPlaced, page }: Pick<Shown, 'meetings' | 'notPlaced'> & { page: string }) {
  const { t } = useTexts()
  const isNotPlaced = (slug: string) => notPlaced.some((chapter) => chapter.slug === slug)
  return (
    <ul className="found">
      {meetings
        .filter(({ state }) => state !== 'held')
        .map(({ id, number, dayInWords, state, chapters }) => (
          <li key={id} className="act-row">
            <div>
              {t('circles:meetingNumber', { number })} · {dayInWords}
              {state === 'cancelled' && chapters.some(({ slug }) => isNotPlaced(slug)) && (
                <p>
                  {t('circles:cancelledChapters')} <ChapterLinks chapters={chapters.filter(({ slug }) => isNotPlaced(slug))} />
                </p>
              )}
            </div>
            <ActForm to={page} intent={state === 'cancelled' ? 'restore-meeting' : 'cancel-meeting'} fields={{ meeting: id }}>
              {t(state === 'cancelled' ? 'circles:restoreMeeting' : 'circles:cancelMeeting', { number })}
            </ActForm>
          </li>
        ))}
    </ul>
  )
}

export default function Plan() {
  const { t } = useTexts()
  const { title, frame, done, aim, planRevision, meetings, chapters, notPlaced, repeated, sameTime, newMeeting, isClosed } =
    useLoaderData<typeof loader>()
  const tried = useActionData<typeof action>()
  const page = `${frame.address}/plan`
  const planned = meetings.filter(({ state }) => state === 'planned')
  if (isClosed)
    return (
      <CirclePage frame={frame} title={title}>
        <MeetingList meetings={meetings} address={frame.address} />
      </CirclePage>
    )
  return (
    <CirclePage frame={frame} title={title} done={done} problem={tried?.problem}>
      <div className="on-paper">
        {aim && <p>{aim}</p>}
        <MeetingList meetings={meetings} address={frame.address} />
      </div>
      <div className="no-print">
        {tried?.isConflict && (
          <>
            <h2>{t('circles:planNow')}</h2>
            <MeetingList meetings={meetings} address={frame.address} />
            <h2>{t('circles:planYours')}</h2>
            <p>{t('circles:planYoursIntro')}</p>
          </>
        )}
        {!tried?.isConflict && (
          <>
            <p>{t('circles:planIntro')}</p>
            <PostForm action={page}>
              <input type="hidden" name="intent" value="set-aim" />
              <LongField
                name="aim"
                label={t('circles:aim')}
                hint={t('circles:aimHint')}
                seenBy={t('circles:seenByMembers')}
                rows={3}
                maxLength={limits.aim}
                defaultValue={tried?.aim ?? aim}
              />
              <SubmitButton plain>{t('circles:saveAim')}</SubmitButton>
            </PostForm>
            <h2>{t('circles:planMeetings')}</h2>
            {sameTime.map(({ first, second }) => (
              <p key={second} className="notice">
                {t('circles:sameTime', { first, second })}
              </p>
            ))}
            {repeated.map(({ chapter, numbers }) => (
              <p key={chapter.slug} className="notice">
                {t('circles:repeatedChapter', { numbers })} <ChapterLinks chapters={[chapter]} />
              </p>
            ))}
            {notPlaced.length > 0 && (
              <p>
                {t('circles:notPlaced')} <ChapterLinks chapters={notPlaced} />
              </p>
            )}
          </>
        )}
        <PostForm action={page} aria-describedby="plan-seen">
          <input type="hidden" name="intent" value="replan" />
          <input type="hidden" name="planRevision" value={planRevision} />
          <p className="seen-by" id="plan-seen">
            {t('circles:seenByMembers')}
          </p>
          {(tried?.wished ?? planned).map((meeting) => (
            <MeetingFields key={meeting.id} meeting={meeting} chapters={chapters} wrong={tried?.wrong ?? null} />
          ))}
          <details>
            <summary>{t('circles:addMeeting')}</summary>
            <MeetingFields meeting={{ ...newMeeting, number: null, day: '', chapters: [] }} chapters={chapters} wrong={null} />
          </details>
          <SubmitButton>{t('circles:savePlan')}</SubmitButton>
        </PostForm>
        <h2>{t('circles:cancelTitle')}</h2>
        <CancelledOrNot meetings={meetings} notPlaced={notPlaced} page={page} />
        <h2>{t('circles:renameCircleTitle')}</h2>
        <PostForm action={page}>
          <input type="hidden" name="intent" value="rename" />
          <Field
            name="name"
            label={t('circles:circleName')}
            hint={t('circles:circleNameHint')}
            seenBy={t('circles:seenByInvited')}
            defaultValue={tried?.name ?? frame.name}
            required
          />
          <SubmitButton plain>{t('circles:saveName')}</SubmitButton>
        </PostForm>
        <h2>{t('circles:rolesTitle')}</h2>
        <p>{t('circles:rolesIntro')}</p>
        <ActForm to={page} intent="rotate-roles">
          {t('circles:rotateRoles')}
        </ActForm>
      </div>
    </CirclePage>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => pageTitle(matches, data?.title ?? '')
