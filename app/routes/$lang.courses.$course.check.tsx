import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { privateHeaders } from '../accounts/sessions/private-headers.ts'
import { requireLearner } from '../accounts/sessions/sessions.server.ts'
import { inLanguage } from '../courses/model/chapter.ts'
import { translate } from '../i18n/i18n.ts'
import { requireLanguage } from '../i18n/request-language.server.ts'
import { useTexts } from '../i18n/use-texts.ts'
import { dayOf } from '../platform/calendar-day.ts'
import { checkForm, readForm } from '../platform/form.server.ts'
import { httpError, orNotFound, seeOther } from '../platform/http-errors.ts'
import { proofState } from '../progress/proofs/make-proof.server.ts'
import { holdsMore, type Sent } from '../quizzes/chapter-quiz/quiz-state.ts'
import { answersForm } from '../quizzes/chapter-quiz/quiz-view.ts'
import {
  checkAddress,
  openCourseQuiz,
  recordIfFinished,
  renderCourseQuiz,
  seedIn,
  startCourseQuiz,
  type ToRead,
} from '../quizzes/course-quiz/open-course-quiz.server.tsx'
import { answerCrossChapter } from '../quizzes/cross-chapter/answer-cross-chapter.server.ts'
import { minutesFor } from '../quizzes/review/choose-review.ts'
import { PostForm, SubmitButton } from '../ui/form.tsx'
import { pageTitle } from '../ui/page-title.ts'

const schema = z.object({ intent: z.literal('draw') })

async function requestedCheck({
  request,
  params,
  context,
}: LoaderFunctionArgs | ActionFunctionArgs) {
  const language = requireLanguage(params.lang)
  const course = orNotFound(context.catalogue.courses.get(params.course ?? ''))
  const learner = await context.learner()
  return {
    catalogue: context.catalogue,
    course,
    language,
    learnerId: learner?.learnerId ?? null,
    seed: seedIn(request.url),
  }
}

export async function loader(args: LoaderFunctionArgs) {
  return describePage(await requestedCheck(args), {
    again: new URL(args.request.url).searchParams.get('again'),
  })
}

export async function action(args: ActionFunctionArgs) {
  const request = await requestedCheck(args)
  const fields = await readForm(args.request)
  const today = dayOf(args.context.clock.now())
  const address = checkAddress(request)
  if (fields.get('intent') !== 'answer') {
    if (checkForm(fields, schema).kind === 'bad') throw httpError(400)
    throw seeOther(await startCourseQuiz({ ...request, today }))
  }
  // A learner's form has no seed: with neither, the session has ended.
  if (!request.seed) await requireLearner(args)
  if (!(await openCourseQuiz(request))) throw seeOther(address)
  const answered = await answerCrossChapter({ ...request, fields, today, askedOn: null })
  if (answered.kind === 'refused') throw httpError(400)
  const sent = { state: answered.state, again: fields.get('again') }
  const check = await openCourseQuiz(request, sent)
  if (check) await recordIfFinished(request, check, today)
  const isAllStored = request.learnerId !== null && !holdsMore(answered.state)
  if (isAllStored && sent.again) throw seeOther(`${address}?again=${sent.again}#${sent.again}`)
  if (isAllStored)
    throw seeOther(
      answered.graded === 0
        ? address
        : `${address}#${fields.get('check') ? `result-${fields.get('check')}` : 'questions'}`,
    )
  if (!request.learnerId) args.context.languageForm = answersForm
  return describePage(request, sent)
}

async function describePage(asked: Awaited<ReturnType<typeof requestedCheck>>, sent: Sent) {
  const { course, language, learnerId } = asked
  const check = await openCourseQuiz(asked, sent)
  const left = check?.left ?? 0
  const t = translate(language)
  return {
    title: t('reviews:check'),
    courseTitle: inLanguage(course.texts, language.tag, course.source).text.title,
    courseAt: `/${language.tag}/courses/${course.id}`,
    address: checkAddress(asked),
    isKept: learnerId !== null,
    html: check ? renderCourseQuiz(check, language) : null,
    questions: check?.view.questions.length ?? 0,
    left,
    minutes: t('reviews:minutes', { count: minutesFor(left) }),
    readAgain: check?.readAgain ?? [],
    proofAt:
      learnerId && left === 0 && (await proofState(course, learnerId)).kind === 'ready'
        ? `/${language.tag}/courses/${course.id}/proof`
        : null,
  }
}

export const headers = privateHeaders

export default function CheckPage() {
  const { t } = useTexts()
  const loaded = useLoaderData<typeof loader>()
  const page = (useActionData() as typeof loaded | undefined) ?? loaded
  const isBegun = page.html !== null && page.left < page.questions
  return (
    <article className="sheet-page">
      <p className="kicker">
        <a href={page.courseAt}>{page.courseTitle}</a>
      </p>
      <h1>{page.title}</h1>
      <p className="lead">{t('reviews:checkIntro')}</p>
      <p className="quiet">{page.isKept ? t('reviews:checkKept') : t('reviews:checkGuest')}</p>
      {page.html === null && <DrawForm address={page.address} />}
      {isBegun && (
        <Result
          left={page.left}
          minutes={page.minutes}
          readAgain={page.readAgain}
          proofAt={page.proofAt}
        />
      )}
      {page.html && <div dangerouslySetInnerHTML={{ __html: page.html }} />}
      {isBegun && <DrawForm address={page.address} isAnother />}
    </article>
  )
}

/**
 * What the answers so far say: which sections to read again, and how much is left. Nothing is
 * counted up or compared.
 */
function Result({
  left,
  minutes,
  readAgain,
  proofAt,
}: {
  left: number
  minutes: string
  readAgain: ToRead[]
  proofAt: string | null
}) {
  const { t } = useTexts()
  return (
    <section aria-labelledby="read-again">
      <h2 id="read-again">{left > 0 ? t('reviews:readAgainSoFar') : t('reviews:readAgain')}</h2>
      {readAgain.length === 0 && (
        <p>{left > 0 ? t('reviews:nothingSoFar') : t('reviews:nothingToReadAgain')}</p>
      )}
      <ul>
        {readAgain.map(({ chapter, address, sections }) => (
          <li key={address}>
            <a href={address}>{chapter}</a>
            <ul>
              {sections.map((section) => (
                <li key={section.address}>
                  <a href={section.address}>{section.title}</a>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
      {left > 0 && <p>{t('reviews:checkLeft', { count: left, minutes })}</p>}
      {proofAt && (
        <p>
          <a href={proofAt}>{t('proofs:wantOne')}</a>
        </p>
      )}
    </section>
  )
}

function DrawForm({ address, isAnother }: { address: string; isAnother?: true }) {
  const { t } = useTexts()
  return (
    <PostForm action={address}>
      <input type="hidden" name="intent" value="draw" />
      <SubmitButton plain={isAnother}>
        {isAnother ? t('reviews:drawAnother') : t('reviews:draw')}
      </SubmitButton>
    </PostForm>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageTitle(matches, data?.title ?? '')
