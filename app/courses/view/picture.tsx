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

/** The figures that a page's pictures place (`figuresFor`), unseen by themselves. */
export function Figures({ symbols }: { symbols: string }) {
  return symbols ? (
    <svg className="figures" aria-hidden="true" dangerouslySetInnerHTML={{ __html: symbols }} />
  ) : null
}
