import { useTexts } from '../../i18n/use-texts.ts'
import { Name } from '../../ui/named-text.tsx'
import { ChapterLinks } from '../plan/meeting-list.tsx'
import { zoneInWords } from '../time-zones.ts'
import type { TodaysCircle } from './todays-circles.server.ts'

/**
 * What is at hand today for somebody who is signed in: where to go on, what the review asks, when
 * their circles meet and what they do for them. One line each, and nothing where there is nothing.
 */
export function Today({
  next,
  waiting,
  circles,
  home,
}: {
  next: { title: string; address: string } | null
  waiting: number
  circles: readonly TodaysCircle[]
  home: string
}) {
  const { t } = useTexts()
  return (
    <section aria-labelledby="today">
      <h2 id="today">{t('progress:today')}</h2>
      {(next || waiting > 0) && (
        <p className="actions">
          {next && (
            <a className="button" href={next.address}>
              {t('progress:continue', { title: next.title })}
            </a>
          )}
          {waiting > 0 && (
            <a className="button plain" href={`${home}/review`}>
              {t('progress:reviewWaiting', { count: waiting })}
            </a>
          )}
        </p>
      )}
      {!next && waiting === 0 && circles.length === 0 && <p>{t('progress:nothingToday')}</p>}
      {circles.map((circle) => (
        <CircleToday key={circle.id} circle={circle} />
      ))}
    </section>
  )
}

function CircleToday({
  circle: { name, address, timeZone, next, tasks },
}: {
  circle: TodaysCircle
}) {
  const { t } = useTexts()
  return (
    <>
      <h3>
        <a href={address}>
          <Name>{name}</Name>
        </a>
      </h3>
      {next ? (
        <p>
          {t('circles:nextMeeting')}: {next.dayInWords}, {next.start} ({zoneInWords(timeZone)})
          {next.chapters.length > 0 && '. '}
          {next.chapters.length > 0 && (
            <>
              {t('circles:toRead')} <ChapterLinks chapters={next.chapters} />
            </>
          )}
        </p>
      ) : (
        <p className="quiet">{t('circles:noNextMeeting')}</p>
      )}
      {tasks.length > 0 && (
        <ul>
          {tasks.map(({ id, text, isOwn }) => (
            <li key={id}>
              {text}{' '}
              <span className="quiet">
                {isOwn ? t('progress:yourTask') : t('progress:openTask')}
              </span>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
