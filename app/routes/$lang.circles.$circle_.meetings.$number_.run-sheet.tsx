import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { privateHeaders } from '../accounts/sessions/private-headers.ts'
import { ProjectorView } from '../circles/meetings/projector-view.tsx'
import { requireMeeting } from '../circles/meetings/require-meeting.ts'
import { RunSheetView } from '../circles/meetings/run-sheet-view.tsx'
import { runSheetView } from '../circles/meetings/show-run-sheet.ts'
import { requireCircle } from '../circles/require-circle.server.ts'
import { formatWeekday } from '../i18n/format-day.ts'
import { useTexts } from '../i18n/use-texts.ts'
import { pageTitle } from '../ui/page-title.ts'
import { RunningHead } from '../ui/running-head.tsx'

/**
 * The run sheet of a meeting, for anyone of the circle: the person who leads has it, and the lead
 * moves.
 */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { circle, language, t, course, frame } = await requireCircle({ request, params, context })
  const { meeting, number } = requireMeeting(circle, params.number)
  return {
    title: t('meetings:runSheetOf', { number }),
    day: formatWeekday(meeting.day, language.tag),
    circleName: circle.name,
    page: `${frame.address}/meetings/${number}`,
    isLarge: new URL(request.url).searchParams.get('view') === 'projector',
    // A host can take a course away while circles study it.
    sheet: course && runSheetView({ circle, course, meeting, lang: language.tag }),
  }
}

export const headers = privateHeaders

export default function RunSheet() {
  const { t } = useTexts()
  const { title, day, circleName, page, isLarge, sheet } = useLoaderData<typeof loader>()
  if (!sheet)
    return (
      <article className="sheet-page">
        <p className="kicker">
          <a href={page}>
            {circleName} · {day}
          </a>
        </p>
        <h1>{title}</h1>
        <p className="notice">{t('circles:courseGone')}</p>
      </article>
    )
  if (isLarge)
    return (
      <article className="sheet-page projector">
        <h1 className="unseen">{title}</h1>
        <p className="actions">
          <a className="button plain" href={`${page}/run-sheet`}>
            {t('meetings:wholeSheet')}
          </a>
        </p>
        <ProjectorView sheet={sheet} />
      </article>
    )
  return (
    <article className="sheet-page run-sheet">
      <RunningHead>{`${circleName} · ${title}`}</RunningHead>
      <p className="kicker">
        <a href={page}>
          {circleName} · {day}
        </a>
      </p>
      <h1>{title}</h1>
      <p className="actions">
        <a className="button plain" href={`${page}/run-sheet?view=projector`}>
          {t('meetings:projector')}
        </a>
      </p>
      <RunSheetView sheet={sheet} />
    </article>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageTitle(matches, data?.title ?? '')
