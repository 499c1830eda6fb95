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
  scripts: PageAsset[]
  /** The icon in the tab, which the host chose; a file, since browsers fetch it by themselves. */
  icon: { address: string; type: string }
}

/** The handle of a route that shows a chapter: its page takes the chapter's style. */
export const chapterPage = 'chapter'

/** Gives the assets to the page's head. */
export const AssetsContext = createContext<PageAssets | null>(null)

/**
 * The icon, the style sheet and the script. The latter two stand in the page itself, cost no
 * further request and leave nothing on the device (docs/decisions/017).
 */
export function AssetTags({ isChapter }: { isChapter: boolean }) {
  const assets = useContext(AssetsContext)
  if (!assets) return null
  const { scripts, icon } = assets
  const style = isChapter ? assets.chapterStyle : assets.style
  return (
    <>
      <link rel="icon" href={icon.address} type={icon.type} />
      {'text' in style ? (
        <style dangerouslySetInnerHTML={{ __html: style.text }} />
      ) : (
        <link rel="stylesheet" href={style.address} />
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
