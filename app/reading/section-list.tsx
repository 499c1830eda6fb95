import { useTexts } from '../i18n/use-texts.ts'

/** The sections of a chapter and what stands after them, as its lists show them. */
export interface SectionListView {
  sections: { id: string; title: string }[]
  /** Whether the chapter explains words of its own. */
  hasWords: boolean
  /** The language of the titles, where it is not the page's. */
  lang: string | null
}

/**
 * The sections of a chapter and what stands after them, each a way to it. For a learner it says
 * which sections lie behind them, and where the bookmark is.
 */
export function SectionList({
  view: { sections, hasWords, lang },
  passed = 0,
  bookmark = null,
}: {
  view: SectionListView
  passed?: number
  bookmark?: string | null
}) {
  const { t } = useTexts()
  const after: [string, string][] = [
    ['talk-about-it', t('courses:talkAboutIt')],
    ['check-what-you-know', t('quizzes:title')],
    ['sources', t('courses:sources')],
    ...(hasWords ? ([['words', t('courses:words')]] as [string, string][]) : []),
    ['comments', t('courses:comments')],
    ['readers', t('comments:fromReaders')],
  ]
  const own = lang ? { lang, dir: 'ltr' } : {}
  return (
    <ol>
      {sections.map(({ id, title }, i) => (
        <li key={id} className={i < passed ? 'passed' : undefined}>
          <a href={`#${id}`} {...own}>
            {title}
          </a>
          {i < passed && <span className="unseen">{t('courses:passed')}</span>}
          {id === bookmark && <span className="quiet">{t('progress:bookmarkHere')}</span>}
        </li>
      ))}
      {after.map(([id, title]) => (
        <li key={id} className="after">
          <a href={`#${id}`}>{title}</a>
        </li>
      ))}
    </ol>
  )
}
