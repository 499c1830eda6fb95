import { createContext, type ReactNode, useContext } from 'react'
import { formatMonth } from '../../i18n/format-day.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import { useChapter } from './chapter-view.tsx'
import { tableComponents } from './components.tsx'
import { StaleText } from './stale-texts.tsx'

// Whether what is being rendered stands inside of a comment that is wanted.
const InComment = createContext(false)

function shownInComments(Tag: 'p' | 'ul' | 'ol' | 'blockquote') {
  return function Block({ children }: { children?: ReactNode }) {
    return useContext(InComment) ? <Tag>{children}</Tag> : null
  }
}

function StaleInComment(props: Parameters<typeof StaleText>[0]) {
  return useContext(InComment) ? <StaleText {...props} /> : null
}

const Nothing = () => null
const Words = ({ children }: { children?: ReactNode }) => children

/** A link of a comment leads into its chapter. */
function LinkFromOutside({ href = '', children }: { href?: string; children?: ReactNode }) {
  const { address } = useChapter()
  const contents = address.slice(0, address.lastIndexOf('/'))
  const target = href.startsWith('../') ? `${contents}/${href.slice(3)}` : `${address}${href}`
  return <a href={/^https?:/.test(href) ? href : target}>{children}</a>
}

function Comment(props: {
  id: string
  country: string
  about: string
  source: string
  checked: string
  children?: ReactNode
}) {
  const { t } = useTexts()
  const { country, text, language, address } = useChapter()
  if (props.country !== country) return null
  const source = text.sources.find(({ id }) => id === props.source)
  const heading = `${text.lang}-${address.split('/').pop()}-${props.id}`
  return (
    <article className="comment" aria-labelledby={heading}>
      <h3 id={heading}>
        <a href={`${address}#${props.id}`}>{props.about}</a>
      </h3>
      <InComment.Provider value={true}>{props.children}</InComment.Provider>
      <footer>
        {t('courses:theEditors')} ·{' '}
        <a href={`${address}#${props.source}`}>
          {source ? `${source.publisher}, ${source.year}` : props.source}
        </a>
        {source?.read &&
          source.read !== 'whole' &&
          ` · ${t(source.read === 'parts' ? 'courses:readInParts' : 'courses:notRead')}`}
        {' · '}
        {t('courses:lastChecked', { month: formatMonth(props.checked, language.tag) })}
      </footer>
    </article>
  )
}

/**
 * What stands for each element of a chapter's text where only the comments of one country are
 * wanted: everything else is left out, and links lead into the chapter.
 */
export const commentsAlone = {
  p: shownInComments('p'),
  ul: shownInComments('ul'),
  ol: shownInComments('ol'),
  blockquote: shownInComments('blockquote'),
  StaleText: StaleInComment,
  StaleTexts: Nothing,
  table: Nothing,
  th: tableComponents.th,
  hr: Nothing,
  h2: Nothing,
  h3: Nothing,
  a: LinkFromOutside,
  CountryComment: Comment,
  Term: Words,
  Illustration: Nothing,
  TalkAboutIt: Nothing,
  GroupExercise: Nothing,
  BranchTask: Nothing,
  Sources: Nothing,
  Quiz: Nothing,
}
