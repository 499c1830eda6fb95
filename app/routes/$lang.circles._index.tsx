import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { privateHeaders } from '../accounts/sessions/private-headers.ts'
import { requireLearner } from '../accounts/sessions/sessions.server.ts'
import { circlesOf, type ListedCircle } from '../circles/circle-store.server.ts'
import { inLanguage } from '../courses/model/chapter.ts'
import { formatDay } from '../i18n/format-day.ts'
import { translate } from '../i18n/i18n.ts'
import { requireLanguage } from '../i18n/request-language.server.ts'
import { useTexts } from '../i18n/use-texts.ts'
import { pageTitle } from '../ui/page-title.ts'

/** The circles in which somebody has a seat. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const language = requireLanguage(params.lang)
  const { learnerId, roles } = await requireLearner({ request, context })
  const listed = (circle: ListedCircle) => {
    const course = context.catalogue.courses.get(circle.course)
    return {
      id: circle.id,
      name: circle.name,
      course: course ? inLanguage(course.texts, language.tag, course.source).text.title : null,
      day: formatDay(circle.closedOn ?? circle.lastOn, language.tag),
      isClosed: circle.closedOn !== null,
    }
  }
  const circles = (await circlesOf(learnerId)).map(listed)
  const guided = [...context.catalogue.courses.values()].find(({ pages }) =>
    pages.has('leading-a-circle'),
  )
  const guide = guided ? `/${language.tag}/courses/${guided.id}/guide#on-this-site` : null
  return {
    title: translate(language)('circles:title'),
    home: `/${language.tag}`,
    guide,
    isHost: roles.has('host'),
    circles,
  }
}

export const headers = privateHeaders

export default function Circles() {
  const { t } = useTexts()
  const { title, home, guide, isHost, circles } = useLoaderData<typeof loader>()
  return (
    <article className="sheet-page">
      <h1>{title}</h1>
      <p>{t('circles:intro')}</p>
      {circles.length === 0 && <p className="notice">{t('circles:none')}</p>}
      <ul className="found">
        {circles.map(({ id, name, course, day, isClosed }) => (
          <li key={id}>
            <a href={`${home}/circles/${id}`}>{name}</a>
            <p className="quiet">
              {course && `${course} · `}
              {t(isClosed ? 'circles:closedSince' : 'circles:lastMeetingOn', { day })}
            </p>
          </li>
        ))}
      </ul>
      <p className="actions">
        <a className="button" href={`${home}/circles/new`}>
          {t('circles:start')}
        </a>
        <a className="button plain" href={`${home}/join`}>
          {t('circles:joinWithCode')}
        </a>
      </p>
      {isHost && (
        <p>
          <a href={`${home}/circles/summary`}>{t('meetings:summary')}</a>
        </p>
      )}
      {guide && (
        <p>
          <a href={guide}>{t('circles:howToLead')}</a>
        </p>
      )}
    </article>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageTitle(matches, data?.title ?? '')
