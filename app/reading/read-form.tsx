import { useTexts } from '../i18n/use-texts.ts'
import type { ChapterProgress } from '../progress/progress.ts'
import type { NextChapter } from '../quizzes/chapter-quiz/quiz-view.ts'
import { answersForm } from '../quizzes/chapter-quiz/quiz-view.ts'
import { PostForm } from '../ui/form.tsx'

/**
 * Marks the chapter read or not. Once it is read, the main action leads on: to the next chapter, and
 * after the last one to the check of the course, or to a proof where one can be made. Its buttons
 * send the self-check's form, so that nothing typed there is lost.
 */
export function ReadForm({
  address,
  progress,
  hasQuiz,
  next,
  courseCheck,
  proofAt,
}: {
  address: string
  hasQuiz: boolean
  progress: ChapterProgress
  next: NextChapter | null
  courseCheck: string | null
  proofAt: string | null
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
        {progress.readOn && <WayOn next={next} courseCheck={courseCheck} proofAt={proofAt} />}
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

function WayOn({
  next,
  courseCheck,
  proofAt,
}: {
  next: NextChapter | null
  courseCheck: string | null
  proofAt: string | null
}) {
  const { t } = useTexts()
  if (next)
    return (
      <a className="button" href={next.address}>
        {t('quizzes:nextChapter', { number: next.number, title: next.title })}
      </a>
    )
  return (
    <>
      {proofAt && (
        <a className="button" href={proofAt}>
          {t('proofs:wantOne')}
        </a>
      )}
      {courseCheck && (
        <a className={proofAt ? 'button plain' : 'button'} href={courseCheck}>
          {t('reviews:check')}
        </a>
      )}
    </>
  )
}
