import { useTexts } from '../../i18n/use-texts.ts'
import type { Illustration } from '../model/chapter.ts'

/**
 * An illustration as it stands in a page, with its caption. The page also has `<Figures>`, once.
 */
export function Picture({
  picture: { svg, caption },
}: {
  picture: Pick<Illustration, 'svg' | 'caption'>
}) {
  return (
    <figure className="illustration">
      <div dangerouslySetInnerHTML={{ __html: svg }} />
      {caption && <figcaption>{caption}</figcaption>}
    </figure>
  )
}

/** What an illustration shows, in words, for a reader who wants no pictures. */
export function DescribedPicture({
  picture: { alt, caption },
}: {
  picture: Pick<Illustration, 'alt' | 'caption'>
}) {
  const { t } = useTexts()
  return (
    <figure className="illustration">
      <p className="quiet">
        {t('reading:pictureOf')} {alt}
      </p>
      {caption && <figcaption>{caption}</figcaption>}
    </figure>
  )
}

/** The figures that a page's pictures place (`figuresFor`), unseen by themselves. */
export function Figures({ symbols }: { symbols: string }) {
  return symbols ? (
    <svg className="figures" aria-hidden="true" dangerouslySetInnerHTML={{ __html: symbols }} />
  ) : null
}
