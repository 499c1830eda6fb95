import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { nameOf } from '../courses/model/chapter-name.ts'
import { translate } from '../i18n/i18n.ts'
import { requireLanguage } from '../i18n/request-language.server.ts'
import { useTexts } from '../i18n/use-texts.ts'
import { orNotFound } from '../platform/http-errors.ts'
import { formats } from '../quizzes/exchange/export-questions.ts'
import { formatNames, lossesOf } from '../quizzes/exchange/list-exports.ts'
import { pageTitle } from '../ui/page-title.ts'

const descriptions = {
  gift: 'questions:formatGift',
  'moodle-xml': 'questions:formatMoodleXml',
} as const

/** The course's questions as files for other platforms, and what each format loses of them. */
export function loader({ params, context }: LoaderFunctionArgs) {
  const language = requireLanguage(params.lang)
  const t = translate(language)
  const course = orNotFound(context.catalogue.courses.get(params.course ?? ''))
  const contentsAddress = `/${language.tag}/courses/${course.id}`
  return {
    title: t('questions:carry'),
    description: t('questions:carryLead'),
    contentsAddress,
    formats: formatNames.map((format) => ({
      name: formats[format].name,
      description: t(descriptions[format]),
      file: `questions.${formats[format].ending}`,
      losses: lossesOf({ course, lang: language.tag, format, contentsAddress, t }),
    })),
    chapters: course.chapters.map((chapter) => ({
      number: chapter.number,
      title: nameOf(course, chapter, language.tag).title,
      address: `${contentsAddress}/${chapter.slug}`,
    })),
  }
}

export default function QuestionBanks() {
  const { t } = useTexts()
  const { title, contentsAddress, formats, chapters } = useLoaderData<typeof loader>()
  return (
    <article className="sheet-page prose">
      <p className="kicker">
        <a href={contentsAddress}>{t('courses:contents')}</a>
      </p>
      <h1>{title}</h1>
      <p className="lead">{t('questions:carryLead')}</p>
      <h2>{t('questions:carryWhole')}</h2>
      <ul>
        {formats.map(({ file, description }) => (
          <li key={file}>
            <a href={`${contentsAddress}/${file}`}>{description}</a>
          </li>
        ))}
      </ul>
      <h2>{t('questions:carryLost')}</h2>
      <p>{t('questions:carryLostAlways')}</p>
      {formats.map(({ file, name, losses }) => (
        <section key={file} className="losses">
          <h3>{name}</h3>
          {losses.map(({ what, why, questions }) => (
            <details key={what}>
              <summary>
                {what} {t('questions:whichQuestions', { count: questions.length })}
              </summary>
              <p>{why}</p>
              <ul>
                {questions.map(({ address, chapter, number }) => (
                  <li key={address}>
                    <a href={address}>{t('questions:questionIn', { chapter, number })}</a>
                  </li>
                ))}
              </ul>
            </details>
          ))}
        </section>
      ))}
      <h2>{t('questions:carryChapters')}</h2>
      <ol className="plan">
        {chapters.map(({ number, title: chapter, address }) => (
          <li key={address} className="plan-step">
            <span>
              {number}. {chapter}
            </span>
            <span className="letters-bar">
              {formats.map(({ file, name }) => (
                <a
                  key={file}
                  href={`${address}/${file}`}
                  aria-label={t('questions:timesFormat', { format: name, chapter })}
                >
                  {name}
                </a>
              ))}
            </span>
          </li>
        ))}
      </ol>
    </article>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageTitle(matches, data?.title ?? '', data?.description)
