/** Why the machine does not let the database be used. */
export type DatabaseFault =
  | 'busy'
  | 'disk full'
  | 'read-only'
  | 'disk error'
  | 'file cannot be opened'
  | 'it is damaged'
  | 'it is no SQLite database'
  | 'not reachable'
