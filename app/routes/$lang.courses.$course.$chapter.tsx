import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireLearner } from '../accounts/sessions/sessions.server.ts'
import { chapterAddress } from '../courses/model/chapter.ts'
import { dayOf } from '../platform/calendar-day.ts'
import { readForm } from '../platform/form.server.ts'
import { httpError, seeOther } from '../platform/http-errors.ts'
import { answerQuestions } from '../quizzes/chapter-quiz/answer-questions.server.ts'
import { questionsOf } from '../quizzes/chapter-quiz/chapter-questions.ts'
import { placeOfSum } from '../quizzes/chapter-quiz/quiz-end.tsx'
import { holdsMore, readQuiz, takeOtherButton } from '../quizzes/chapter-quiz/quiz-state.ts'
import { answersForm } from '../quizzes/chapter-quiz/quiz-view.ts'
import { changeChapter } from '../reading/change-chapter.server.ts'
import { ChapterPageView } from '../reading/chapter-page-view.tsx'
import { describeChapter } from '../reading/describe-chapter.server.ts'
import { carriedBy, wasSignedOut } from '../reading/reading.ts'
import { requireChapter } from '../reading/require-chapter.server.ts'
import { chapterPage } from '../ui/page-assets.tsx'
import { pageTitle } from '../ui/page-title.ts'

/** Takes the style of a chapter alone. */
export const handle = chapterPage

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const url = new URL(request.url)
  const reading = await requireChapter(params, context, url)
  return describeChapter(reading, context, {
    wanted: url.searchParams.get('country'),
    again: url.searchParams.get('again'),
  })
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const reading = await requireChapter(params, context, new URL(request.url))
  const fields = await readForm(request)
  const today = dayOf(context.clock.now())
  const { chapter, language, course, learnerId } = reading
  const address = chapterAddress(chapter, language)
  const wanted = reading.country ?? null
  const carried = carriedBy(reading)
  const here = address + carried
  const questions = questionsOf(chapter, language.tag, course.source)
  const button = takeOtherButton(fields)
  if (button) {
    const { learnerId } = await requireLearner({ request, context })
    const typed = readQuiz(questions, fields)
    if (!typed) throw httpError(400)
    const goTo = await changeChapter({ reading, learnerId, button, today })
    if (!holdsMore(typed.state)) return seeOther(here + goTo)
    return describeChapter(reading, context, { wanted, answered: typed.state })
  }
  const answered = await answerQuestions({ chapter, questions, fields, learnerId, today })
  if (answered.kind === 'refused') throw httpError(400)
  const again = fields.get('again')
  const isAllStored = learnerId !== null && !holdsMore(answered.state)
  if (isAllStored && again) return seeOther(`${here}${carried ? '&' : '?'}again=${again}#${again}`)
  if (isAllStored && answered.graded > 0)
    return seeOther(`${here}#${fields.get('check') ? `result-${fields.get('check')}` : placeOfSum}`)
  if (!learnerId) context.languageForm = answersForm
  return describeChapter({ ...reading, wasSignedOut: wasSignedOut(reading, fields) }, context, {
    wanted,
    answered: answered.state,
    again,
  })
}

export default function ChapterRoute() {
  const loaded = useLoaderData<typeof loader>()
  const page = (useActionData() as typeof loaded | undefined) ?? loaded
  return <ChapterPageView page={page} />
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageTitle(matches, data?.title ?? '', data?.description)
