import { useTexts } from '../i18n/use-texts.ts'
import type { ChapterProgress } from '../progress/progress.ts'
import { answersForm } from '../quizzes/chapter-quiz/quiz.tsx'
import { PostForm } from '../ui/form.tsx'

/**
 * Marks the chapter read or not. Its buttons send the self-check's form, so that nothing typed there
 * is lost.
 */
export function ReadForm({
  address,
  progress,
  hasQuiz,
}: {
  address: string
  hasQuiz: boolean
  progress: ChapterProgress
}) {
  const { t } = useTexts()
  const here = { form: answersForm, formAction: `${address}#read`, name: 'intent' }
  return (
    <>
      <div className="read-form" id="read">
        <p>
          {progress.isFinished
            ? t('progress:finishedIntro')
            : progress.readOn
              ? t('progress:isRead')
              : null}{' '}
          {hasQuiz && !progress.isFinished && (
            <a href="#check-what-you-know">
              {t('progress:rightSoFar', { right: progress.right, count: progress.questions })}
            </a>
          )}{' '}
          {t('progress:seenBy')}
        </p>
        <button
          type="submit"
          {...here}
          value={progress.readOn ? 'unread' : 'read'}
          className={progress.readOn ? 'plain' : undefined}
        >
          {progress.readOn ? t('progress:markUnread') : t('progress:chapterRead')}
        </button>
        {progress.bookmark && (
          <button type="submit" {...here} value="unbookmark" className="plain">
            {t('progress:removeBookmark')}
          </button>
        )}
      </div>
      {!hasQuiz && (
        <PostForm action={address} id={answersForm} hidden>
          <input type="hidden" name="intent" value="answer" />
        </PostForm>
      )}
    </>
  )
}
