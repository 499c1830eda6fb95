import { countryName } from '../courses/model/countries.ts'
import { useTexts } from '../i18n/use-texts.ts'
import type { PublishedComment } from './published-comment.ts'
import { PublishedList, type SectionName } from './published-list.tsx'

/**
 * What a chapter's page shows of its readers' comments: the newest few, of one country or of all.
 */
export interface ReadersShown {
  comments: PublishedComment[]
  /** How many there are in all. */
  count: number
  country: string | null
}

/**
 * The readers' part of a chapter, after the editors' comments, with ways to read all and to send
 * one.
 */
export function FromReaders({
  shown: { comments, count, country },
  sections,
  chapter,
  isGuest,
}: {
  shown: ReadersShown
  sections: readonly SectionName[]
  chapter: string
  isGuest: boolean
}) {
  const { t, i18n } = useTexts()
  const none = country
    ? t('comments:noneFrom', { country: countryName(country, i18n.language) })
    : t('comments:noneHere')
  return (
    <section className="readers" aria-labelledby="readers">
      <h2 id="readers">{t('comments:fromReaders')}</h2>
      <p className="quiet">{comments.length > 0 ? t('comments:fromReadersIntro') : none}</p>
      {comments.length > 0 && (
        <PublishedList
          comments={comments}
          sections={sections}
          chapter={chapter}
          countryAt={(code) => `${chapter}?country=${code}#readers`}
        />
      )}
      <p className="actions ui">
        {count > comments.length && (
          <a href={`${chapter}/comments`}>{t('comments:readAll', { count })}</a>
        )}
        <a href={`${chapter}/comment`}>{isGuest ? t('comments:sendSignIn') : t('comments:send')}</a>
      </p>
    </section>
  )
}
