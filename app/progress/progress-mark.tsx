import { useTexts } from '../i18n/use-texts.ts'
import type { ChapterProgress } from './progress.ts'

/**
 * How far a learner has come in a chapter, in a few words: opened, read, what is left, finished.
 * Never a score.
 */
export function ProgressMark({ progress }: { progress: ChapterProgress }) {
  const { t } = useTexts()
  if (progress.isFinished) return <span className="done">✓ {t('progress:finished')}</span>
  if (!progress.openedOn) return <span>{t('progress:notOpened')}</span>
  const left = progress.questions - progress.right
  return (
    <span>
      {progress.readOn ? t('progress:read') : t('progress:opened')}
      {left > 0 && ` · ${t('progress:leftToAnswer', { count: left })}`}
    </span>
  )
}
