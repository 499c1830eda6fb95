import type { MetaDescriptor } from '@remix-run/node'

/** The tab's title: the page's own and the neutral name that the host gave the site (SAFETY P8). */
export function pageTitle(
  matches: readonly { id: string; data?: unknown }[],
  title: string,
): MetaDescriptor[] {
  const site =
    (matches.find((match) => match.id === 'root')?.data as { siteName?: string } | undefined)
      ?.siteName ?? ''
  return [{ title: [title, site].filter(Boolean).join(' · ') }]
}
