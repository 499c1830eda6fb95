import type { ActionFunctionArgs } from '@remix-run/node'
import { dayOf } from '../platform/clock.ts'
import { readForm } from '../platform/form.server.ts'
import { refuse } from '../platform/outcomes.ts'
import { renderQuestion } from '../progress/chapter-page.server.tsx'
import { requireReading } from '../progress/require-reading.server.ts'
import { answerQuestions, questionsOf } from '../quizzes/answer-questions.server.ts'

/** The self-check's form, sent by script: answers with the one question alone. The same form sent without script goes to the chapter. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const reading = await requireReading(params, context)
  const fields = await readForm(request)
  const { chapter, language, course, learnerId } = reading
  const questions = questionsOf(chapter, language.tag, course.source)
  const answered = await answerQuestions({ chapter, questions, fields, learnerId, today: dayOf(context.clock.now()) })
  if (answered.kind === 'refused') throw refuse(400)
  const html = renderQuestion(reading, answered.state, fields.get('check') || fields.get('again') || '')
  if (html === null) throw refuse(400)
  return new Response(html, { headers: { 'Content-Type': 'text/html; charset=utf-8' } })
}

/** Opened by hand, the address leads to the chapter. */
export async function loader({ params }: { params: Record<string, string | undefined> }) {
  return new Response(null, { status: 303, headers: { Location: `/${params.lang}/courses/${params.course}/${params.chapter}` } })
}
