import { useTexts } from '../../i18n/use-texts.ts'
import { fieldName, type QuestionViewProps } from './question-type.ts'
import { follow, numbered, type ScenarioQuestion, type Step } from './scenario-path.ts'

/** A scenario on paper: its steps, with where each choice leads. */
export function ScenarioOnPaper({ question }: { question: ScenarioQuestion }) {
  const { t } = useTexts()
  const numbers = numbered(question)
  return (
    <ol>
      {question.steps.map(({ id, text, choices }) => (
        <li key={id}>
          {text}
          <ul className="boxes">
            {choices.map((choice) => (
              <li key={choice.to}>
                ○ {choice.text} {t('quizzes:goTo', { place: numbers.get(choice.to) })}
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  )
}

/** The steps so far, and the choice or the end that they led to. */
export function ScenarioView({
  question,
  chosen,
  grade,
  isUnderway,
}: QuestionViewProps<ScenarioQuestion>) {
  const { t } = useTexts()
  const { at, steps } = follow(question, chosen)
  const visible = 'choices' in at ? [...steps, at] : steps
  return (
    <>
      {visible.map((step) => (
        <div
          key={step.id}
          className={isUnderway && step === at ? 'step result' : 'step'}
          {...(isUnderway && step === at ? { id: `result-${question.id}`, tabIndex: -1 } : {})}
        >
          <StepView question={question} step={step} chosen={chosen} grade={grade} />
        </div>
      ))}
      {'choices' in at ? (
        grade === null && (
          <>
            <input type="hidden" name={fieldName(question)} value={at.id} />
            {steps.length > 0 && <p className="quiet">{t('quizzes:mayGoBack')}</p>}
          </>
        )
      ) : (
        <div className={at.isGood ? 'step is-right' : 'step is-wrong'}>
          <p>{at.text}</p>
          <p className="reason">{at.reason}</p>
        </div>
      )}
    </>
  )
}

function StepView({
  question,
  step,
  chosen,
  grade,
}: Pick<QuestionViewProps<ScenarioQuestion>, 'question' | 'chosen' | 'grade'> & { step: Step }) {
  const { t } = useTexts()
  const verdict = grade?.verdicts[step.id]
  const label = `step-${question.id}-${step.id}`
  return (
    <div role="radiogroup" aria-labelledby={label}>
      <p id={label}>{step.text}</p>
      {step.choices.map(({ to, text, reason }) => {
        const isChosen = chosen[step.id] === to
        const isTurn = isChosen && verdict === 'wrong'
        return (
          <label key={to} className={isTurn ? 'option is-wrong' : 'option'}>
            <input
              type="radio"
              name={fieldName(question, step.id)}
              value={to}
              defaultChecked={isChosen}
              disabled={grade !== null}
            />
            <span>
              {text}{' '}
              {grade && isChosen && (
                <span className="mark">
                  {isTurn ? `✗ ${t('quizzes:hereItTurned')}` : t('quizzes:yourChoice')}
                </span>
              )}
            </span>
            {grade && <span className="reason">{reason}</span>}
          </label>
        )
      })}
    </div>
  )
}
