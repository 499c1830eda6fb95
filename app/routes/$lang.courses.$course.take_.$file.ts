import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { requireLanguage } from '../i18n/request-language.server.ts'
import { devicePages, offeredFiles } from '../packages/offered-files.ts'
import { openPackage } from '../packages/package-files.server.ts'
import { orNotFound } from '../platform/http-errors.ts'

/** A file to carry away; where it is not made yet, the page that has it made and tells of it. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const language = requireLanguage(params.lang)
  const { courses, version } = context.catalogue
  const course = orNotFound(courses.get(params.course ?? ''))
  const file = orNotFound([...offeredFiles, devicePages].find(({ name }) => name === params.file))
  const asked = { course: course.id, lang: language.tag, version, file }
  const opened = await openPackage(asked)
  if (!opened) return redirect(`/${language.tag}/courses/${course.id}/take`)
  context.sendFile(opened)
  return new Response(null, {
    headers: {
      'Content-Type': file.type,
      'Content-Disposition': `attachment; filename="${file.name}"`,
    },
  })
}
