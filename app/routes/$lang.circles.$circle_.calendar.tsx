import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { privateHeaders } from '../accounts/sessions/private-headers.ts'
import { renewFeed } from '../circles/calendar/calendar-of.server.ts'
import { hasFeed, storeFeed } from '../circles/calendar/feed-store.server.ts'
import { CirclePage } from '../circles/circle-frame.tsx'
import { requireCircle } from '../circles/require-circle.server.ts'
import { useTexts } from '../i18n/use-texts.ts'
import { checkForm, readForm } from '../platform/form.server.ts'
import { httpError, seeOther } from '../platform/http-errors.ts'
import { siteAddress } from '../platform/site-address.server.ts'
import { PostForm, SubmitButton, Tick } from '../ui/form.tsx'
import { pageTitle } from '../ui/page-title.ts'

const schema = z.object({ intent: z.enum(['renew', 'stop']), name: z.string().optional() })

/** How to have a circle's meetings in one's own calendar. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { id, learnerId, t, frame } = await requireCircle({ request, params, context })
  return {
    title: t('meetings:calendar'),
    frame,
    hasFeed: await hasFeed(id, learnerId),
    isStopped: new URL(request.url).searchParams.has('stopped'),
  }
}

/**
 * Makes a new address, which is in this one answer and nowhere else, or stops the one that there
 * is.
 */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { id, learnerId, language, frame } = await requireCircle({ request, params, context })
  const form = checkForm(await readForm(request), schema)
  if (form.kind === 'bad') throw httpError(400)
  const { intent, name } = form.value
  if (intent === 'stop') {
    await storeFeed(id, learnerId, null)
    throw seeOther(`${frame.address}/calendar?stopped`)
  }
  const token = await renewFeed(id, learnerId, { withName: name !== undefined })
  return data({ feed: `${siteAddress(request)}/feed/${token}.ics?in=${language.tag}` })
}

export const headers = privateHeaders

export default function Calendar() {
  const { t } = useTexts()
  const { title, frame, isStopped, ...loaded } = useLoaderData<typeof loader>()
  const feed = useActionData<{ feed: string }>()?.feed
  const hasFeed = loaded.hasFeed || feed !== undefined
  const action = `${frame.address}/calendar`
  return (
    <CirclePage
      frame={frame}
      title={title}
      done={isStopped && !feed ? t('meetings:feedStopped') : null}
    >
      <p>{t('meetings:calendarText')}</p>
      <h2>{t('meetings:calendarFile')}</h2>
      <p>{t('meetings:calendarFileText')}</p>
      <p>
        <a href={`${frame.address}/calendar.ics`} download>
          {t('meetings:calendarNeutral')}
        </a>
      </p>
      <p>
        <a href={`${frame.address}/calendar.ics?name`} download>
          {t('meetings:calendarNamed')}
        </a>
      </p>
      <h2>{t('meetings:feed')}</h2>
      <p>{t('meetings:feedText')}</p>
      {feed && (
        <div className="notice">
          <p>
            <output>{t('meetings:feedOnce')}</output>
          </p>
          <p>
            <code>{feed}</code>
          </p>
        </div>
      )}
      <PostForm action={action}>
        <input type="hidden" name="intent" value="renew" />
        {hasFeed && <p>{t('meetings:feedRenewText')}</p>}
        <Tick name="name" label={t('meetings:feedNamed')} seenBy={t('meetings:feedSeenBy')} />
        <SubmitButton plain={hasFeed}>
          {hasFeed ? t('meetings:feedRenew') : t('meetings:feedMake')}
        </SubmitButton>
      </PostForm>
      {hasFeed && (
        <PostForm action={action}>
          <p className="actions">
            <button type="submit" className="plain" name="intent" value="stop">
              {t('meetings:feedStop')}
            </button>
          </p>
        </PostForm>
      )}
    </CirclePage>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageTitle(matches, data?.title ?? '')
