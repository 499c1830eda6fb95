const minute = 60_000
const day = 24 * 60 * minute

/** How long a session lives without use, in seconds, on a device that the person called their own. Elsewhere it is half an hour. */
export const ownDeviceSeconds = (14 * day) / 1000

/**
 * When a session that is used now ends. On one's own device that is a midnight, so two weeks or up to a day less: the database then knows
 * the day of the last use and not the moment.
 */
export function expiryOf(ownDevice: boolean, now: Date): Date {
  const time = now.getTime()
  return new Date(ownDevice ? time - (time % day) + 14 * day : time + 30 * minute)
}

/** Whether a use of a session is worth a write: at most one a minute, and on one's own device one a day. */
export function isRenewalDue(ownDevice: boolean, expiresAt: Date, now: Date): boolean {
  return expiryOf(ownDevice, now).getTime() - expiresAt.getTime() >= minute
}
