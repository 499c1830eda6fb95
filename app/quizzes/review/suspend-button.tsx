import { useTexts } from '../../i18n/use-texts.ts'
import type { CrossChapterQuestion } from '../cross-chapter/cross-chapter-questions.ts'

/**
 * Below a question: never ask it again. It belongs to a form of its own, outside of the answers'
 * form.
 */
export function SuspendButton({ question: { question } }: { question: CrossChapterQuestion }) {
  const { t } = useTexts()
  return (
    <p className="quiet">
      <button type="submit" className="link" form="forget" name="question" value={question.id}>
        {t('reviews:forget')}
        <span className="unseen">: {question.prompt}</span>
      </button>
    </p>
  )
}
