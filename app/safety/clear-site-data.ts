/**
 * Has the browser forget what it holds of this site. Browsers obey it only over TLS or on the
 * machine itself, and older ones not at all.
 */
export const clearSiteData = {
  'Clear-Site-Data': '"cache", "cookies", "storage"',
  'Cache-Control': 'no-store',
} as const

/**
 * Has the browser forget what a script or a worker of this site keeps in it: who signs out or is
 * erased keeps no pages on the device, with a worker or without (docs/decisions/086).
 */
export const clearStorage = { 'Clear-Site-Data': '"storage"' } as const
