import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { inLanguage } from '../courses/model/chapter.ts'
import { nameOf } from '../courses/model/chapter-name.ts'
import { FallbackNotice, markedIn } from '../courses/view/fallback.tsx'
import { withCurlyQuotes } from '../i18n/curly-quotes.ts'
import { translate } from '../i18n/i18n.ts'
import { requireLanguage } from '../i18n/request-language.server.ts'
import { useTexts } from '../i18n/use-texts.ts'
import { orNotFound } from '../platform/http-errors.ts'
import { pageTitle } from '../ui/page-title.ts'

export function loader({ params, context }: LoaderFunctionArgs) {
  const language = requireLanguage(params.lang)
  const course = orNotFound(context.catalogue.courses.get(params.course ?? ''))
  const chapter = orNotFound(course.chapters.find((one) => one.slug === params.chapter))
  const { text: guide, lang, isFallback } = inLanguage(chapter.guides, language.tag, course.source)
  const { title } = nameOf(course, chapter, language.tag)
  const address = `/${language.tag}/courses/${course.id}`
  return {
    title: translate(language)('courses:guideTo', { chapter: title }),
    guide: withCurlyQuotes(orNotFound(guide), lang),
    lang: isFallback ? lang : null,
    number: chapter.number,
    guideAddress: `${address}/guide`,
    chapterAddress: `${address}/${chapter.slug}`,
  }
}

export default function ChapterGuide() {
  const { t } = useTexts()
  const { title, guide, lang, number, guideAddress, chapterAddress } =
    useLoaderData<typeof loader>()
  // What stands between the guide’s own words is in the page’s language.
  const text = markedIn(lang)
  return (
    <article className="sheet-page guide">
      <p className="kicker">
        <a href={guideAddress}>{t('courses:guide')}</a> ·{' '}
        <a href={chapterAddress}>{t('courses:chapter', { number })}</a>
      </p>
      <h1>{title}</h1>
      <FallbackNotice lang={lang} />
      <div>
        <p className="lead" {...text}>
          {guide.aim}
        </p>
        <ul className="facts">
          <li>{t('courses:studyHours', { count: guide.hours })}</li>
          <li {...text}>{guide.materials}</li>
        </ul>
        <h2>{t('courses:guidePlan')}</h2>
        <ol className="plan">
          {guide.plan.map(({ minutes, step, how }) => (
            <li key={step}>
              <p className="plan-step">
                <b {...text}>{step}</b>{' '}
                <span className="quiet">{t('courses:minutes', { count: minutes })}</span>
              </p>
              <p {...text}>{how}</p>
            </li>
          ))}
        </ol>
        {guide.cards && (
          <>
            <h2>{t('courses:discussionCards')}</h2>
            <p>{t('courses:discussionCardsHow')}</p>
            <ul className="discussion-cards" {...text}>
              {guide.cards.map(({ situation, ask }) => (
                <li key={situation}>
                  <p>{situation}</p>
                  <p>
                    <b>{ask}</b>
                  </p>
                </li>
              ))}
            </ul>
          </>
        )}
        <h2>{t('courses:guideGoesWrong')}</h2>
        <dl className="goes-wrong" {...text}>
          {guide.goesWrong.map(({ sign, help }) => (
            <div key={sign}>
              <dt>{sign}</dt>
              <dd>{help}</dd>
            </div>
          ))}
        </dl>
      </div>
    </article>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageTitle(matches, data?.title ?? '', data?.guide.aim)
