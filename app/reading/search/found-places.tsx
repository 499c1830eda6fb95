import { countryName } from '../../courses/model/countries.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import type { Excerpt } from './excerpt.ts'
import type { GroupedHits } from './group-hits.ts'
import type { Place } from './place.ts'

/** A place that was found, as the page of results shows it. */
export interface FoundPlace
  extends Pick<Place, 'kind' | 'course' | 'path' | 'title' | 'chapterTitle' | 'country'> {
  excerpt: Excerpt
}

const kindTexts = {
  chapter: 'pages:resultKind.chapter',
  section: 'pages:resultKind.section',
  comment: 'pages:resultKind.comment',
  word: 'pages:resultKind.word',
  question: 'pages:resultKind.question',
  tool: 'pages:resultKind.tool',
} as const satisfies Record<Place['kind'], string>

function FoundTitle({ kind, title, chapterTitle, country }: FoundPlace) {
  const { t, i18n } = useTexts()
  const name = country && countryName(country, i18n.language)
  if (name)
    return title
      ? t('pages:placeIn', { place: name, title })
      : t('pages:fromReader', { country: name })
  if (kind === 'section') return t('pages:placeIn', { place: chapterTitle, title })
  return title || chapterTitle
}

function Found({
  place,
  home,
  withKind = false,
}: {
  place: FoundPlace
  home: string
  withKind?: boolean
}) {
  const { t } = useTexts()
  const { kind, course, path, title, chapterTitle, excerpt } = place
  // A section's link names its chapter already.
  const within = kind === 'section' || !title ? null : chapterTitle
  const label = [withKind && t(kindTexts[kind], { count: 1 }), within]
  return (
    <li>
      {label.some(Boolean) && <p className="kicker">{label.filter(Boolean).join(' · ')}</p>}
      <h3>
        <a href={`${home}/courses/${course}/${path}`}>
          <FoundTitle {...place} />
        </a>
      </h3>
      <p>
        {excerpt.map(({ text, isFound, at }) => (isFound ? <mark key={at}>{text}</mark> : text))}
      </p>
    </li>
  )
}

/** What a search found: the closest places, then the rest, grouped by what they are. */
export function FoundPlaces({ found, home }: { found: GroupedHits<FoundPlace>; home: string }) {
  const { t } = useTexts()
  const { closest, groups } = found
  return (
    <>
      {closest.length > 0 && (
        <section aria-labelledby="closest">
          <h2 className="unseen" id="closest">
            {t('pages:closest')}
          </h2>
          <ol className="found">
            {closest.map((place, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes on the page.
              <Found key={i} place={place} home={home} withKind />
            ))}
          </ol>
        </section>
      )}
      {groups.map(({ kind, hits }) => (
        <section key={kind} aria-labelledby={`found-${kind}`}>
          <h2 id={`found-${kind}`}>{t(kindTexts[kind], { count: hits.length })}</h2>
          <ol className="found">
            {hits.map((place, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes on the page.
              <Found key={i} place={place} home={home} />
            ))}
          </ol>
        </section>
      ))}
    </>
  )
}
