import { renderToStaticMarkup } from 'react-dom/server'
import { I18nextProvider } from 'react-i18next'
import { i18nFor } from '../../i18n/i18n.ts'
import type { Language } from '../../i18n/languages.ts'
import { QuestionSheet } from '../chapter-quiz/quiz.tsx'
import { type CrossChapterQuizView, quizViewOf } from './cross-chapter-quiz.tsx'

/**
 * One question as it stands after an answer, alone: what a script puts in the place of the one that
 * was sent.
 */
export function renderCrossChapterQuestion(
  view: CrossChapterQuizView,
  id: string,
  language: Language,
): string | null {
  const index = view.questions.findIndex(({ question }) => question.id === id)
  const one = view.questions[index]
  if (!one) return null
  return renderToStaticMarkup(
    <I18nextProvider i18n={i18nFor(language)}>
      <QuestionSheet question={one.question} number={index + 1} view={quizViewOf(view)} />
    </I18nextProvider>,
  )
}
