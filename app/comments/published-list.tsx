import { countryName } from '../courses/model/countries.ts'
import { localeOf } from '../i18n/locale.ts'
import { useTexts } from '../i18n/use-texts.ts'
import { Name } from '../ui/named-text.tsx'
import { CommentText } from './comment-text.tsx'
import { commentKey, type PublishedComment } from './published-comment.ts'

/** A section of a chapter that comments may belong to. */
export interface SectionName {
  id: string
  title: string
}

/**
 * Published comments, each a landmark that names its country, with an address of its own: the
 * country, the text, then who signed it, the month, and what it is about.
 * `chapter` is the chapter's address.
 */
export function PublishedList({
  comments,
  sections,
  chapter,
  countryAt,
}: {
  comments: readonly PublishedComment[]
  sections: readonly SectionName[]
  chapter: string
  /** Where a country's comments are read alone. */
  countryAt: (country: string) => string
}) {
  const { t, i18n } = useTexts()
  const month = new Intl.DateTimeFormat(localeOf(i18n.language), {
    year: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  })
  return (
    <ul className="told">
      {comments.map((comment, i) => {
        const key = commentKey(comment)
        const country = countryName(comment.country, i18n.language)
        const section = sections.find(({ id }) => id === comment.section)
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes on the page.
          <li key={i} id={key}>
            <article aria-label={t('pages:fromReader', { country })}>
              <p className="kicker">
                <a href={countryAt(comment.country)}>{country}</a>
              </p>
              <CommentText {...comment} />
              <p className="quiet">
                {comment.pseudonym ? <Name>{comment.pseudonym}</Name> : t('comments:noName')} ·{' '}
                {month.format(new Date(`${comment.month}-01`))}
                {section && (
                  <>
                    {' · '}
                    <a href={`${chapter}#${section.id}`}>
                      {t('comments:aboutSection', { section: section.title })}
                    </a>
                  </>
                )}
                {' · '}
                <a href={`${chapter}/comments?comment=${key}#${key}`}>{t('comments:linkTo')}</a>
              </p>
            </article>
          </li>
        )
      })}
    </ul>
  )
}
