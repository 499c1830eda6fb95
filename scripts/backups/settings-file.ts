import { environment, settingNames } from '../../app/platform/environment.server.ts'
import { isServerAddress } from '../../app/platform/postgres/address.mjs'

/** An address without its password. */
function withoutPassword(address: string): string {
  if (!isServerAddress(address)) return address
  const url = new URL(address)
  url.password = ''
  return url.href
}

/**
 * The settings that are set, with their values, as a site needs them to be started again. The
 * password of a database is not among them.
 */
export function settingsNow(source = process.env): Record<string, string> {
  const known: string[] = [...settingNames, ...Object.keys(environment.leaveOfLanguages)]
  // A thief of the backup need not know where its passphrase lies.
  const names = known.filter((name) => name !== 'BACKUP_PASSPHRASE_FILE')
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = source[name]
      if (!value) return []
      return [[name, name === 'DATABASE_URL' ? withoutPassword(value) : value]]
    }),
  )
}

/** Settings as a file that a shell, systemd and Docker read. */
export function settingsFile(settings: Record<string, string>): string {
  const lines = Object.entries(settings).map(
    ([name, value]) => `${name}="${value.replace(/["\\$`]/g, '\\$&')}"`,
  )
  const note = isServerAddress(settings.DATABASE_URL ?? '')
    ? ['# The password of the database is not here: put it into DATABASE_URL again.']
    : []
  return `${['# The settings of the site when the backup was made.', ...note, ...lines].join('\n')}\n`
}
