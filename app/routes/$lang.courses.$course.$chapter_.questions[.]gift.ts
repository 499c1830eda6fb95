import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireLanguage } from '../i18n/request-language.server.ts'
import { questionsFile } from '../quizzes/exchange/questions-file.server.ts'

/** A chapter's questions in GIFT, for another platform. */
export function loader({ params, context }: LoaderFunctionArgs) {
  const { tag } = requireLanguage(params.lang)
  return questionsFile(
    context.catalogue,
    { course: params.course, chapter: params.chapter, lang: tag },
    'gift',
  )
}
