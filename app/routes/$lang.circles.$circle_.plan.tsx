import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { privateHeaders } from '../accounts/sessions/private-headers.ts'
import { ActButton, EnterButton, NotSavedYet } from '../circles/act-form.tsx'
import { changeCircle } from '../circles/change-circle.server.ts'
import type { Circle } from '../circles/circle.ts'
import { CirclePage } from '../circles/circle-frame.tsx'
import { doneText, textOfDone } from '../circles/done-texts.ts'
import { limits } from '../circles/limits.ts'
import { saveOne, withButton } from '../circles/page-form.ts'
import { MeetingFields } from '../circles/plan/meeting-fields.tsx'
import { MeetingList } from '../circles/plan/meeting-list.tsx'
import {
  changedPlanParts,
  type PlanPageForm,
  planEvent,
  readPlanForm,
  wishedMeetings,
  withHiddenChapters,
  withoutPlanPart,
} from '../circles/plan/plan-form.ts'
import { CancelledOrNot, PlanRemarks } from '../circles/plan/plan-parts.tsx'
import { numbered, planProblem } from '../circles/plan/plan-problem.ts'
import { showPlan } from '../circles/plan/show-plan.server.ts'
import { requireTrainer } from '../circles/require-circle.server.ts'
import { useTexts } from '../i18n/use-texts.ts'
import { readForm } from '../platform/form.server.ts'
import { httpError, seeOther } from '../platform/http-errors.ts'
import { Field, LongField, PostForm } from '../ui/form.tsx'
import { pageTitle } from '../ui/page-title.ts'

/** The plan as it is, to be changed by the group at its first meeting and after. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const own = await requireTrainer({ request, params, context })
  const done = doneText(request.url)
  return { ...showPlan(own), done: done && own.t(done) }
}

/**
 * Changes the plan, the aim, the name or one meeting. What else is typed on the page, or was typed
 * in vain, stays there. A plan that was made to an older plan is not taken, and both are shown.
 */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { id, circle, learnerId, clock, t, course, frame } = await requireTrainer({
    request,
    params,
    context,
  })
  const known = new Set(course?.chapters.map(({ slug }) => slug))
  const sent = readPlanForm(await readForm(request))
  if (
    !sent ||
    sent.plan?.meetings.some(({ chapters }) => chapters.some((slug) => !known.has(slug)))
  )
    throw httpError(400)
  const plan = sent.plan && withHiddenChapters(sent.plan, circle, known)
  const form = withButton({ ...sent, plan }, changedPlanParts({ ...sent, plan }, circle))
  const unsavedIn = ({ typed, plan }: PlanPageForm, now: Circle) => ({
    typed,
    parts: changedPlanParts({ ...form, typed, plan }, now, circle),
    wished: plan && numbered(wishedMeetings(plan, now, circle), now),
    undated: plan?.undated ? numbered([plan.undated], now)[0] : null,
    // A plan that was read before somebody else changed it is told so, also after another part was
    // saved.
    planRevision:
      plan && plan.planRevision !== circle.planRevision ? plan.planRevision : now.planRevision,
  })
  if (form.intent === saveOne) {
    const problem = {
      intent: form.intent,
      text: t('meetings:chooseButton'),
      isConflict: false,
      wrong: null,
    }
    return data({ problem, done: null, unsaved: unsavedIn(form, circle) }, { status: 400 })
  }
  const event = planEvent(form)
  if (!event) throw httpError(400)
  const outcome = await changeCircle({ circleId: id, learnerId, event, clock })
  if (outcome.kind === 'not-found') throw httpError(404)
  if (outcome.kind === 'refused') {
    const isConflict = outcome.reason === 'circles:refused.planChanged'
    const problem = { intent: form.intent, isConflict, ...planProblem(outcome, outcome.circle, t) }
    const unsaved = {
      ...unsavedIn(form, outcome.circle),
      planRevision: outcome.circle.planRevision,
    }
    return data({ problem, done: null, unsaved }, { status: isConflict ? 409 : 400 })
  }
  const unsaved = unsavedIn(withoutPlanPart(form), outcome.circle)
  if (unsaved.parts.length > 0) return { problem: null, done: t(textOfDone(form.intent)), unsaved }
  throw seeOther(`${frame.address}/plan?done=${form.intent}`)
}

export const headers = privateHeaders

