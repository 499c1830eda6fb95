import { useTexts } from '../../i18n/use-texts.ts'
import type { CrossChapterQuestion } from '../cross-chapter/cross-chapter-questions.ts'

/**
 * Below a question: never ask it again. It sends the answers' form, so that nothing typed there is
 * lost.
 */
export function SuspendButton({ question: { question } }: { question: CrossChapterQuestion }) {
  const { t } = useTexts()
  return (
    <p className="quiet">
      <button type="submit" className="link" name="intent" value={`forget:${question.id}`}>
        {t('reviews:forget')}
        <span className="unseen">: {question.prompt}</span>
      </button>
    </p>
  )
}
