import { createContext, useContext } from 'react'

/**
 * A style sheet or script of every page: its text, to stand in the page, or its address in
 * development.
 */
export type PageAsset = { text: string } | { address: string }

/** What every page brings along apart from its own HTML. */
export interface PageAssets {
  style: PageAsset
  /** The part of the style sheet that a chapter's page needs, which stands there in its place. */
  chapterStyle: PageAsset
  /** What is added for a learner who has chosen how pages look. */
  comfortStyle: PageAsset
  scripts: PageAsset[]
  /** The part of the script that a chapter's page needs, which stands there in its place. */
  chapterScripts: PageAsset[]
  /** The script of the page that can have a browser keep the course, in the place of the others. */
  takeScripts: PageAsset[]
  /** The icon in the tab, which the host chose; a file, since browsers fetch it by themselves. */
  icon: { address: string; type: string }
}

/** The handle of a route that shows a chapter: its page takes the chapter's style and script. */
export const chapterPage = 'chapter'

/** The handle of the route that offers the course as files, whose page takes a script of its own. */
export const takePage = 'take'

/** A kind of page that does not take the script of all others. */
export type PageKind = typeof chapterPage | typeof takePage | null

/** Gives the assets to the page's head. */
export const AssetsContext = createContext<PageAssets | null>(null)

/**
 * The icon, the style sheets and the script. The latter two stand in the page itself, cost no
 * further request and leave nothing on the device (docs/decisions/017).
 */
export function AssetTags({ kind, isChosen }: { kind: PageKind; isChosen: boolean }) {
  const assets = useContext(AssetsContext)
  if (!assets) return null
  const { icon } = assets
  const style = kind === chapterPage ? assets.chapterStyle : assets.style
  const styles = isChosen ? [style, assets.comfortStyle] : [style]
  const scripts =
    kind === chapterPage
      ? assets.chapterScripts
      : kind === takePage
        ? assets.takeScripts
        : assets.scripts
  return (
    <>
      <link rel="icon" href={icon.address} type={icon.type} />
      {styles.map((one) =>
        'text' in one ? (
          <style key={one.text} dangerouslySetInnerHTML={{ __html: one.text }} />
        ) : (
          <link key={one.address} rel="stylesheet" href={one.address} />
        ),
      )}
      {scripts.map((script) =>
        'text' in script ? (
          <script key="inline" type="module" dangerouslySetInnerHTML={{ __html: script.text }} />
        ) : (
          <script key={script.address} type="module" src={script.address} />
        ),
      )}
    </>
  )
}