const partNames = {
  'set-aim': 'circles:aim',
  replan: 'circles:planMeetings',
  rename: 'circles:renameCircleTitle',
} as const

export default function Plan() {
  const { t } = useTexts()
  const { title, frame, aim, meetings, chapters, notPlaced, newMeeting, isClosed, ...shown } =
    useLoaderData<typeof loader>()
  const after = useActionData<typeof action>()
  const { problem = null, unsaved = null } = after ?? {}
  const typed: Record<string, string> = unsaved?.typed ?? {}
  const problemOf = (intent: string) => (problem?.intent === intent ? problem.text : undefined)
  const planned = meetings.filter(({ state }) => state === 'planned')
  const undated = unsaved?.undated ?? null
  // What somebody typed before the circle was closed stays, with why it is not stored.
  if (isClosed && !unsaved)
    return (
      <CirclePage frame={frame} title={title}>
        <MeetingList meetings={meetings} address={frame.address} />
      </CirclePage>
    )
  return (
    <CirclePage
      frame={frame}
      title={title}
      done={after ? after.done : shown.done}
      problem={problem?.text}
    >
      <div className="on-paper">
        {aim && <p>{aim}</p>}
        <MeetingList meetings={meetings} address={frame.address} />
      </div>
      <PostForm action={`${frame.address}/plan`} className="no-print">
        <EnterButton />
        <NotSavedYet
          parts={(unsaved?.parts ?? []).map((part) => t(partNames[part as keyof typeof partNames]))}
        />
        {problem?.isConflict && (
          <>
            <h2>{t('circles:planNow')}</h2>
            <MeetingList meetings={meetings} address={frame.address} />
            <h2>{t('circles:planYours')}</h2>
            <p>{t('circles:planYoursIntro')}</p>
          </>
        )}
        {!problem?.isConflict && (
          <>
            <p>{t('circles:planIntro')}</p>
            <LongField
              name="aim"
              label={t('circles:aim')}
              hint={t('circles:aimHint')}
              seenBy={t('circles:seenByMembers')}
              problem={problemOf('set-aim')}
              rows={3}
              maxLength={limits.aim}
              defaultValue={typed.aim ?? aim}
            />
            <ActButton intent="set-aim">{t('circles:saveAim')}</ActButton>
            <h2>{t('circles:planMeetings')}</h2>
            <PlanRemarks
              notPlaced={notPlaced}
              sameTime={shown.sameTime}
              repeated={shown.repeated}
            />
          </>
        )}
        <input
          type="hidden"
          name="planRevision"
          value={unsaved?.planRevision ?? shown.planRevision}
        />
        {problem?.isConflict && <input type="hidden" name="aim" value={typed.aim ?? aim} />}
        <fieldset className="plan-fields" aria-describedby="plan-seen">
          <legend className="unseen">{t('circles:planMeetings')}</legend>
          <p className="seen-by" id="plan-seen">
            {t('circles:seenByMembers')}
          </p>
          {(unsaved?.wished ?? planned).map((meeting) => (
            <MeetingFields
              key={meeting.id}
              meeting={meeting}
              chapters={chapters}
              wrong={problem?.wrong ?? null}
            />
          ))}
          <details open={undated !== null}>
            <summary>{t('circles:addMeeting')}</summary>
            <MeetingFields
              meeting={undated ?? { ...newMeeting, number: null, day: '', chapters: [] }}
              chapters={chapters}
              wrong={null}
            />
          </details>
        </fieldset>
        <ActButton intent="replan" strong>
          {t('circles:savePlan')}
        </ActButton>
        <h2>{t('circles:cancelTitle')}</h2>
        <CancelledOrNot meetings={meetings} notPlaced={notPlaced} />
        <h2>{t('circles:renameCircleTitle')}</h2>
        <Field
          name="name"
          label={t('circles:circleName')}
          hint={t('circles:circleNameHint')}
          seenBy={t('circles:seenByInvited')}
          problem={problemOf('rename')}
          defaultValue={typed.name ?? frame.name}
        />
        <ActButton intent="rename">{t('circles:saveName')}</ActButton>
        <h2>{t('circles:rolesTitle')}</h2>
        <p>{t('circles:rolesIntro')}</p>
        <ActButton intent="rotate-roles">{t('circles:rotateRoles')}</ActButton>
      </PostForm>
    </CirclePage>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageTitle(matches, data?.title ?? '')
