/** What the name of a backup says: when it was made, and how the SHA-256 of its bytes begins. */
export interface BackupName {
  madeAt: Date
  sha256: string
}

/** A moment as it stands in a name, in UTC: `2026-12-01-134502`. */
export function stampOf(at: Date): string {
  return at.toISOString().slice(0, 19).replace('T', '-').replaceAll(':', '')
}

/** The name of a backup (docs/decisions/085). */
export function backupName({ madeAt, sha256 }: BackupName, isEncrypted: boolean): string {
  const end = isEncrypted ? '.age' : ''
  return `cirkel-${stampOf(madeAt)}-${sha256.slice(0, 16)}.tar.gz${end}`
}

const pattern = /^cirkel-(\d{4}-\d\d-\d\d)-(\d\d)(\d\d)(\d\d)-([0-9a-f]{16})\.tar\.gz(?:\.age)?$/

/** Reads the name of a backup; null where `npm run backup` makes no such name. */
export function readBackupName(name: string): BackupName | null {
  const [, day, hours, minutes, seconds, sha256 = ''] = pattern.exec(name) ?? []
  const madeAt = new Date(`${day}T${hours}:${minutes}:${seconds}Z`)
  return Number.isNaN(madeAt.getTime()) ? null : { madeAt, sha256 }
}
