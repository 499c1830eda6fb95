import { useTexts } from '../../i18n/use-texts.ts'
import { quizSum } from './quiz-sum.ts'
import { answersForm, type QuizView } from './quiz-view.ts'

/** Where the sum of a self-check stands on its page: who checks all answers goes there. */
export const placeOfSum = 'self-check-sum'

/**
 * What a self-check comes to, in words, with the places to look at again. Also sent with a question
 * that a script asks for. While nothing is answered, it says so to those who ask for it.
 */
export function QuizSumLine({ view }: { view: QuizView }) {
  const { t } = useTexts()
  const sum = quizSum(view.questions, view.state)
  if (!sum)
    return (
      <p className="when-asked" id={placeOfSum} data-sum>
        {t('quizzes:sumNone')}
      </p>
    )
  const { right, of, wrong, left } = sum
  // Two paragraphs of a section have its title both: one link leads there.
  const places = new Map(
    wrong.map(view.placeOf).map(({ title, address }): [string, string] => [title, address]),
  )
  return (
    <p className="sum" id={placeOfSum} data-sum>
      <strong>
        {left > 0
          ? t('quizzes:sumSoFar', { right, count: left })
          : wrong.length > 0
            ? t('quizzes:sum', { right, count: of })
            : t('quizzes:sumAll', { count: of })}
      </strong>{' '}
      {wrong.length > 0 && t('quizzes:sumAgain', { count: wrong.length })}{' '}
      {[...places].map(([title, address], i) => (
        <span key={title}>
          {i > 0 && ' · '}
          <a href={address}>{title}</a>
        </span>
      ))}
      {view.signUpAt && (
        <>
          {' '}
          <button
            type="submit"
            className="link"
            form={answersForm}
            name="check"
            value=""
            formAction={view.signUpAt}
            formNoValidate
          >
            {t('quizzes:signUpToKeep')}
          </button>
        </>
      )}
    </p>
  )
}

/**
 * How a self-check ends: what it comes to, and the next chapter, or after the last one the check of
 * the whole course.
 */
export function QuizEnd({ view }: { view: QuizView }) {
  const { t } = useTexts()
  const { next, courseCheck } = view
  return (
    <div className="quiz-end">
      {view.placeOfSum ?? <QuizSumLine view={view} />}
      {next && (
        <p>
          <a href={next.address}>
            {t('quizzes:nextChapter', { number: next.number, title: next.title })}
          </a>
        </p>
      )}
      {!next && courseCheck && (
        <p>
          <a href={courseCheck}>{t('quizzes:nextCheck')}</a>
        </p>
      )}
    </div>
  )
}
