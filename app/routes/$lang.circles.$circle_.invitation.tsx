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
import { doneText } from '../circles/done-texts.ts'
import type { FormIntent } from '../circles/event-forms.ts'
import { renewCode } from '../circles/people/renew-code.server.ts'
import { WhoSeesWhat } from '../circles/people/who-sees-what.tsx'
import { requireTrainer } from '../circles/require-circle.server.ts'
import { useTexts } from '../i18n/use-texts.ts'
import { formatCode } from '../platform/code-format.ts'
import { readForm } from '../platform/form.server.ts'
import { orNotFound, seeOther } from '../platform/http-errors.ts'
import { siteAddress } from '../platform/site-address.server.ts'
import { PostForm } from '../ui/form.tsx'
import { pageTitle } from '../ui/page-title.ts'
import { qrMatrix } from '../ui/qr-matrix.ts'

const offered = ['open-joining', 'close-joining'] as const satisfies FormIntent[]

/** The invitation, to be printed, read aloud or sent. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { circle, language, t, frame } = await requireTrainer({ request, params, context })
  const link = `${siteAddress(request)}/${language.tag}/join/${circle.join.code}`
  const done = doneText(request.url)
  return {
    title: t('circles:invitation'),
    frame,
    done: done && t(done),
    isOpen: circle.join.isOpen && circle.closedOn === null,
    isClosed: circle.closedOn !== null,
    code: formatCode(circle.join.code),
    link,
    drawing: qrMatrix(link),
  }
}

/** Opens or closes the door, or makes a new code. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { id, learnerId, clock, t, frame } = await requireTrainer({ request, params, context })
  const fields = await readForm(request)
  const page = `${frame.address}/invitation`
  if (fields.get('intent') === 'renew-code') {
    orNotFound((await renewCode({ fields, circleId: id, learnerId, clock })) || null)
    throw seeOther(`${page}?done=renew-code`)
  }
  const outcome = await actByForm({ fields, offered, circleId: id, learnerId, clock, t })
  if (outcome.kind === 'done') throw seeOther(`${page}?done=${outcome.intent}`)
  return data({ problem: outcome.problem }, { status: 400 })
}

export const headers = privateHeaders

export default function Invitation() {
  const { t } = useTexts()
  const { title, frame, done, isOpen, isClosed, code, link, drawing } =
    useLoaderData<typeof loader>()
  const problem = useActionData<typeof action>()?.problem
  const page = `${frame.address}/invitation`
  if (isClosed)
    return (
      <CirclePage frame={frame} title={title}>
        <p className="notice">
          {t('circles:joiningEnded')} <a href={`${frame.address}/report`}>{t('circles:report')}</a>
        </p>
      </CirclePage>
    )
  return (
    <CirclePage frame={frame} title={title} done={done} problem={problem}>
      {isOpen ? (
        <section className="invitation">
          <p>{t('circles:invitationText', { name: frame.name })}</p>
          <p className="join-code">
            <code dir="ltr" translate="no">
              {code}
            </code>
          </p>
          <p dir="ltr" translate="no">
            {link}
          </p>
          <svg
            viewBox={`0 0 ${drawing.size} ${drawing.size}`}
            role="img"
            aria-label={t('circles:qrLabel')}
            shapeRendering="crispEdges"
          >
            <path d={`M0 0h${drawing.size}v${drawing.size}H0z`} fill="#fff" />
            <path d={drawing.path} fill="#000" />
          </svg>
          <WhoSeesWhat />
        </section>
      ) : (
        <p className="notice">{t('circles:joiningClosed')}</p>
      )}
      <div className="invitation-acts">
        <ActForm to={page} intent={isOpen ? 'close-joining' : 'open-joining'}>
          {t(isOpen ? 'circles:closeJoining' : 'circles:openJoining')}
        </ActForm>
        <PostForm action={page}>
          <input type="hidden" name="intent" value="renew-code" />
          <button type="submit" className="plain">
            {t('circles:renewCode')}
          </button>
        </PostForm>
      </div>
      <p className="quiet invitation-acts">{t('circles:renewCodeHint')}</p>
    </CirclePage>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageTitle(matches, data?.title ?? '')
