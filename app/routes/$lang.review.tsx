import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { privateHeaders } from '../accounts/sessions/private-headers.ts'
import { requireLearner } from '../accounts/sessions/sessions.server.ts'
import { formatDay } from '../i18n/format-day.ts'
import { translate } from '../i18n/i18n.ts'
import { requireLanguage } from '../i18n/request-language.server.ts'
import { useTexts } from '../i18n/use-texts.ts'
import { dayOf } from '../platform/calendar-day.ts'
import { readForm } from '../platform/form.server.ts'
import { httpError, seeOther } from '../platform/http-errors.ts'
import { holdsMore, takeOtherButton } from '../quizzes/chapter-quiz/quiz-state.ts'
import { answersForm } from '../quizzes/chapter-quiz/quiz-view.ts'
import { answerCrossChapter } from '../quizzes/cross-chapter/answer-cross-chapter.server.ts'
import { crossChapterId } from '../quizzes/cross-chapter/cross-chapter-questions.ts'
import { minutesFor } from '../quizzes/review/choose-review.ts'
import {
  openReview,
  type Review,
  renderReview,
  reviewAddress,
  roundOf,
  withSent,
} from '../quizzes/review/open-review.server.tsx'
import { suspendQuestion } from '../quizzes/review/suspend-question.server.ts'
import { PostForm } from '../ui/form.tsx'
import { pageTitle } from '../ui/page-title.ts'

async function requestedReview({
  request,
  params,
  context,
}: LoaderFunctionArgs | ActionFunctionArgs) {
  const language = requireLanguage(params.lang)
  const { learnerId } = await requireLearner({ request, context })
  const today = dayOf(context.clock.now())
  return { catalogue: context.catalogue, learnerId, language, today, after: roundOf(request.url) }
}

export async function loader(args: LoaderFunctionArgs) {
  const asked = await requestedReview(args)
  const again = new URL(args.request.url).searchParams.get('again')
  return describePage(withSent(await openReview(asked), { again }), asked)
}

export async function action(args: ActionFunctionArgs) {
  const asked = await requestedReview(args)
  const fields = await readForm(args.request)
  const address = reviewAddress(asked)
  const button = takeOtherButton(fields)
  const isSuspended = button?.intent === 'forget'
  if (button && !isSuspended && button.intent !== 'remember') throw httpError(400)
  const answered = await answerCrossChapter({ ...asked, fields, askedOn: asked.today })
  if (answered.kind === 'refused') throw httpError(400)
  const isAllStored = !holdsMore(answered.state)
  if (button) {
    if (!(await suspendQuestion({ learnerId: asked.learnerId, id: button.item, isSuspended })))
      throw httpError(404)
    if (isAllStored) throw seeOther(`${address}#${isSuspended ? 'forgotten' : 'questions'}`)
  }
  const again = fields.get('again')
  if (again && isAllStored)
    throw seeOther(`${address}${address.includes('?') ? '&' : '?'}again=${again}#${again}`)
  if (isAllStored)
    throw seeOther(
      answered.graded === 0
        ? address
        : `${address}#${fields.get('check') ? `result-${fields.get('check')}` : 'questions'}`,
    )
  return describePage(withSent(await openReview(asked), { state: answered.state, again }), asked)
}

function describePage(review: Review, asked: Awaited<ReturnType<typeof requestedReview>>) {
  const { counts, view, answered, left, gone, forgotten } = review
  const { language } = asked
  const t = translate(language)
  const rest = counts.waiting - left
  const home = `/${language.tag}`
  return {
    title: t('reviews:title'),
    address: reviewAddress(asked),
    html: view.questions.length > 0 ? renderReview(review, language) : null,
    isNew: counts.cards === 0 && forgotten.length === 0,
    left,
    rest,
    total: counts.waiting,
    minutes: t('reviews:minutes', { count: minutesFor(left) }),
    isAnswered: answered > 0,
    moreAt: rest > 0 && left === 0 ? reviewAddress({ language, after: answered }) : null,
    nextOn: counts.nextOn ? formatDay(counts.nextOn, language.tag) : null,
    gone,
    forgotten: forgotten.map(({ place, question }) => ({
      id: crossChapterId(place),
      prompt: question.prompt,
    })),
    chaptersAt: home,
    cardAt: `${home}/review/card`,
  }
}

export const headers = privateHeaders

export default function ReviewPage() {
  const { t } = useTexts()
  const loaded = useLoaderData<typeof loader>()
  const page = (useActionData() as typeof loaded | undefined) ?? loaded
  return (
    <article className="sheet-page">
      <h1>{page.title}</h1>
      <p className="lead">{t('reviews:intro')}</p>
      <Waiting page={page} />
      {page.gone > 0 && <p className="notice">{t('reviews:gone', { count: page.gone })}</p>}
      {page.html && <div dangerouslySetInnerHTML={{ __html: page.html }} />}
      {!page.isNew && (
        <p>
          <a href={page.cardAt}>{t('reviews:cardLink')}</a>
          <br />
          <a href={`${page.chaptersAt}/progress#forecast`}>{t('reviews:forecastLink')}</a>
        </p>
      )}
      <p className="quiet">{t('reviews:seenBy')}</p>
      {page.forgotten.length > 0 && (
        <section aria-labelledby="forgotten">
          <h2 id="forgotten">{t('reviews:forgotten')}</h2>
          <p>{t('reviews:forgottenIntro')}</p>
          {!page.html && (
            <PostForm action={page.address} id={answersForm} hidden>
              <input type="hidden" name="intent" value="answer" />
            </PostForm>
          )}
          <ul>
            {page.forgotten.map(({ id, prompt }) => (
              <li key={id}>
                {prompt}{' '}
                <button
                  type="submit"
                  className="link"
                  form={answersForm}
                  name="intent"
                  value={`remember:${id}`}
                >
                  {t('reviews:askAgain')}
                  <span className="unseen">: {prompt}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </article>
  )
}

/** What waits today and what comes next, in a sentence or two, with the one thing to do next. */
function Waiting({ page }: { page: ReturnType<typeof describePage> }) {
  const { t } = useTexts()
  if (page.isNew)
    return (
      <>
        <p>{t('reviews:empty')}</p>
        <p className="actions">
          <a className="button" href={page.chaptersAt}>
            {t('reviews:toChapters')}
          </a>
        </p>
      </>
    )
  if (page.left > 0)
    return (
      <p>
        {page.rest > 0
          ? t('reviews:todayOf', { asked: page.left, total: page.total, minutes: page.minutes })
          : t('reviews:today', { count: page.left, minutes: page.minutes })}
      </p>
    )
  return (
    <>
      <p>
        {page.isAnswered
          ? t(page.html ? 'reviews:done' : 'reviews:nothingMore')
          : t('reviews:nothingToday')}{' '}
        {page.rest > 0 && t('reviews:doneMore', { count: page.rest })}{' '}
        {page.rest === 0 && page.nextOn && t('reviews:nextOn', { day: page.nextOn })}
      </p>
      {page.moreAt && (
        <p className="actions">
          <a className="button plain" href={page.moreAt}>
            {t('reviews:askMore')}
          </a>
        </p>
      )}
    </>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageTitle(matches, data?.title ?? '')
