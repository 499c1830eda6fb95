import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listToolbox } from '../courses/tools/tool-page.server.ts'
import { ToolList } from '../courses/tools/tool-view.tsx'
import { translate } from '../i18n/i18n.ts'
import { requireLanguage } from '../i18n/request-language.server.ts'
import { useTexts } from '../i18n/use-texts.ts'
import { orNotFound } from '../platform/http-errors.ts'
import { pageTitle } from '../ui/page-title.ts'

/** Every tool of a course, by chapter. */
export function loader({ params, context }: LoaderFunctionArgs) {
  const language = requireLanguage(params.lang)
  const course = orNotFound(context.catalogue.courses.get(params.course ?? ''))
  return {
    title: translate(language)('tools:toolbox'),
    description: translate(language)('tools:toolboxLead'),
    contentsAddress: `/${language.tag}/courses/${course.id}`,
    toolbox: listToolbox(course, language.tag),
  }
}

export default function ToolboxPage() {
  const { t } = useTexts()
  const { title, contentsAddress, toolbox } = useLoaderData<typeof loader>()
  return (
    <article className="sheet-page prose">
      <p className="kicker">
        <a href={contentsAddress}>{t('courses:contents')}</a>
      </p>
      <h1>{title}</h1>
      <p className="lead">
        {toolbox.chapters.length > 0 ? t('tools:toolboxLead') : t('tools:toolboxEmpty')}
      </p>
      <p>
        <a href={`${contentsAddress}/take`}>{t('packages:takeCourse')}</a>
      </p>
      {toolbox.chapters.map(({ number, title: chapter, address, tools }) => (
        <section key={number} aria-labelledby={`chapter-${number}`}>
          <h2 id={`chapter-${number}`}>
            <a href={address}>
              {number}. {chapter}
            </a>
          </h2>
          <ToolList tools={tools} />
        </section>
      ))}
    </article>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageTitle(matches, data?.title ?? '', data?.description)
