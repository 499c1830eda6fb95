import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { showPage } from '../courses/view/course-page.server.tsx'
import { CoursePageView } from '../courses/view/course-page-view.tsx'
import { requireLanguage } from '../i18n/request-language.server.ts'
import { orNotFound } from '../platform/http-errors.ts'
import { pageTitle } from '../ui/page-title.ts'

export function loader({ params, context }: LoaderFunctionArgs) {
  const language = requireLanguage(params.lang)
  const course = orNotFound(context.catalogue.courses.get(params.course ?? ''))
  return {
    page: showPage(course, orNotFound(course.pages.get('about')), language.tag),
    contentsAddress: `/${language.tag}/courses/${course.id}`,
  }
}

export default function About() {
  return <CoursePageView {...useLoaderData<typeof loader>()} />
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageTitle(matches, data?.page.text.title ?? '', data?.page.text.summary)
