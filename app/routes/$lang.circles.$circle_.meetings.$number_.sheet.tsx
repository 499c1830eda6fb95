import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { privateHeaders } from '../accounts/sessions/private-headers.ts'
import { requireLearner } from '../accounts/sessions/sessions.server.ts'
import { seated } from '../circles/circle.ts'
import { requireMeeting } from '../circles/meetings/require-meeting.ts'
import { requireTrainer } from '../circles/require-circle.server.ts'
import { formatWeekday } from '../i18n/format-day.ts'
import { translate } from '../i18n/i18n.ts'
import { requireLanguage } from '../i18n/request-language.server.ts'
import { useTexts } from '../i18n/use-texts.ts'
import { Name } from '../ui/named-text.tsx'
import { pageTitle } from '../ui/page-title.ts'

const freeLines = 4

/** A sheet of paper to tick by hand and type in later: for trainers only. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const language = requireLanguage(params.lang)
  const { learnerId } = await requireLearner({ request, context })
  const own = await requireTrainer({ circleId: params.circle, learnerId, clock: context.clock })
  const { meeting, number } = requireMeeting(own.circle, params.number)
  const t = translate(language)
  return {
    title: t('meetings:title', { number }),
    day: formatWeekday(meeting.day, language.tag),
    circleName: own.circle.name,
    page: `/${language.tag}/circles/${own.id}/meetings/${number}`,
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
