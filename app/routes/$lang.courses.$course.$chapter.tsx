import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireLearner } from '../accounts/sessions/sessions.server.ts'
import { FromReaders } from '../comments/from-readers.tsx'
import { publishedIn } from '../comments/published.server.ts'
import { fromCountry, newestFew } from '../comments/published-comment.ts'
import { chapterAddress, inLanguage, neighbours } from '../courses/model/chapter.ts'
import { countryName, isCountry } from '../courses/model/countries.ts'
import { pseudoRtl } from '../i18n/languages.ts'
import { useTexts } from '../i18n/use-texts.ts'
import { dayOf } from '../platform/calendar-day.ts'
import { readForm } from '../platform/form.server.ts'
import { httpError, seeOther } from '../platform/http-errors.ts'
import { ProgressMark } from '../progress/progress-mark.tsx'
import { answerQuestions, questionsOf } from '../quizzes/chapter-quiz/answer-questions.server.ts'
import { answersForm } from '../quizzes/chapter-quiz/quiz.tsx'
import {
  holdsMore,
  type QuizState,
  readQuiz,
  takeOtherButton,
} from '../quizzes/chapter-quiz/quiz-state.ts'
import { changeChapter } from '../reading/change-chapter.server.ts'
import {
  type Reading,
  readChapter,
  sectionsOf,
  textsFor,
  wasSignedOut,
} from '../reading/chapter-page.server.tsx'
import { requireChapter } from '../reading/require-chapter.server.ts'
import { PostForm } from '../ui/form.tsx'
import { pageTitle } from '../ui/page-title.ts'
import { RunningHead } from '../ui/running-head.tsx'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const reading = await requireChapter(params, context)
  const url = new URL(request.url)
  const wanted = url.searchParams.get('country')
  const country = wanted && isCountry(wanted) ? wanted : null
  const comments = [...textsFor(reading).text.comments, ...publishedIn(placeOf(reading))]
  const isThere = comments.some((comment) => comment.country === country)
  return describePage(reading, context, {
    country: isThere ? country : null,
    missing: isThere ? null : country,
    again: url.searchParams.get('again'),
  })
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const reading = await requireChapter(params, context)
  const fields = await readForm(request)
  const today = dayOf(context.clock.now())
  const { chapter, language, course, learnerId } = reading
  const address = chapterAddress(chapter, language)
  const questions = questionsOf(chapter, language.tag, course.source)
  const button = takeOtherButton(fields)
  if (button) {
    const { learnerId } = await requireLearner({ request, context })
    const typed = readQuiz(questions, fields)
    if (!typed) throw httpError(400)
    const goTo = await changeChapter({ reading, learnerId, button, today })
    if (!holdsMore(typed.state)) return seeOther(address + goTo)
    return describePage(reading, context, { country: null, answered: typed.state })
  }
  const answered = await answerQuestions({ chapter, questions, fields, learnerId, today })
  if (answered.kind === 'refused') throw httpError(400)
  const again = fields.get('again')
  const isAllStored = learnerId !== null && !holdsMore(answered.state)
  if (isAllStored && again) return seeOther(`${address}?again=${again}#${again}`)
  if (isAllStored && answered.graded > 0)
    return seeOther(
      `${address}#${fields.get('check') ? `result-${fields.get('check')}` : 'check-what-you-know'}`,
    )
  if (!learnerId) context.languageForm = answersForm
  return describePage({ ...reading, wasSignedOut: wasSignedOut(reading, fields) }, context, {
    country: null,
    answered: answered.state,
    again,
  })
}

const placeOf = ({ course, chapter }: Reading) => ({ course: course.id, chapter: chapter.slug })

async function describePage(
  reading: Reading,
  context: LoaderFunctionArgs['context'],
  options: {
    country: string | null
    missing?: string | null
    again?: string | null
    answered?: QuizState
  },
) {
  const { course, chapter, language } = reading
  const { text, courseText, isFallback } = textsFor(reading)
  const page = await readChapter(reading, { ...options, today: dayOf(context.clock.now()) })
  const { previous, next } = neighbours(course, chapter)
  const link = (other: typeof next) =>
    other
      ? {
          title: inLanguage(other.texts, language.tag, course.source).text.title,
          address: chapterAddress(other, language),
        }
      : null
  const source = chapter.texts.get(course.source)
  const published = publishedIn(placeOf(reading))
  return {
    ...page,
    address: chapterAddress(chapter, language),
    contentsAddress: `/${language.tag}/courses/${course.id}`,
    number: chapter.number,
    courseTitle: courseText.title,
    part: courseText.parts[chapter.part] ?? '',
    title: text.title,
    summary: text.summary,
    objectives: text.objectives,
    minutes: text.minutes,
    questions: text.questions.length,
    countries: new Set(text.comments.map((comment) => comment.country)).size,
    sections: sectionsOf(reading),
    readers: {
      comments: newestFew(fromCountry(published, options.country)),
      count: published.length,
      country: options.country,
    },
    noneFrom: options.missing ? countryName(options.missing, language.tag) : null,
    isGuest: reading.learnerId === null,
    hasWords: text.terms.length > 0,
    fallbackTo:
      isFallback && language !== pseudoRtl
        ? {
            tag: text.lang,
            name:
              new Intl.DisplayNames([language.tag, 'en'], { type: 'language' }).of(text.lang) ??
              text.lang,
          }
        : null,
    state: text.state,
    isOld: text.version < (source?.version ?? 0),
    previous: link(previous),
    next: link(next),
  }
}

