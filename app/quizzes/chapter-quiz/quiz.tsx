import { createContext, useContext } from 'react'
import { TranslationLinks } from '../../courses/view/translation-links.tsx'
import { useTexts } from '../../i18n/use-texts.ts'
import { PostForm } from '../../ui/form.tsx'
import { DocumentView } from '../types/document-view.tsx'
import type { Confidence, Question } from '../types/question-type.ts'
import { typeOf } from '../types/question-types.ts'
import { placeOfSum, QuizEnd } from './quiz-end.tsx'
import { confidenceField, confidenceLevels, type QuestionState } from './quiz-state.ts'
import { answersForm, type QuizView } from './quiz-view.ts'

/** Whether a self-check has a button of its own for all questions: where several are open. */
export function hasCheckAll({ questions, state }: Pick<QuizView, 'questions' | 'state'>): boolean {
  return questions.filter((question) => state.get(question.id)?.kind !== 'graded').length > 1
}

/** Gives the self-check to `<Quiz>` in a chapter's text. */
export const QuizContext = createContext<QuizView | null>(null)

function Result({
  question,
  state,
  view,
}: {
  question: Question
  state: QuestionState
  view: QuizView
}) {
  const { t } = useTexts()
  if (state.kind === 'changed') return <p className="result">{t('quizzes:changed')}</p>
  if (state.kind === 'open') {
    return state.problem ? (
      <p className="result problem" id={`result-${question.id}`} tabIndex={-1} role="alert">
        {t(state.problem)}
      </p>
    ) : null
  }
  const place = view.placeOf(question)
  const { isRight } = state.grade
  const { isPrivate, result } = typeOf(question)
  const words = { right: 'quizzes:allRight', wrong: 'quizzes:notRight', ...result } as const
  // What was written for oneself is neither right nor wrong.
  const [look, sign] = isPrivate
    ? ['result', '']
    : isRight
      ? ['result is-right', '✓ ']
      : ['result is-wrong', '✗ ']
  return (
    <p className={look} id={`result-${question.id}`} tabIndex={-1} role="status">
      {view.signInAt && (
        <strong className="not-kept">
          {t('quizzes:notKept')}{' '}
          <button
            type="submit"
            className="link"
            name="check"
            value=""
            formAction={view.signInAt}
            formNoValidate
          >
            {t('quizzes:signInToKeep')}
          </button>
        </strong>
      )}
      {sign}
      {t(isRight ? words.right : words.wrong)}{' '}
      {(isPrivate || !isRight) && (
        <a href={place.address}>{t('quizzes:readAgain', { section: place.title })}</a>
      )}
    </p>
  )
}

/** What helps before answering: folded away, and opened without script. */
function Hints({ question }: { question: Question }) {
  const { t } = useTexts()
  return question.hints.map((hint, i) => (
    <details key={hint} className="fold">
      <summary>
        {question.hints.length > 1 ? t('quizzes:hintNumber', { number: i + 1 }) : t('quizzes:hint')}
      </summary>
      <p>{hint}</p>
    </details>
  ))
}

const waysInWords = {
  sure: 'quizzes:sure',
  fairly: 'quizzes:fairly',
  guessing: 'quizzes:guessing',
} as const

/** How sure a learner is of an answer: asked quietly, and nothing need be said. */
function HowSure({ question, selected }: { question: Question; selected: Confidence | undefined }) {
  const { t } = useTexts()
  return (
    <details className="fold" open={selected !== undefined}>
      <summary>{t('quizzes:howSure')}</summary>
      <div role="radiogroup" aria-label={t('quizzes:howSure')}>
        {confidenceLevels.map((way) => (
          <label key={way}>
            <input
              type="radio"
              name={confidenceField(question)}
              value={way}
              defaultChecked={way === selected}
            />{' '}
            {t(waysInWords[way])}
          </label>
        ))}
      </div>
    </details>
  )
}

/**
 * One question: a sheet of paper with its answer, its result and its button. Also sent alone, when
 * a script asks in place.
 */
