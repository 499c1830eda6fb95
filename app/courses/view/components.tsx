import type { ComponentType, ReactNode } from 'react'
import { useTexts } from '../../i18n/use-texts.ts'
import { figuresFor } from '../parse/illustration.ts'
import { useChapter, wordId } from './chapter-view.tsx'
import { CountryComment } from './country-comment.tsx'
import { HeadingLink, OwnHeading, SectionHeading } from './headings.tsx'
import { DescribedPicture, Figures, Picture } from './picture.tsx'
import { staleComponents } from './stale-texts.tsx'

/**
 * A table, which scrolls inside where the page is narrower; by keyboard too, so it takes the focus.
 */
function ScrollingTable({ children }: { children?: ReactNode }) {
  const { t } = useTexts()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard.
    <div className="table" role="group" aria-label={t('courses:table')} tabIndex={0}>
      <table>{children}</table>
    </div>
  )
}

function ColumnHead({ className, children }: { className?: string; children?: ReactNode }) {
  return (
    <th scope="col" className={className}>
      {children}
    </th>
  )
}

/** How the tables of any text of a course are shown. */
export const tableComponents = { table: ScrollingTable, th: ColumnHead }

function Part({ id = '', children }: { id?: string; children?: ReactNode }) {
  return (
    <h3 id={id || undefined}>
      <HeadingLink id={id}>{children}</HeadingLink>
    </h3>
  )
}

/**
 * A link inside the book: to a section as it stands, to another chapter by its address in this
 * language.
 */
function BookLink({ href = '', children }: { href?: string; children?: ReactNode }) {
  const { address, query } = useChapter()
  if (!href.startsWith('../')) return <a href={href}>{children}</a>
  const [chapter, place] = href.slice(3).split('#')
  const contents = address.slice(0, address.lastIndexOf('/'))
  return <a href={`${contents}/${chapter}${query}${place ? `#${place}` : ''}`}>{children}</a>
}

function Illustration({ file }: { file: string }) {
  const { text, hasPictures } = useChapter()
  const picture = text.illustrations.get(file)
  if (!picture) return null
  return hasPictures ? <Picture picture={picture} /> : <DescribedPicture picture={picture} />
}

/**
 * A word that is explained where it stands, without script: its box opens the explanation beside
 * it, within the sentence.
 */
function Term({ id, children }: { id: string; children?: ReactNode }) {
  const { t } = useTexts()
  const { courseText, address } = useChapter()
  const box = `explain-${id}`
  return (
    <span className="explained">
      <input type="checkbox" id={box} className="unseen" />
      <label className="term" htmlFor={box}>
        {children}
        <span className="unseen"> ({t('courses:explain')})</span>
      </label>
      <span className="explanation" role="note">
        {' '}
        ({courseText.glossary.get(id)?.explanation}{' '}
        <a href={`${address.slice(0, address.lastIndexOf('/'))}/glossary#${wordId(id)}`}>
          {t('courses:glossary')}
        </a>
        )
      </span>
    </span>
  )
}

function TalkAboutIt({ children }: { children?: ReactNode }) {
  const { t } = useTexts()
  return (
    <section className="talk" aria-labelledby="talk-about-it">
      <OwnHeading id="talk-about-it">{t('courses:talkAboutIt')}</OwnHeading>
      {children}
    </section>
  )
}

function GroupExercise({
  title,
  minutes,
  materials,
  children,
}: {
  title: string
  minutes: string
  materials: string
  children?: ReactNode
}) {
  const { t } = useTexts()
  return (
    <section className="exercise" aria-labelledby="group-exercise">
      <p className="kicker">{t('courses:groupExercise')}</p>
      <OwnHeading id="group-exercise">{title}</OwnHeading>
      <p className="quiet">
        {t('courses:minutes', { count: Number(minutes) })} · {materials}
      </p>
      {children}
    </section>
  )
}

function BranchTask({ title, children }: { title: string; children?: ReactNode }) {
  const { t } = useTexts()
  return (
    <section className="task" aria-labelledby="branch-task">
      <p className="kicker">{t('courses:branchTask')}</p>
      <OwnHeading id="branch-task">{title}</OwnHeading>
      {children}
    </section>
  )
}

/** The words explained in this chapter. */
export function Words() {
  const { t } = useTexts()
  const { text, courseText } = useChapter()
  if (text.terms.length === 0) return null
  return (
    <section className="words" aria-labelledby="words">
      <OwnHeading id="words">{t('courses:words')}</OwnHeading>
      <dl>
        {text.terms.map((id) => (
          <div key={id} id={wordId(id)}>
            <dt>{courseText.glossary.get(id)?.term}</dt>
            <dd>{courseText.glossary.get(id)?.explanation}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function Sources() {
  const { t } = useTexts()
  const { text } = useChapter()
  return (
    <section className="sources" aria-labelledby="sources">
      <OwnHeading id="sources">{t('courses:sources')}</OwnHeading>
      <ul>
        {text.sources.map(
          ({ id, title, publisher, year, access, author, url, isTitledByEditors, note }) => (
            <li key={id} id={id}>
              {author && `${author}, `}
              <cite>
                {url ? (
                  <a href={url} rel="noreferrer">
                    {title}
                  </a>
                ) : (
                  title
                )}
              </cite>
              {isTitledByEditors && ` ${t('courses:titledByEditors')}`}, {publisher}, {year}.{' '}
              <span className="quiet">
                {access === 'free' ? t('courses:free') : t('courses:paid')}
              </span>{' '}
              {note}
            </li>
          ),
        )}
      </ul>
    </section>
  )
}

/** The figures that this chapter's pictures place, once on the page. */
export function ChapterFigures() {
  const { course, text, hasPictures } = useChapter()
  const symbols = hasPictures ? figuresFor([...text.illustrations.values()], course.figures) : ''
  return <Figures symbols={symbols} />
}

/**
 * What stands for each element and component of a chapter's text. `<Quiz>` is given by the quizzes.
 */
export const chapterComponents: Record<string, ComponentType<never>> = {
  h2: SectionHeading,
  h3: Part,
  a: BookLink,
  ...tableComponents,
  ...staleComponents,
  Illustration,
  CountryComment,
  Term,
  TalkAboutIt,
  GroupExercise,
  BranchTask,
  Sources,
}
