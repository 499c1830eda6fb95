import { useTexts } from '../../i18n/use-texts.ts'
import { ActButton } from '../act-form.tsx'
import { ChapterLinks } from './meeting-list.tsx'
import type { PlanView } from './show-plan.server.ts'

/** The meetings that are not held yet, each with a button that cancels or restores it. */
export function CancelledOrNot({ meetings, notPlaced }: Pick<PlanView, 'meetings' | 'notPlaced'>) {
  const { t } = useTexts()
  const isNotPlaced = (slug: string) => notPlaced.some((chapter) => chapter.slug === slug)
  return (
    <ul className="found">
      {meetings
        .filter(({ state }) => state !== 'held')
        .map(({ id, number, dayInWords, state, chapters }) => (
          <li key={id} className="act-row">
            <div>
              {t('circles:meetingNumber', { number })} · {dayInWords}
              {state === 'cancelled' && chapters.some(({ slug }) => isNotPlaced(slug)) && (
                <p>
                  {t('circles:cancelledChapters')}{' '}
                  <ChapterLinks chapters={chapters.filter(({ slug }) => isNotPlaced(slug))} />
                </p>
              )}
            </div>
            <ActButton
              intent={state === 'cancelled' ? 'restore-meeting' : 'cancel-meeting'}
              item={id}
            >
              {t(state === 'cancelled' ? 'circles:restoreMeeting' : 'circles:cancelMeeting', {
                number,
              })}
            </ActButton>
          </li>
        ))}
    </ul>
  )
}

/**
 * What there is to say of the plan as it is stored: two meetings at once, a chapter twice, chapters
 * that have no meeting.
 */
export function PlanRemarks({
  sameTime,
  repeated,
  notPlaced,
}: Pick<PlanView, 'sameTime' | 'repeated' | 'notPlaced'>) {
  const { t } = useTexts()
  return (
    <>
      {sameTime.map(({ first, second }) => (
        <p key={second} className="notice">
          {t('circles:sameTime', { first, second })}
        </p>
      ))}
      {repeated.map(({ chapter, numbers }) => (
        <p key={chapter.slug} className="notice">
          {t('circles:repeatedChapter', { numbers })} <ChapterLinks chapters={[chapter]} />
        </p>
      ))}
      {notPlaced.length > 0 && (
        <p>
          {t('circles:notPlaced')} <ChapterLinks chapters={notPlaced} />
        </p>
      )}
    </>
  )
}