export function QuestionSheet({
  question,
  number,
  view,
}: {
  question: Question
  number: number
  view: QuizView
}) {
  const { t } = useTexts()
  const state = view.state.get(question.id) ?? { kind: 'open', chosen: {} }
  const { View, Print, write, isPrivate, button } = typeOf(question)
  const here = view.address + (view.query ?? '')
  const chosen = state.kind === 'changed' ? {} : state.chosen
  const grade = state.kind === 'graded' ? state.grade : null
  // What was written for oneself is only over when it has been compared.
  const isOver = grade !== null && (grade.isRight || !isPrivate)
  return (
    <div className="question" id={question.id} data-question={question.id}>
      <fieldset>
        <legend>
          <span className="number">{number}</span> {question.prompt}
          {question.type === 'multiple' && (
            <span className="how"> {t('quizzes:severalRight')}</span>
          )}
        </legend>
        {question.document && <DocumentView document={question.document} />}
        <Result question={question} state={state} view={view} />
        {!grade && <Hints question={question} />}
        <div className={grade ? undefined : 'on-screen'}>
          <View
            question={question}
            chosen={chosen}
            grade={grade}
            isUnderway={state.kind === 'open' && state.isUnderway === true}
            isKept={view.isKept}
          />
        </div>
        {!grade && (
          <div className="on-paper">
            <Print question={question} />
          </div>
        )}
      </fieldset>
      {isOver && !view.isKept && (
        <>
          <input type="hidden" name="checked" value={question.id} />
          {write(question, chosen).map(([name, value]) => (
            <input key={name + value} type="hidden" name={name} value={value} />
          ))}
        </>
      )}
      {!grade && view.isKept && !isPrivate && (
        <HowSure
          question={question}
          selected={state.kind === 'open' ? state.confidence : undefined}
        />
      )}
      <div className="answer">
        {isOver ? (
          <button
            type="submit"
            className="plain"
            name="again"
            value={question.id}
            formAction={`${here}#${question.id}`}
          >
            {t('quizzes:tryAgain')}
            <span className="unseen"> {t('quizzes:question', { number })}</span>
          </button>
        ) : (
          <button
            type="submit"
            name="check"
            value={question.id}
            formAction={`${here}#result-${question.id}`}
          >
            {t(button?.(chosen, grade) ?? 'quizzes:check')}
            <span className="unseen"> {t('quizzes:question', { number })}</span>
          </button>
        )}
      </div>
    </div>
  )
}

/**
 * Enter in a field presses a form's first button: this one, and not that of the first question. Where
 * other buttons of the form stand before it on the page, it stands before those.
 */
export function EnterButton({ form }: { form?: string }) {
  const { t } = useTexts()
  return (
    <button
      type="submit"
      form={form}
      className="unseen"
      name="check"
      value=""
      tabIndex={-1}
      aria-hidden="true"
    >
      {t('quizzes:checkAll')}
    </button>
  )
}

/**
 * `<Quiz>` in a chapter: all its questions in one form, which works without script and carries a
 * guest's answers along.
 */
export function Quiz() {
  const { t } = useTexts()
  const view = useContext(QuizContext)
  if (!view) throw new Error('A quiz is shown inside of a QuizContext.')
  return (
    <section className="quiz" aria-labelledby="check-what-you-know">
      <div className="section-head">
        <h2 id="check-what-you-know">{t('quizzes:title')}</h2>
        <TranslationLinks
          id="check-what-you-know"
          title={t('quizzes:title')}
          translations={view.translations}
          form={view.isKept ? null : answersForm}
        />
      </div>
      <p className="quiet" id="quiz-seen">
        {view.isKept ? t('quizzes:introKept') : t('quizzes:introGuest')}
      </p>
      <PostForm
        action={`${view.address}${view.query ?? ''}#${placeOfSum}`}
        id={answersForm}
        data-quiz={`${view.address}/answer`}
        data-not-sent={t('quizzes:notSent')}
        aria-describedby="quiz-seen"
      >
        <input type="hidden" name="intent" value="answer" />
        {view.isKept && <input type="hidden" name="as" value="learner" />}
        <EnterButton />
        {view.questions.map(
          (question, i) =>
            view.placeOfSheet?.(question) ?? (
              <QuestionSheet key={question.id} question={question} number={i + 1} view={view} />
            ),
        )}
        {hasCheckAll(view) && (
          <p className="check-all">
            <button type="submit" className="plain" name="check" value="">
              {t('quizzes:checkAll')}
            </button>
          </p>
        )}
      </PostForm>
      <QuizEnd view={view} />
    </section>
  )
}
