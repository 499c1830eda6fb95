import { Fragment } from 'react'
import { FromReaders } from '../comments/from-readers.tsx'
import { useTexts } from '../i18n/use-texts.ts'
import { RunningHead } from '../ui/running-head.tsx'
import type { ChapterPageData } from './describe-chapter.server.ts'
import { SectionList } from './section-list.tsx'

/** A chapter's page: its sections, its text, its readers' comments, and the ways on. */
export function ChapterPageView({ page }: { page: ChapterPageData }) {
  const { t } = useTexts()
  const { fallbackTo } = page
  const lang = fallbackTo ? { lang: fallbackTo.tag, dir: 'ltr' } : {}
  const list = (own: string | null) =>
    own ? (
      <div dangerouslySetInnerHTML={{ __html: own }} />
    ) : (
      <SectionList view={page.sectionList} />
    )
  return (
    <div className="page">
      <nav className="contents" aria-label={t('courses:inThisChapter')}>
        {list(page.ownSections)}
      </nav>
      <details className="contents-fold">
        <summary>
          {t('courses:inThisChapter')}{' '}
          <span data-here={t('courses:sectionOf', { number: '#', of: page.sections.length })} />
        </summary>
        {list(page.ownSectionsFolded)}
      </details>
      <article className="chapter">
        <RunningHead>{`${page.courseTitle} · ${page.number}. ${page.title}`}</RunningHead>
        <header {...lang}>
          <p className="kicker">
            <a href={page.contentsAddress}>{page.part}</a> ·{' '}
            {t('courses:chapter', { number: page.number })}
          </p>
          <h1>{page.title}</h1>
          <p className="lead">{page.summary}</p>
        </header>
        <ul className="facts">
          <li>{t('courses:toReadMinutes', { count: page.minutes })}</li>
          <li>{t('courses:questions', { count: page.questions })}</li>
          <li>
            {page.country ? (
              <>
                {t('courses:commentsFrom', { country: page.country })}{' '}
                <a href={`${page.address}${page.allCountries}#comments`}>
                  {t('courses:fromAllCountries')}
                </a>
              </>
            ) : (
              <a href="#comments">{t('courses:countriesIn', { count: page.countries })}</a>
            )}
          </li>
          {page.pictures && (
            <li className="on-screen">
              <a href={page.address + page.pictures.query}>{page.pictures.words}</a>
            </li>
          )}
          <li hidden data-read-aloud={t('reading:stop')}>
            <button type="button" className="link">
              {t('reading:aloud')}
            </button>
          </li>
          {page.ownFacts && <li dangerouslySetInnerHTML={{ __html: page.ownFacts }} />}
        </ul>
        <p className={page.noneFrom ? 'notice' : 'notice when-asked'} id="no-comment">
          {page.noneFrom
            ? t('courses:noCommentFrom', { country: page.noneFrom.name })
            : t('courses:noCommentThere')}{' '}
          {page.noneFrom && page.noneFrom.near.length > 0 && (
            <>
              {t('courses:commentsNear')}{' '}
              {page.noneFrom.near.map(({ name, place }, i) => (
                <Fragment key={place}>
                  {i > 0 && ', '}
                  <a href={`#${place}`}>{name}</a>
                </Fragment>
              ))}
              .{' '}
            </>
          )}
          <a href="#comments">{t('courses:otherCountries')}</a>{' '}
          <a href={`${page.address}/comment`}>
            {page.isGuest ? t('comments:sendSignIn') : t('comments:send')}
          </a>
        </p>
        {fallbackTo && (
          <p className="notice">{t('courses:notTranslated', { language: fallbackTo.name })}</p>
        )}
        {page.state === 'draft' && !fallbackTo && (
          <p className="notice">{t('courses:draftTranslation')}</p>
        )}
        {page.isOld && <p className="notice">{t('courses:olderTranslation')}</p>}
        <div {...lang}>
          <section className="objectives" aria-labelledby="objectives">
            <h2 id="objectives">{t('courses:objectives')}</h2>
            <ul>
              {page.objectives.map((objective) => (
                <li key={objective}>{objective}</li>
              ))}
            </ul>
          </section>
          <div className="text" dangerouslySetInnerHTML={{ __html: page.html }} />
        </div>
        <FromReaders
          shown={page.readers}
          sections={page.sections}
          chapter={page.address}
          isGuest={page.isGuest}
        />
        {page.ownEnd && <div dangerouslySetInnerHTML={{ __html: page.ownEnd }} />}
        <nav className="turn" aria-label={t('courses:contents')}>
          {page.previous && (
            <a href={page.previous.address} rel="prev">
              <span>
                {t('courses:previous')} · {page.previous.number}
              </span>{' '}
              {page.previous.title}
            </a>
          )}
          {page.next && (
            <a href={page.next.address} rel="next" className="next">
              <span>
                {t('courses:next')} · {page.next.number}
              </span>{' '}
              {page.next.title}
            </a>
          )}
          {page.courseCheck && (
            <a href={page.courseCheck} rel="next" className="next">
              <span>{t('courses:next')}</span> {t('reviews:check')}
            </a>
          )}
        </nav>
      </article>
    </div>
  )
}
