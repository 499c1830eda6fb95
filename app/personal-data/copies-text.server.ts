import { ownsDatabaseFile } from '../platform/environment.server.ts'

/** What is said of the places that erasing does not reach, which depend on where the database is. */
export function copiesText(): 'accounts:eraseCopies' | 'accounts:eraseCopiesOnServer' {
  return ownsDatabaseFile() ? 'accounts:eraseCopies' : 'accounts:eraseCopiesOnServer'
}
