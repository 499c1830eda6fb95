import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listGlossary } from '../courses/model/glossary-list.ts'
import { wordId } from '../courses/view/chapter-view.tsx'
import { FallbackNotice, markedIn } from '../courses/view/fallback.tsx'
import { translate } from '../i18n/i18n.ts'
import { requireLanguage } from '../i18n/request-language.server.ts'
import { useTexts } from '../i18n/use-texts.ts'
import { orNotFound } from '../platform/http-errors.ts'
import { pageTitle } from '../ui/page-title.ts'

export function loader({ params, context }: LoaderFunctionArgs) {
  const language = requireLanguage(params.lang)
  const course = orNotFound(context.catalogue.courses.get(params.course ?? ''))
  return {
    description: translate(language)('courses:glossaryIntro'),
    title: translate(language)('courses:glossary'),
    address: `/${language.tag}/courses/${course.id}`,
    ...listGlossary(course, language.tag),
  }
}

export default function Glossary() {
  const { t } = useTexts()
  const { title, address, lang, groups } = useLoaderData<typeof loader>()
  return (
    <article className="sheet-page glossary">
      <p className="kicker">
        <a href={address}>{t('courses:contents')}</a>
      </p>
      <h1>{title}</h1>
      <p className="lead">{t('courses:glossaryIntro')}</p>
      <FallbackNotice lang={lang} />
      <nav className="letters-bar" aria-label={t('courses:letters')}>
        {groups.map(({ letter }) => (
          <a key={letter} href={`#letter-${letter}`}>
            {letter}
          </a>
        ))}
      </nav>
      {groups.map(({ letter, entries }) => (
        <section key={letter} aria-labelledby={`letter-${letter}`}>
          <h2 id={`letter-${letter}`}>{letter}</h2>
          <dl>
            {entries.map(({ id, term, explanation, chapters }) => (
              <div key={id} id={wordId(id)}>
                <dt {...markedIn(lang)}>{term}</dt>
                <dd>
                  <span {...markedIn(lang)}>{explanation}</span>{' '}
                  <span className="quiet">
                    {chapters.map(({ slug, title, lang }, i) => (
                      <span key={slug}>
                        {i > 0 && ' · '}
                        <a href={`${address}/${slug}`} {...markedIn(lang)}>
                          {title}
                        </a>
                      </span>
                    ))}
                  </span>
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </article>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageTitle(matches, data?.title ?? '', data?.description)
