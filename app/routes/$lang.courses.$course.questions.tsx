import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { privateHeaders } from '../accounts/sessions/private-headers.ts'
import { requireRole } from '../accounts/sessions/sessions.server.ts'
import { type Translate, translate } from '../i18n/i18n.ts'
import { localeOf } from '../i18n/locale.ts'
import { requireLanguage } from '../i18n/request-language.server.ts'
import { useTexts } from '../i18n/use-texts.ts'
import { orNotFound } from '../platform/http-errors.ts'
import {
  type AnalysedQuestion,
  analyseQuestions,
} from '../quizzes/analysis/analyse-questions.server.ts'
import { correlationInWords, faultSentences, partText } from '../quizzes/analysis/analysis-table.ts'
import { Bar } from '../ui/chart/bar-chart.tsx'
import { pageTitle } from '../ui/page-title.ts'

/** How a course's questions were answered, those first that should be rewritten. For moderators. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const language = requireLanguage(params.lang)
  await requireRole({ request, context }, 'moderator')
  const t = translate(language)
  const course = orNotFound(context.catalogue.courses.get(params.course ?? ''))
  const contentsAddress = `/${language.tag}/courses/${course.id}`
  const { questions, waiting } = await analyseQuestions(course, language.tag)
  const shown = questions.map((question) => inWords(question, t, language.tag, contentsAddress))
  return {
    title: t('questions:rewriteTitle'),
    contentsAddress,
    waiting,
    rewrite: shown.filter(({ faults }) => faults.length > 0),
    good: shown.filter(({ faults }) => faults.length === 0),
  }
}

type Shown = ReturnType<typeof inWords>

/** A question's figures as the page shows them. */
function inWords(question: AnalysedQuestion, t: Translate, lang: string, contentsAddress: string) {
  const { chapter, id, prompt, statistics, mostWrong, earlier } = question
  const percent = (share: number) =>
    new Intl.NumberFormat(localeOf(lang), { style: 'percent' }).format(share)
  const { answered, right, discrimination, sureWrong } = statistics
  return {
    address: `${contentsAddress}/${chapter.slug}#${id}`,
    chapter: `${chapter.number}. ${chapter.title}`,
    prompt,
    faults: faultSentences(question, t),
    answered: t('questions:answeredTimes', { answers: answered }),
    figures: [
      [t('questions:figureRight'), percent(right), right],
      [t('questions:figureSureWrong'), percent(sureWrong), sureWrong],
      [t('questions:figureDiscrimination'), correlationInWords(discrimination, lang, t), null],
      ...(mostWrong
        ? [
            [
              t('questions:figureMostWrong'),
              t('questions:mostWrongTimes', {
                option: partText(mostWrong.text, mostWrong.part, t),
                times: mostWrong.count,
              }),
              null,
            ],
          ]
        : []),
    ] as [name: string, figure: string, share: number | null][],
    earlier:
      earlier &&
      t('questions:earlier', { right: percent(earlier.right), answers: earlier.answered }),
  }
}

export const headers = privateHeaders

export default function Questions() {
  const { t } = useTexts()
  const { title, contentsAddress, waiting, rewrite, good } = useLoaderData<typeof loader>()
  return (
    <article className="sheet-page prose">
      <p className="kicker">
        <a href={contentsAddress}>{t('courses:contents')}</a>
      </p>
      <h1>{title}</h1>
      <p className="lead">{t('questions:rewriteLead')}</p>
      {rewrite.length + good.length === 0 ? (
        <p className="notice">{t('questions:noneEnough')}</p>
      ) : (
        <>
          <details>
            <summary>{t('questions:rewriteHow')}</summary>
            <p>{t('questions:rewriteHowFirst')}</p>
            <p>{t('questions:rewriteHowPublished')}</p>
            <p>{t('questions:rewriteHowDiscrimination')}</p>
            <p>{t('questions:rewriteHowOrder')}</p>
          </details>
          <p>
            <a href={`${contentsAddress}/questions.csv`}>{t('questions:asCsv')}</a>
          </p>
          {rewrite.length > 0 && (
            <QuestionList title={t('questions:rewrite')} questions={rewrite} />
          )}
          {good.length > 0 && (
            <QuestionList title={t('questions:nothingAgainst')} questions={good} />
          )}
          {waiting > 0 && <p className="quiet">{t('questions:waiting', { count: waiting })}</p>}
        </>
      )}
    </article>
  )
}

function QuestionList({ title, questions }: { title: string; questions: Shown[] }) {
  return (
    <section>
      <h2>{title}</h2>
      <ol className="found">
        {questions.map(({ address, chapter, prompt, faults, answered, figures, earlier }) => (
          <li key={address}>
            <h3>
              <a href={address}>{prompt}</a>
            </h3>
            <p className="quiet">
              {chapter} · {answered}
            </p>
            {faults.map((fault) => (
              <p key={fault}>
                <strong>{fault}</strong>
              </p>
            ))}
            <dl className="item-figures">
              {figures.map(([name, figure, share]) => (
                <div key={name}>
                  <dt>{name}</dt>
                  <dd>
                    {figure}
                    {share !== null && <Bar value={share} whole={1} />}
                  </dd>
                </div>
              ))}
            </dl>
            {earlier && <p>{earlier}</p>}
          </li>
        ))}
      </ol>
    </section>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageTitle(matches, data?.title ?? '')
