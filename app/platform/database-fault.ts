/** Why the machine does not let the database be used. */
export type DatabaseFault =
  | 'busy'
  | 'disk full'
  | 'read-only'
  | 'disk error'
  | 'file cannot be opened'
  | 'file was moved away'
  | 'it is damaged'
  | 'it is no SQLite database'
  | 'not reachable'
