import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { privateHeaders } from '../accounts/sessions/private-headers.ts'
import { CirclePage } from '../circles/circle-frame.tsx'
import { isOpenToJoin } from '../circles/pack/circle-pack.server.ts'
import { requireCircle } from '../circles/require-circle.server.ts'
import { useTexts } from '../i18n/use-texts.ts'
import { SeenBy } from '../ui/form.tsx'
import { pageTitle } from '../ui/page-title.ts'

/** The circle's papers as a file: what it holds, who gets it, and what it leaves on a device. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { circle, course, t, frame } = await requireCircle({ request, params, context })
  return {
    title: t('circles:pack'),
    frame,
    hasCourse: course !== undefined,
    hasInvitation: frame.isTrainer && isOpenToJoin(circle),
  }
}

export const headers = privateHeaders

export default function Pack() {
  const { t } = useTexts()
  const { title, frame, hasCourse, hasInvitation } = useLoaderData<typeof loader>()
  const file = `${frame.address}/pack.html`
  if (!hasCourse)
    return (
      <CirclePage frame={frame} title={title}>
        <p className="notice">{t('circles:courseGone')}</p>
      </CirclePage>
    )
  return (
    <CirclePage frame={frame} title={title}>
      <p className="lead">{t('circles:packLead')}</p>
      <p>{t(frame.isTrainer ? 'circles:packHas' : 'circles:packHasForMembers')}</p>
      {hasInvitation && <p className="notice">{t('circles:packCode')}</p>}
      <p className="notice">{t('circles:packLeaves')}</p>
      <p className="actions">
        <a className="button" href={file} download>
          {t('circles:packWithoutNames')}
        </a>
      </p>
      <p>{t('circles:packNamesText')}</p>
      <p className="actions">
        <a className="button plain" href={`${file}?names`} download>
          {t('circles:packWithNames')}
        </a>
      </p>
      <SeenBy id="pack-seen">{t('circles:packSeenBy')}</SeenBy>
    </CirclePage>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageTitle(matches, data?.title ?? '')
