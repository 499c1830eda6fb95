import type { ServerResponse } from 'node:http'
import { environment } from '../platform/environment.server.ts'
import type { SharedAddress } from './shared-address.server.ts'

/** The name of the header that keeps a page out of the lists of search engines. */
const robotsHeader = 'X-Robots-Tag'

/** What search engines are told at the address that they ask first. */
export const robotsText = environment.SEARCH_ENGINES
  ? 'User-agent: *\nDisallow: /leave\n'
  : 'User-agent: *\nDisallow: /\n'

/**
 * Whether search engines may list the page of an address: where the host lets them, a page that is
 * the same for all, as its own address writes it, and no file.
 */
function isListed(shared: SharedAddress | null): boolean {
  if (!environment.SEARCH_ENGINES || !shared) return false
  const { address, isVariant, isCanonical } = shared
  return isCanonical && !isVariant && !/\.[a-z]+$/.test(address)
}

/**
 * The headers for a page out of those of all pages: without the one that keeps it out of the lists
 * of search engines, where they may list it. It is taken from the response too.
 */
export function headersFor(
  shared: SharedAddress | null,
  common: [string, string][],
  response?: ServerResponse,
): [string, string][] {
  if (!isListed(shared)) return common
  response?.removeHeader(robotsHeader)
  return common.filter(([name]) => name !== robotsHeader)
}
