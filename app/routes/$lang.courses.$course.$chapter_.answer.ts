import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { chapterAddress } from '../courses/model/chapter.ts'
import { dayOf } from '../platform/calendar-day.ts'
import { readForm } from '../platform/form.server.ts'
import { httpError, seeOther } from '../platform/http-errors.ts'
import { answerQuestions } from '../quizzes/chapter-quiz/answer-questions.server.ts'
import { questionsOf } from '../quizzes/chapter-quiz/chapter-questions.ts'
import { renderAnswer } from '../reading/chapter-page.server.tsx'
import { wasSignedOut } from '../reading/reading.ts'
import { requireChapter } from '../reading/require-chapter.server.ts'

/** Opened by hand, the address leads to the chapter. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const { chapter, language } = await requireChapter(params, context)
  return seeOther(chapterAddress(chapter, language))
}

/**
 * The self-check's form, sent by script: answers with the one question and the sum of all. The same form sent
 * without script goes to the chapter.
 */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const reading = await requireChapter(params, context, new URL(request.url))
  const fields = await readForm(request)
  const { chapter, language, course, learnerId } = reading
  const questions = questionsOf(chapter, language.tag, course.source)
  const id = fields.get('check') || fields.get('again') || ''
  // Refused before anything is stored: the answer to a form is one question, so it must name one.
  if (!questions.some((question) => question.id === id)) throw httpError(400)
  const answered = await answerQuestions({
    chapter,
    questions,
    fields,
    learnerId,
    today: dayOf(context.clock.now()),
  })
  if (answered.kind === 'refused') throw httpError(400)
  const html = await renderAnswer(
    { ...reading, wasSignedOut: wasSignedOut(reading, fields) },
    answered.state,
    id,
  )
  if (html === null) throw httpError(400)
  return new Response(html, { headers: { 'Content-Type': 'text/html; charset=utf-8' } })
}
