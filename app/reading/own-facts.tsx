import { useTexts } from '../i18n/use-texts.ts'
import type { ChapterProgress } from '../progress/progress.ts'
import { ProgressMark } from '../progress/progress-mark.tsx'

/** How far a learner has come in a chapter, and the way to their bookmark. */
export function OwnFacts({ progress }: { progress: ChapterProgress }) {
  const { t } = useTexts()
  return (
    <>
      <ProgressMark progress={progress} />
      {progress.bookmark && (
        <>
          {' · '}
          <a href={`#${progress.bookmark}`}>{t('progress:bookmarkHere')}</a>
        </>
      )}
    </>
  )
}

/** The way from a chapter to the notes that its reader has there. */
export function NotesLink({ count, address }: { count: number; address: string }) {
  const { t } = useTexts()
  return (
    <p className="on-screen">
      <a href={address}>{t('notes:inChapter', { count })}</a>
    </p>
  )
}
