import type { ComponentType, ReactNode } from 'react'
import { formatMonth } from '../../i18n/format-day.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import { countryName } from '../model/countries.ts'
import { figuresFor } from '../parse/illustration.ts'
import { useChapter, wordId } from './chapter-view.tsx'
import { Figures, Picture } from './picture.tsx'
import { TranslationAnchors, TranslationLinks } from './translation-links.tsx'

/** A heading of the page's own, with ways to read its section in another language. */
function OwnHeading({ id, children }: { id: string; children: ReactNode }) {
  const { translations, answersForm } = useChapter()
  return (
    <div className="section-head">
      <h2 id={id}>{children}</h2>
      <TranslationLinks id={id} title={children} translations={translations} form={answersForm} />
    </div>
  )
}

/**
 * A section's heading, with ways to read it in another language and to put the bookmark there: both
 * work without script.
 */
function SectionHeading({ id = '', children }: { id?: string; children?: ReactNode }) {
  const { t } = useTexts()
  const { translations, answersForm, bookmark, address } = useChapter()
  return (
    <div className="section-head">
      <h2 id={id}>{children}</h2>
      {(translations.length > 0 || bookmark) && (
        <p className="section-tools ui">
          <TranslationAnchors
            id={id}
            title={children}
            translations={translations}
            form={answersForm}
          />
          {bookmark &&
            (bookmark.section === id ? (
              <span className="bookmark">{t('progress:bookmarkHere')}</span>
            ) : (
              <button
                type="submit"
                form={bookmark.form}
                name="intent"
                value={`bookmark:${id}`}
                className="link"
                formAction={`${address}#${id}`}
              >
                {t('progress:putBookmark')}
              </button>
            ))}
        </p>
      )}
    </div>
  )
}

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

function Part({ id, children }: { id?: string; children?: ReactNode }) {
  return <h3 id={id}>{children}</h3>
}

/**
 * A link inside the book: to a section as it stands, to another chapter by its address in this
 * language.
 */
function BookLink({ href = '', children }: { href?: string; children?: ReactNode }) {
  const { address } = useChapter()
  return (
    <a
      href={
        href.startsWith('../')
          ? `${address.slice(0, address.lastIndexOf('/'))}/${href.slice(3)}`
          : href
      }
    >
      {children}
    </a>
  )
}

function Illustration({ file }: { file: string }) {
  const picture = useChapter().text.illustrations.get(file)
  return picture ? <Picture picture={picture} /> : null
}

function CountryComment({
  id,
  country,
  about,
  source,
  checked,
  children,
}: {
  id: string
  country: string
  about: string
  source: string
  checked: string
  children?: ReactNode
}) {
  const { t } = useTexts()
  const { country: only, text, language, address } = useChapter()
  if (only && only !== country) return null
  const from = text.sources.find((one) => one.id === source)
  return (
    <aside className="comment" id={id} aria-labelledby={`${id}-country ${id}-about`}>
      <p className="kicker" id={`${id}-country`}>
        {t('courses:howInCountry', { country: countryName(country, language.tag) })}
      </p>
      <h3 id={`${id}-about`}>{about}</h3>
      {children}
      <footer>
        {t('courses:theEditors')} ·{' '}
        <a href={`#${source}`}>{from ? `${from.publisher}, ${from.year}` : source}</a>
        {from?.read &&
          from.read !== 'whole' &&
          ` · ${t(from.read === 'parts' ? 'courses:readInParts' : 'courses:notRead')}`}
        {' · '}
        {t('courses:lastChecked', { month: formatMonth(checked, language.tag) })}
        {only && (
          <>
            {' · '}
            <a href={`${address}#${id}`}>{t('courses:allCountries')}</a>
          </>
        )}
      </footer>
    </aside>
  )
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
      <label className="term" htmlFor={box} title={t('courses:explain')}>
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

/** Where the comments come from: grouped by country, each a way to read that country's only. */
export function CountryIndex() {
  const { t } = useTexts()
  const { text, language, address, country: only } = useChapter()
  const countries = [...new Set(text.comments.map((comment) => comment.country))]
    .map((code) => ({ code, name: countryName(code, language.tag) }))
    .sort((a, b) => a.name.localeCompare(b.name, language.tag))
  if (countries.length === 0) return null
  return (
    <section className="countries" aria-labelledby="comments">
      <OwnHeading id="comments">{t('courses:comments')}</OwnHeading>
      <p className="quiet">
        {only
          ? t('courses:commentsOnly', { country: countryName(only, language.tag) })
          : t('courses:commentsIntro')}
      </p>
      <ul>
        {countries.map(({ code, name }) => (
          <li key={code}>
            <a
              href={`${address}?country=${code}#${text.comments.find((comment) => comment.country === code)?.id}`}
              aria-current={only === code ? 'true' : undefined}
            >
              {name}
            </a>
            <ul>
              {text.comments
                .filter((comment) => comment.country === code)
                .map(({ id, about }) => (
                  <li key={id}>{only && only !== code ? about : <a href={`#${id}`}>{about}</a>}</li>
                ))}
            </ul>
          </li>
        ))}
      </ul>
      <p>
        {only && (
          <>
            <a href={`${address}#comments`}>{t('courses:allCountries')}</a>
            {' · '}
          </>
        )}
        <a href={`/${language.tag}/countries${only ? `/${only}` : ''}`}>
          {only ? t('courses:wholeCourseFrom') : t('courses:wholeCourseByCountry')}
        </a>
      </p>
    </section>
  )
}

/** The figures that this chapter's pictures place, once on the page. */
export function ChapterFigures() {
  const { course, text } = useChapter()
  return <Figures symbols={figuresFor([...text.illustrations.values()], course.figures)} />
}

/**
 * What stands for each element and component of a chapter's text. `<Quiz>` is given by the quizzes.
 */
export const chapterComponents: Record<string, ComponentType<never>> = {
  h2: SectionHeading,
  h3: Part,
  a: BookLink,
  ...tableComponents,
  Illustration,
  CountryComment,
  Term,
  TalkAboutIt,
  GroupExercise,
  BranchTask,
  Sources,
}
