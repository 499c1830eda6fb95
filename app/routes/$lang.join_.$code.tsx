import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { joinAttempts } from '../accounts/rate-limits/attempt-limiter.server.ts'
import { privateHeaders } from '../accounts/sessions/private-headers.ts'
import { requireLearner } from '../accounts/sessions/sessions.server.ts'
import { refusalText } from '../circles/act-by-form.server.ts'
import { joinCircle, lookUpCode } from '../circles/people/join-circle.server.ts'
import { WhoSeesWhat } from '../circles/people/who-sees-what.tsx'
import { inLanguage } from '../courses/model/chapter.ts'
import { translate } from '../i18n/i18n.ts'
import { requireLanguage } from '../i18n/request-language.server.ts'
import { useTexts } from '../i18n/use-texts.ts'
import { normalizeCode } from '../platform/code-format.ts'
import { checkForm, readForm } from '../platform/form.server.ts'
import { httpError, seeOther } from '../platform/http-errors.ts'
import { Field, PostForm, Problems, SubmitButton } from '../ui/form.tsx'
import { NamedText } from '../ui/named-text.tsx'
import { pageTitle } from '../ui/page-title.ts'

const schema = z.object({ name: z.string().max(5000) })

/**
 * Shows, before anybody joins, what the circle is and who will see what. Wrong codes are slowed,
 * since anyone who guesses one could join.
 */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const language = requireLanguage(params.lang)
  const t = translate(language)
  const { learnerId } = await requireLearner({ request, context })
  const code = normalizeCode(params.code ?? '')
  const page = {
    title: t('circles:join'),
    address: `/${language.tag}/join/${code}`,
    again: `/${language.tag}/join`,
  }
  const admission = await joinAttempts.admit(learnerId, code)
  if (admission.kind === 'wait') {
    const problem = t('circles:waitSeconds', { seconds: admission.seconds })
    return data(
      { ...page, problem, circle: null },
      { status: 429, headers: { 'Retry-After': String(admission.seconds) } },
    )
  }
  const outcome = await lookUpCode({ code, learnerId, clock: context.clock })
  if (outcome.kind === 'unknown')
    return data(
      { ...page, problem: t('circles:refused.codeUnknown'), circle: null },
      { status: 404 },
    )
  admission.undo()
  if (outcome.kind === 'member') throw seeOther(`/${language.tag}/circles/${outcome.id}`)
  const course = context.catalogue.courses.get(outcome.course)
  const courseTitle = course ? inLanguage(course.texts, language.tag, course.source).text.title : ''
  return data({ ...page, problem: null, circle: { ...outcome, course: courseTitle } })
}

/** Takes a seat, and goes to the circle. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const language = requireLanguage(params.lang)
  const t = translate(language)
  const { learnerId } = await requireLearner({ request, context })
  const form = checkForm(await readForm(request), schema)
  if (form.kind === 'bad') throw httpError(400)
  const code = normalizeCode(params.code ?? '')
  const admission = await joinAttempts.admit(learnerId, code)
  if (admission.kind === 'wait') throw httpError(429, { 'Retry-After': String(admission.seconds) })
  const outcome = await joinCircle({ code, name: form.value.name, learnerId, clock: context.clock })
  if (outcome.kind === 'unknown') throw httpError(404)
  admission.undo()
  if (outcome.kind === 'joined') throw seeOther(`/${language.tag}/circles/${outcome.id}`)
  return data({ problem: refusalText(outcome, t), typed: form.value.name }, { status: 400 })
}

export const headers = privateHeaders

export default function JoinCircle() {
  const { t } = useTexts()
  const { title, address, again, circle, problem } = useLoaderData<typeof loader>()
  const tried = useActionData<typeof action>()
  if (!circle)
    return (
      <article className="sheet-page">
        <h1>{title}</h1>
        <p className="problems" role="alert">
          {problem}
        </p>
        <p>
          <a href={again}>{t('circles:tryAnotherCode')}</a>
        </p>
      </article>
    )
  return (
    <article className="sheet-page">
      <p className="kicker">{title}</p>
      <h1>{circle.name}</h1>
      <Problems
        title={t('circles:problemsTitle')}
        items={tried ? [{ name: 'name', text: tried.problem }] : []}
      />
      <p>
        {circle.trainers.length > 0 && (
          <NamedText
            name={circle.trainers}
            say={(names) => t('circles:invitedBy', { names, course: circle.course })}
          />
        )}{' '}
        {t('circles:peopleSoFar', { count: circle.people })}
      </p>
      <WhoSeesWhat />
      <PostForm action={address}>
        <Field
          name="name"
          label={t('circles:ownName')}
          hint={t('circles:ownNameHint')}
          seenBy={t('circles:seenByMembers')}
          problem={tried?.problem}
          defaultValue={tried?.typed}
          required
        />
        <SubmitButton>{t('circles:join')}</SubmitButton>
      </PostForm>
    </article>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageTitle(matches, data?.title ?? '')
