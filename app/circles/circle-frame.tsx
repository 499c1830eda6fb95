import type { ReactNode } from 'react'
import { useTexts } from '../i18n/use-texts.ts'
import { RunningHead } from '../ui/running-head.tsx'

/** What every page of a circle shows around its own matter. */
export interface CircleFrame {
  name: string
  /** The address of the circle's own page. */
  address: string
  isTrainer: boolean
}

/** A page of a circle: its name, the way to its other pages, what has just been done or refused. */
export function CirclePage({
  frame,
  title,
  done,
  problem,
  children,
}: {
  frame: CircleFrame
  title: string
  done?: string | null
  problem?: string | null
  children: ReactNode
}) {
  const { t, i18n } = useTexts()
  const { address, name, isTrainer } = frame
  const isOwnPage = title === name
  return (
    <article className="sheet-page circle">
      <RunningHead>{isOwnPage ? name : `${name} · ${title}`}</RunningHead>
      <p className="kicker">
        {isOwnPage ? (
          <a href={`/${i18n.language}/circles`}>{t('circles:title')}</a>
        ) : (
          <a href={address}>{name}</a>
        )}
      </p>
      <h1>{title}</h1>
      <nav className="course-pages" aria-label={t('circles:pagesOfCircle')}>
        <a href={address}>{t('circles:overview')}</a>
        <a href={`${address}/people`}>{t('circles:people')}</a>
        {isTrainer && <a href={`${address}/plan`}>{t('circles:plan')}</a>}
        {isTrainer && <a href={`${address}/invitation`}>{t('circles:invitation')}</a>}
        {isTrainer && <a href={`${address}/report`}>{t('circles:report')}</a>}
        <a href={`${address}/hard`}>{t('circles:hardTitle')}</a>
        <a href={`${address}/calendar`}>{t('circles:calendar')}</a>
        <a href={`${address}/pack`}>{t('circles:pack')}</a>
      </nav>
      {done && (
        <p className="no-print">
          <output>{done}</output>
        </p>
      )}
      {problem && (
        <p className="problems" role="alert">
          {problem}
        </p>
      )}
      {children}
    </article>
  )
}
