import type { ReactNode } from 'react'
import { useTexts } from '../../i18n/use-texts.ts'
import { PostForm } from '../../ui/form.tsx'
import { EnterButton, QuestionSheet } from '../chapter-quiz/quiz.tsx'
import type { QuizState } from '../chapter-quiz/quiz-state.ts'
import type { QuizView } from '../chapter-quiz/quiz-view.ts'
import { answersForm } from '../chapter-quiz/quiz-view.ts'
import type { CrossChapterQuestion } from './cross-chapter-questions.ts'

/** What a self-check of several chapters' questions needs to be shown. */
export interface CrossChapterQuizView {
  questions: CrossChapterQuestion[]
  state: QuizState
  /** Where the form is sent. */
  address: string
  /** Where a script sends one question alone. */
  answerAt: string
  isKept: boolean
}

/** The same as a chapter's self-check sees it. */
export function quizViewOf({ questions, state, address, isKept }: CrossChapterQuizView): QuizView {
  return {
    questions: questions.map(({ question }) => question),
    state,
    address,
    isKept,
    signInAt: null,
    translations: [],
    placeOf: ({ id }) => {
      const source = questions.find(({ question }) => question.id === id)?.source
      return {
        address: source?.address ?? '',
        title: source ? `${source.chapter}: ${source.section}` : '',
      }
    },
  }
}

/**
 * Questions of several chapters in one form, which works without script. `after` stands below each
 * of them.
 */
export function CrossChapterQuiz({
  view,
  after,
}: {
  view: CrossChapterQuizView
  after?: (question: CrossChapterQuestion) => ReactNode
}) {
  const { t } = useTexts()
  const quiz = quizViewOf(view)
  const open = view.questions.filter(
    ({ question }) => view.state.get(question.id)?.kind !== 'graded',
  )
  return (
    <section className="quiz" aria-labelledby="questions">
      <h2 id="questions">{t('reviews:questions')}</h2>
      <p className="quiet" id="quiz-seen">
        {view.isKept ? t('quizzes:introKept') : t('quizzes:introGuest')}
      </p>
      <PostForm
        action={`${view.address}#questions`}
        id={answersForm}
        data-quiz={view.answerAt}
        data-not-sent={t('quizzes:notSent')}
        aria-describedby="quiz-seen"
      >
        <input type="hidden" name="intent" value="answer" />
        <EnterButton />
        {view.questions.map((one, i) => (
          <div key={one.question.id}>
            <QuestionSheet question={one.question} number={i + 1} view={quiz} />
            {after?.(one)}
          </div>
        ))}
        {open.length > 1 && (
          <p className="check-all">
            <button type="submit" className="plain" name="check" value="">
              {t('quizzes:checkAll')}
            </button>
          </p>
        )}
        {/* Shown by the script when the last one was answered in place; without script, that answer
            has brought the whole page again. */}
        {open.length > 0 && (
          <p className="check-all" data-all-answered hidden>
            <button type="submit" name="check" value="" formAction={view.address}>
              {t('reviews:allAnswered')}
            </button>
          </p>
        )}
      </PostForm>
    </section>
  )
}