export default function ChapterRoute() {
  const { t } = useTexts()
  const loaded = useLoaderData<typeof loader>()
  const page = (useActionData() as typeof loaded | undefined) ?? loaded
  const { fallbackTo, progress } = page
  const lang = fallbackTo ? { lang: fallbackTo.tag, dir: 'ltr' } : {}
  const after: [string, string][] = [
    ['talk-about-it', t('courses:talkAboutIt')],
    ['check-what-you-know', t('quizzes:title')],
    ['sources', t('courses:sources')],
    ...(page.hasWords ? ([['words', t('courses:words')]] as [string, string][]) : []),
    ['comments', t('courses:comments')],
    ['readers', t('comments:fromReaders')],
  ]
  return (
    <div className="page">
      <nav className="contents" aria-label={t('courses:inThisChapter')}>
        <SectionList sections={page.sections} after={after} lang={lang} />
      </nav>
      <article className="chapter">
        <RunningHead>{`${page.courseTitle} · ${page.number}. ${page.title}`}</RunningHead>
        <header {...lang}>
          <p className="kicker">
            <a href={page.contentsAddress}>{page.part}</a> ·{' '}
            {t('courses:chapter', { number: page.number })}
          </p>
          <h1>{page.title}</h1>
          <p className="lead">{page.summary}</p>
        </header>
        <ul className="facts">
          <li>{t('courses:toReadMinutes', { count: page.minutes })}</li>
          <li>{t('courses:questions', { count: page.questions })}</li>
          <li>
            <a href="#comments">{t('courses:countriesIn', { count: page.countries })}</a>
          </li>
          {progress && (
            <li>
              <ProgressMark progress={progress} />
            </li>
          )}
          {progress?.bookmark && (
            <li>
              <a href={`#${progress.bookmark}`}>{t('progress:bookmarkHere')}</a>
            </li>
          )}
        </ul>
        <details className="contents-fold">
          <summary>{t('courses:inThisChapter')}</summary>
          <SectionList sections={page.sections} after={after} lang={lang} />
        </details>
        <p className={page.noneFrom ? 'notice' : 'notice when-asked'} id="no-comment">
          {page.noneFrom
            ? t('courses:noCommentFrom', { country: page.noneFrom })
            : t('courses:noCommentThere')}{' '}
          <a href="#comments">{t('courses:otherCountries')}</a>{' '}
          <a href={`${page.address}/comment`}>
            {page.isGuest ? t('comments:sendSignIn') : t('comments:send')}
          </a>
        </p>
        {fallbackTo && (
          <p className="notice">{t('courses:notTranslated', { language: fallbackTo.name })}</p>
        )}
        {page.state === 'draft' && !fallbackTo && (
          <p className="notice">{t('courses:draftTranslation')}</p>
        )}
        {page.isOld && <p className="notice">{t('courses:olderTranslation')}</p>}
        <div {...lang}>
          <section className="objectives" aria-labelledby="objectives">
            <h2 id="objectives">{t('courses:objectives')}</h2>
            <ul>
              {page.objectives.map((objective) => (
                <li key={objective}>{objective}</li>
              ))}
            </ul>
          </section>
          <div className="text" dangerouslySetInnerHTML={{ __html: page.html }} />
        </div>
        <FromReaders
          shown={page.readers}
          sections={page.sections}
          chapter={page.address}
          isGuest={page.isGuest}
        />
        {progress && (
          <ReadForm address={page.address} progress={progress} hasQuiz={page.questions > 0} />
        )}
        <nav className="turn" aria-label={t('courses:contents')}>
          {page.previous && (
            <a href={page.previous.address} rel="prev">
              <span>{t('courses:previous')}</span> {page.previous.title}
            </a>
          )}
          {page.next && (
            <a href={page.next.address} rel="next" className="next">
              <span>{t('courses:next')}</span> {page.next.title}
            </a>
          )}
        </nav>
      </article>
    </div>
  )
}

function SectionList({
  sections,
  after,
  lang,
}: {
  sections: { id: string; title: string }[]
  after: [string, string][]
  lang: { lang?: string; dir?: string }
}) {
  return (
    <ol>
      {sections.map(({ id, title }) => (
        <li key={id}>
          <a href={`#${id}`} {...lang}>
            {title}
          </a>
        </li>
      ))}
      {after.map(([id, title]) => (
        <li key={id} className="after">
          <a href={`#${id}`}>{title}</a>
        </li>
      ))}
    </ol>
  )
}

/**
 * Marks the chapter read or not. Its buttons send the self-check's form, so that nothing typed there
 * is lost.
 */
function ReadForm({
  address,
  progress,
  hasQuiz,
}: {
  address: string
  hasQuiz: boolean
  progress: { readOn: string | null; isFinished: boolean; bookmark: string | null }
}) {
  const { t } = useTexts()
  const here = { form: answersForm, formAction: `${address}#read`, name: 'intent' }
  return (
    <>
      <div className="read-form" id="read">
        <p>
          {progress.isFinished
            ? t('progress:finishedIntro')
            : progress.readOn
              ? t('progress:isRead')
              : null}{' '}
          {t('progress:seenBy')}
        </p>
        <button
          type="submit"
          {...here}
          value={progress.readOn ? 'unread' : 'read'}
          className={progress.readOn ? 'plain' : undefined}
        >
          {progress.readOn ? t('progress:markUnread') : t('progress:chapterRead')}
        </button>
        {progress.bookmark && (
          <button type="submit" {...here} value="unbookmark" className="plain">
            {t('progress:removeBookmark')}
          </button>
        )}
      </div>
      {!hasQuiz && (
        <PostForm action={address} id={answersForm} hidden>
          <input type="hidden" name="intent" value="answer" />
        </PostForm>
      )}
    </>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageTitle(matches, data?.title ?? '')
