import { environment } from '../platform/environment.server.ts'
import type { SharedAddress } from './shared-address.server.ts'

/** The name of the header that keeps a page out of the lists of search engines. */
export const robotsHeader = 'X-Robots-Tag'

/** What search engines are told at the address that they ask first. */
export const robotsText = environment.SEARCH_ENGINES
  ? 'User-agent: *\nDisallow: /leave\n'
  : 'User-agent: *\nDisallow: /\n'

/**
 * Whether search engines may list the page of an address: where the host lets them, a page that is
 * the same for all, as its own address writes it, and no file.
 */
export function isListed(shared: SharedAddress | null): boolean {
  if (!environment.SEARCH_ENGINES || !shared) return false
  const { address, isVariant, isCanonical } = shared
  return isCanonical && !isVariant && !/\.[a-z]+$/.test(address)
}
