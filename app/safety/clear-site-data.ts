/**
 * Has the browser forget what it holds of this site. Browsers obey it only over TLS or on the
 * machine itself, and older ones not at all.
 */
export const clearSiteData = {
  'Clear-Site-Data': '"cache", "cookies", "storage"',
  'Cache-Control': 'no-store',
} as const
