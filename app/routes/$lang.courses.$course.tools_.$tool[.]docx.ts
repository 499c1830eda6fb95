import type { LoaderFunctionArgs } from '@remix-run/node'
import { toolFile } from '../courses/tools/tool-file.server.ts'
import { requireLanguage } from '../i18n/request-language.server.ts'

/** A blank tool as a file. */
export function loader({ params, context }: LoaderFunctionArgs) {
  const { course, tool } = params
  const where = { course, tool, language: requireLanguage(params.lang) }
  return toolFile(context.catalogue, where, { ending: 'docx', isFilled: false })
}
