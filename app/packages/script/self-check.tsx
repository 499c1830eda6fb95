import type { i18n } from 'i18next'
import { render } from 'preact'
import { QuestionSheet } from '../../quizzes/chapter-quiz/quiz.tsx'
import { type QuizState, readQuiz, untouched } from '../../quizzes/chapter-quiz/quiz-state.ts'
import type { QuizView } from '../../quizzes/chapter-quiz/quiz-view.ts'
import type { Question } from '../../quizzes/types/question-type.ts'
import type { QuizData } from './book-data.ts'
import type { FindText } from './find-text.ts'
import { I18nContext } from './i18n-context.ts'

/** The texts of a package, and their language. */
interface Texts {
  find: FindText
  lang: string
}

/** The questions of a chapter as on the site: the same sheets, graded by the same rules. */
function SelfCheck({ view, texts }: { view: QuizView; texts: Texts }) {
  const { find, lang } = texts
  return (
    <I18nContext.Provider value={{ i18n: { t: find, language: lang } as unknown as i18n }}>
      <p className="quiet">{find('quizzes:introGuest')}</p>
      <form autoComplete="off">
        {view.questions.map((question, i) => (
          <QuestionSheet key={question.id} question={question} number={i + 1} view={view} />
        ))}
      </form>
    </I18nContext.Provider>
  )
}

/** Who keeps the answers of a page: a learning platform. */
export interface AnswerKeeper {
  /** What was answered before. */
  restore(questions: Question[]): QuizState
  /** Told of each change, with all that is answered now. */
  keep(questions: Question[], state: QuizState): void
}

/**
 * Lets a chapter's questions be answered in the place where they stand as on paper. An answer is
 * read from the form as the site reads it; it is nowhere else, unless somebody keeps it.
 */
export function runSelfCheck(
  section: HTMLElement,
  { questions, places }: QuizData,
  texts: Texts,
  keeper?: AnswerKeeper,
) {
  const head = section.firstElementChild
  const place = document.createElement('div')
  section.replaceChildren(...(head ? [head] : []), place)

  const show = (state: QuizState) => {
    const view: QuizView = {
      questions,
      state,
      address: '',
      isKept: false,
      signInAt: null,
      translations: [],
      placeOf: ({ id }) => places[id] ?? { address: '#', title: '' },
    }
    // Drawn from nothing each time: what was ticked before is what the state says, and no more.
    render(null, place)
    render((<SelfCheck view={view} texts={texts} />) as never, place)
  }

  place.addEventListener('submit', (event) => {
    event.preventDefault()
    const button = event.submitter as HTMLButtonElement | null
    if (!button) return
    const fields = new URLSearchParams()
    for (const [name, value] of new FormData(event.target as HTMLFormElement))
      fields.append(name, String(value))
    fields.append(button.name, button.value)
    const answered = readQuiz(questions, fields)
    if (!answered) return
    show(answered.state)
    keeper?.keep(questions, answered.state)
    document.getElementById(`result-${button.value}`)?.focus()
  })
  show(keeper?.restore(questions) ?? untouched)
}
