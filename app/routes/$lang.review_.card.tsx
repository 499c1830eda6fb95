import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { privateHeaders } from '../accounts/sessions/private-headers.ts'
import { requireLearner } from '../accounts/sessions/sessions.server.ts'
import { translate } from '../i18n/i18n.ts'
import { requireLanguage } from '../i18n/request-language.server.ts'
import { useTexts } from '../i18n/use-texts.ts'
import { dayOf } from '../platform/calendar-day.ts'
import { weekCard } from '../quizzes/review/week-card.server.ts'
import { pageTitle } from '../ui/page-title.ts'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const language = requireLanguage(params.lang)
  const { learnerId } = await requireLearner({ request, context })
  const questions = await weekCard({
    catalogue: context.catalogue,
    learnerId,
    language,
    today: dayOf(context.clock.now()),
  })
  return {
    title: translate(language)('reviews:card'),
    questions,
    reviewAt: `/${language.tag}/review`,
  }
}

export const headers = privateHeaders

/** Two pages to print: the questions, and on the back the answers. */
export default function WeekCard() {
  const { t } = useTexts()
  const { title, questions, reviewAt } = useLoaderData<typeof loader>()
  return (
    <article className="sheet-page week-card">
      <h1>{title}</h1>
      <div className="on-screen">
        <p>{questions.length > 0 ? t('reviews:cardIntro') : t('reviews:cardNone')}</p>
        <p className="notice">{t('reviews:cardRisk')}</p>
        <p>
          <a href={reviewAt}>{t('reviews:title')}</a>
        </p>
      </div>
      <ol>
        {questions.map(({ id, prompt, lines }) => (
          <li key={id}>
            <p>{prompt}</p>
            <ul>
              {lines.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
      {questions.length > 0 && (
        <section className="card-back" aria-labelledby="answers">
          <h2 id="answers">{t('reviews:cardAnswers')}</h2>
          <ol>
            {questions.map(({ id, answer, source }) => (
              <li key={id}>
                {answer.join(' · ')}{' '}
                <span className="quiet">
                  {source.chapter}: {source.section}
                </span>
              </li>
            ))}
          </ol>
        </section>
      )}
    </article>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageTitle(matches, data?.title ?? '')
