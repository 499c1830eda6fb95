import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { privateHeaders } from '../accounts/sessions/private-headers.ts'
import { actByForm } from '../circles/act-by-form.server.ts'
import { CirclePage } from '../circles/circle-frame.tsx'
import { isLastTrainer } from '../circles/people/seat-rules.ts'
import { requireCircle } from '../circles/require-circle.server.ts'
import { useTexts } from '../i18n/use-texts.ts'
import { readForm } from '../platform/form.server.ts'
import { seeOther } from '../platform/http-errors.ts'
import { PostForm, SubmitButton, Tick } from '../ui/form.tsx'
import { pageTitle } from '../ui/page-title.ts'

/** Says what leaving takes along and what stays. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { circle, seat, t, frame } = await requireCircle({ request, params, context })
  return {
    title: t('circles:leave'),
    frame,
    mustStay: circle.closedOn === null && isLastTrainer(circle, seat),
  }
}

/** Leaves the circle at once. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { id, learnerId, clock, language, t } = await requireCircle({ request, params, context })
  const fields = await readForm(request)
  const outcome = await actByForm({
    fields,
    offered: ['leave'],
    circleId: id,
    learnerId,
    clock,
    t,
  })
  if (outcome.kind === 'done') throw seeOther(`/${language.tag}/circles`)
  return data({ problem: outcome.problem }, { status: 400 })
}

export const headers = privateHeaders

export default function LeaveCircle() {
  const { t } = useTexts()
  const { title, frame, mustStay } = useLoaderData<typeof loader>()
  const problem = useActionData<typeof action>()?.problem
  if (mustStay)
    return (
      <CirclePage frame={frame} title={title} problem={problem}>
        {!problem && <p className="notice">{t('circles:refused.lastTrainerLeaves')}</p>}
      </CirclePage>
    )
  return (
    <CirclePage frame={frame} title={title} problem={problem}>
      <p>{t('circles:leaveIntro')}</p>
      <PostForm action={`${frame.address}/leave`}>
        <input type="hidden" name="intent" value="leave" />
        <Tick
          name="keepsName"
          label={t('circles:keepsName')}
          hint={t('circles:keepsNameHint')}
          seenBy={t('circles:seenByTrainers')}
        />
        <SubmitButton>{t('circles:leave')}</SubmitButton>
      </PostForm>
    </CirclePage>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageTitle(matches, data?.title ?? '')
