import type { MetaDescriptor } from '@remix-run/node'

/**
 * The tab's title: the page's own and the neutral name that the host gave the site (SAFETY P8). A
 * page that anybody may find has a description too, for those who list it.
 */
export function pageTitle(
  matches: readonly { id: string; data?: unknown }[],
  title: string,
  description?: string,
): MetaDescriptor[] {
  const site =
    (matches.find((match) => match.id === 'root')?.data as { siteName?: string } | undefined)
      ?.siteName ?? ''
  return [
    { title: [title, site].filter(Boolean).join(' · ') },
    ...(description ? [{ name: 'description', content: description }] : []),
  ]
}
