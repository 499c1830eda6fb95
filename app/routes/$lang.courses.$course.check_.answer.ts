import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { requireLanguage } from '../i18n/request-language.server.ts'
import { dayOf } from '../platform/calendar-day.ts'
import { readForm } from '../platform/form.server.ts'
import { httpError, orNotFound, seeOther } from '../platform/http-errors.ts'
import {
  checkAddress,
  openCourseQuiz,
  recordIfFinished,
  seedIn,
} from '../quizzes/course-quiz/open-course-quiz.server.tsx'
import { answerCrossChapter } from '../quizzes/cross-chapter/answer-cross-chapter.server.ts'
import { renderCrossChapterQuestion } from '../quizzes/cross-chapter/render-question.server.tsx'

/** Opened by hand, the address leads to the check. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const language = requireLanguage(params.lang)
  const course = orNotFound(context.catalogue.courses.get(params.course ?? ''))
  const learnerId = (await context.learner())?.learnerId ?? null
  return seeOther(checkAddress({ course, language, learnerId, seed: seedIn(request.url) }))
}

/**
 * The check's form, sent by script: answers with the one question alone. The same form sent without
 * script goes to the check.
 */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const language = requireLanguage(params.lang)
  const course = orNotFound(context.catalogue.courses.get(params.course ?? ''))
  const learnerId = (await context.learner())?.learnerId ?? null
  const fields = await readForm(request)
  const id = fields.get('check') || fields.get('again')
  const seed = seedIn(request.url)
  // A learner's form has no seed: with neither, the session has ended. The script then sends the
  // form as a browser without script does.
  if (!learnerId && !seed) throw httpError(401)
  const options = { catalogue: context.catalogue, course, language, learnerId, seed }
  // Refused before anything is stored: the answer to a form is one question of the check, so it
  // must name one.
  const drawn = await openCourseQuiz(options)
  if (!id || !drawn?.view.questions.some(({ question }) => question.id === id)) throw httpError(400)
  const today = dayOf(context.clock.now())
  const answered = await answerCrossChapter({ ...options, fields, today, askedOn: null })
  if (answered.kind === 'refused') throw httpError(400)
  const check = await openCourseQuiz(options, { state: answered.state, again: fields.get('again') })
  const html = check && renderCrossChapterQuestion(check.view, id, language)
  if (!check || !html) throw httpError(400)
  await recordIfFinished(options, check, today)
  return new Response(html, { headers: { 'Content-Type': 'text/html; charset=utf-8' } })
}
