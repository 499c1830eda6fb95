import type { LoaderFunctionArgs } from '@remix-run/node'
import { toolFile } from '../courses/tools/tool-file.server.ts'
import { requireLanguage } from '../i18n/request-language.server.ts'

/** A tool as the invented branch filled it in, as a document. */
export function loader({ params, context }: LoaderFunctionArgs) {
  const { course, tool } = params
  const where = { course, tool, language: requireLanguage(params.lang) }
  return toolFile(context.catalogue, where, { ending: 'docx', isFilled: true })
}
