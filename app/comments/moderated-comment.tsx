import { countryName } from '../courses/model/countries.ts'
import { useTexts } from '../i18n/use-texts.ts'
import { NamedText } from '../ui/named-text.tsx'
import type { CommentToModerate } from './comment-store.server.ts'
import { CommentText } from './comment-text.tsx'
import type { SectionName } from './published-list.tsx'

/** A comment with the chapter that it belongs to. */
export interface CommentInPlace extends CommentToModerate {
  title: string
  address: string | null
  sections: readonly SectionName[]
}

/**
 * A comment as a moderator reads it: where it would stand, the country, the text, and the pseudonym
 * only where its sender signed with it.
 */
export function ModeratedComment({ comment }: { comment: CommentInPlace }) {
  const { t, i18n } = useTexts()
  const { title, address, sections, section, country, text, language, pseudonym } = comment
  const about = sections.find(({ id }) => id === section)
  return (
    <>
      <p className="kicker">
        {countryName(country, i18n.language)} ·{' '}
        {address ? <a href={about ? `${address}#${about.id}` : address}>{title}</a> : title}
      </p>
      {about && <p className="quiet">{t('comments:aboutSection', { section: about.title })}</p>}
      <CommentText text={text} language={language} />
      <p className="quiet">
        {pseudonym ? (
          <NamedText name={pseudonym} say={(name) => t('comments:signedAs', { name })} />
        ) : (
          t('comments:signedAs', { name: t('comments:noName') })
        )}
      </p>
    </>
  )
}
