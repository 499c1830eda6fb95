import { useTexts } from '../../i18n/use-texts.ts'
import type { Verdict } from './question-type.ts'

/** How one part of an answer came out: a sign and words, never colour alone. */
export function Mark({ verdict }: { verdict: Verdict }) {
  const { t } = useTexts()
  switch (verdict) {
    case 'right':
      return <span className="mark">✓ {t('quizzes:yourAnswerRight')}</span>
    case 'wrong':
      return <span className="mark">✗ {t('quizzes:yourAnswer')}</span>
    case 'missed':
      return <span className="mark">✓ {t('quizzes:right')}</span>
    case 'left':
      return null
  }
}
