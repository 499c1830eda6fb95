import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { requireLanguage } from '../i18n/request-language.server.ts'
import { dayOf } from '../platform/calendar-day.ts'
import { readForm } from '../platform/form.server.ts'
import { httpError, seeOther } from '../platform/http-errors.ts'
import { answerCrossChapter } from '../quizzes/cross-chapter/answer-cross-chapter.server.ts'
import { renderCrossChapterQuestion } from '../quizzes/cross-chapter/render-question.server.tsx'
import {
  openReview,
  reviewAddress,
  roundOf,
  withSent,
} from '../quizzes/review/open-review.server.tsx'

/** Opened by hand, the address leads to the review. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  return seeOther(
    reviewAddress({ language: requireLanguage(params.lang), after: roundOf(request.url) }),
  )
}

/**
 * The review's form, sent by script: answers with the one question alone. The same form sent
 * without script goes to the review.
 */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const language = requireLanguage(params.lang)
  const learner = await context.learner()
  // The script then sends the form as a browser without script does, which takes it along to
  // sign-in.
  if (!learner) throw httpError(401)
  const fields = await readForm(request)
  const id = fields.get('check') || fields.get('again')
  const options = {
    catalogue: context.catalogue,
    learnerId: learner.learnerId,
    language,
    today: dayOf(context.clock.now()),
    after: roundOf(request.url),
  }
  // Refused before anything is stored: the answer to a form is one question of today's review, so
  // it must name one.
  if (!(await openReview(options)).view.questions.some(({ question }) => question.id === id))
    throw httpError(400)
  const answered = await answerCrossChapter({ ...options, fields, askedOn: options.today })
  if (answered.kind === 'refused') throw httpError(400)
  const review = withSent(await openReview(options), {
    state: answered.state,
    again: fields.get('again'),
  })
  const html = renderCrossChapterQuestion(review.view, String(id), language)
  if (html === null) throw httpError(400)
  return new Response(html, { headers: { 'Content-Type': 'text/html; charset=utf-8' } })
}
