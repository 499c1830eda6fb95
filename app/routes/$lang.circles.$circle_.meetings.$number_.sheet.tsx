import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { privateHeaders } from '../accounts/sessions/private-headers.ts'
import { seated } from '../circles/circle.ts'
import { requireMeeting } from '../circles/meetings/require-meeting.ts'
import { requireTrainer } from '../circles/require-circle.server.ts'
import { formatWeekday } from '../i18n/format-day.ts'
import { useTexts } from '../i18n/use-texts.ts'
import { Name } from '../ui/named-text.tsx'
import { pageTitle } from '../ui/page-title.ts'

const freeLines = 4

/** A sheet of paper to tick by hand and type in later: for trainers only. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const own = await requireTrainer({ request, params, context })
  const { language, t, frame } = own
  const { meeting, number } = requireMeeting(own.circle, params.number)
  return {
    title: t('meetings:title', { number }),
    day: formatWeekday(meeting.day, language.tag),
    circleName: own.circle.name,
    page: `${frame.address}/meetings/${number}`,
    hours: meeting.hours,
    names: seated(own.circle).map(({ id, name }) => ({ id, name, isFree: false })),
  }
}

export const headers = privateHeaders

export default function PaperSheet() {
  const { t } = useTexts()
  const { title, day, circleName, page, hours, names } = useLoaderData<typeof loader>()
  const free = Array.from({ length: freeLines }, (_, index) => ({
    id: `free-${index}`,
    name: '',
    isFree: true,
  }))
  return (
    <article className="sheet-page">
      <p className="kicker">
        <a href={page}>{circleName}</a>
      </p>
      <h1>{title}</h1>
      <p>
        {day} · {t('courses:studyHours', { count: hours })}
      </p>
      <p className="quiet">{t('meetings:paperSheetText')}</p>
      <table className="by-hand">
        <thead>
          <tr>
            <th scope="col">{t('meetings:name')}</th>
            <th scope="col">{t('meetings:wasThere')}</th>
          </tr>
        </thead>
        <tbody>
          {[...names, ...free].map(({ id, name, isFree }) => (
            <tr key={id}>
              {isFree ? (
                <td />
              ) : (
                <th scope="row">{name ? <Name>{name}</Name> : t('meetings:someone')}</th>
              )}
              <td />
            </tr>
          ))}
        </tbody>
      </table>
      <ul className="by-hand">
        <li>{t('meetings:hoursHeld')}</li>
        <li>{t('meetings:decisions')}</li>
        <li>{t('meetings:tasks')}</li>
        <li>{t('meetings:leadsNext')}</li>
      </ul>
    </article>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageTitle(matches, data?.title ?? '')
