import { useTexts } from '../i18n/use-texts.ts'
import { DocumentView } from '../quizzes/types/document-view.tsx'
import type { Question } from '../quizzes/types/question-type.ts'
import { typeOf } from '../quizzes/types/question-types.ts'

/** The id of a question's place in the key. No question of an author's can have it. */
const keyId = (question: Question) => `key.${question.id}`

function PaperQuestion({
  question,
  number,
  isAlone = false,
}: {
  question: Question
  number: number
  /** On a sheet that is handed out there is no hint and no way to the key. */
  isAlone?: boolean
}) {
  const { t } = useTexts()
  const { Print } = typeOf(question)
  return (
    <div className="question" id={question.id}>
      <p className="prompt">
        <span className="number">{number}</span> {question.prompt}
        {question.type === 'multiple' && <span className="how"> {t('quizzes:severalRight')}</span>}
      </p>
      {question.document && <DocumentView document={question.document} />}
      {(isAlone ? [] : question.hints).map((hint) => (
        <details key={hint} className="fold">
          <summary>{t('quizzes:hint')}</summary>
          <p>{hint}</p>
        </details>
      ))}
      <div className="on-paper">
        <Print question={question} />
      </div>
      {!isAlone && (
        <p className="to-key">
          <a href={`#${keyId(question)}`}>{t('packages:toKey')}</a>
        </p>
      )}
    </div>
  )
}

/** A chapter's self-check as it is read and answered on paper, each question with a way to its key. */
export function PaperQuiz({ questions, chapter }: { questions: Question[]; chapter: string }) {
  const { t } = useTexts()
  return (
    <section className="quiz" aria-labelledby="check-what-you-know" data-quiz={chapter}>
      <div className="section-head">
        <h2 id="check-what-you-know">{t('quizzes:title')}</h2>
      </div>
      {questions.map((question, i) => (
        <PaperQuestion key={question.id} question={question} number={i + 1} />
      ))}
    </section>
  )
}

/** A chapter's questions on a sheet to hand out. */
export function QuizSheet({ questions, title }: { questions: Question[]; title: string }) {
  const { t } = useTexts()
  return (
    <section className="quiz" aria-labelledby="sheet-title">
      <p className="kicker">{t('quizzes:title')}</p>
      <h1 id="sheet-title">{title}</h1>
      {questions.map((question, i) => (
        <PaperQuestion key={question.id} question={question} number={i + 1} isAlone />
      ))}
    </section>
  )
}

function KeyEntry({ question, number }: { question: Question; number: number }) {
  const { t } = useTexts()
  const lines = typeOf(question).key(question, t)
  const marks = { right: `✓ ${t('quizzes:right')}`, wrong: `✗ ${t('packages:notRight')}` }
  return (
    <div className="key-entry" id={keyId(question)}>
      <p>
        <a href={`#${question.id}`}>
          <span className="number">{number}</span> {question.prompt}
        </a>
      </p>
      <ul>
        {lines.map(({ sign, text, reason }) => (
          <li key={text}>
            {text} {sign && <b className={`mark is-${sign}`}>{marks[sign]}</b>}
            {reason && <span className="reason"> {reason}</span>}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** The key to a chapter's self-check: each question's right answer, and the reason of every part. */
export function Key({ questions, title }: { questions: Question[]; title: string }) {
  return (
    <section className="key" aria-labelledby="key">
      <h2 id="key">{title}</h2>
      {questions.map((question, i) => (
        <KeyEntry key={question.id} question={question} number={i + 1} />
      ))}
    </section>
  )
}
