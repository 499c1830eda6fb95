import type { DatabaseFault } from '../database-fault.ts'

/** An error of `pg`, or of a socket, by its code; or of Prisma's adapter, by its kind. */
interface ServerError {
  code?: string
  originalCode?: string
  kind?: string
}

const unreachable = new Set([
  ...['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'ETIMEDOUT', 'EPIPE', 'ENOENT', 'EAI_AGAIN'],
  ...['57P01', '57P02', '57P03', '53300', '53400'],
])
const unreachableKinds = new Set([
  'DatabaseNotReachable',
  'ConnectionClosed',
  'TooManyConnections',
  'TlsConnectionError',
])

const codeOf = ({ originalCode, code }: ServerError) => originalCode ?? code ?? ''

/** The machine's fault that an error of the server or the way to it means, or null. */
export function serverFault(error: ServerError & { message?: string }): DatabaseFault | null {
  const code = codeOf(error)
  if (isConflictCode(code) || code === '55P03' || code === '57014') return 'busy'
  if (code === '53100') return 'disk full'
  if (code === '25006') return 'read-only'
  if (code === '58030') return 'disk error'
  if (unreachable.has(code) || code.startsWith('08')) return 'not reachable'
  if (error.kind && unreachableKinds.has(error.kind)) return 'not reachable'
  // pg and its pool have no code for these.
  return /^(timeout exceeded when trying to connect|Connection terminated|Client has encountered a connection error)/.test(
    error.message ?? '',
  )
    ? 'not reachable'
    : null
}

function isConflictCode(code: string): boolean {
  return code === '40001' || code === '40P01'
}

// Prisma says of a transaction whose COMMIT was refused only that it cannot be rolled back.
const hiddenByPrisma = /rollback cannot be executed on a committed transaction/
let hiddenConflicts = 0

/** Notes that the server refused to commit a transaction of Prisma's, which hides why. */
export function noteRefusedCommit(error: unknown): void {
  if (isServerConflict((error as { cause?: ServerError }).cause ?? {})) hiddenConflicts += 1
}

/**
 * Whether a change was undone because another came between its reading and its writing: nothing of
 * it was stored, and it is to be run again.
 */
export function isServerConflict(error: ServerError & { message?: string }): boolean {
  if (error.kind === 'TransactionWriteConflict' || isConflictCode(codeOf(error))) return true
  if (hiddenConflicts === 0 || !hiddenByPrisma.test(error.message ?? '')) return false
  hiddenConflicts -= 1
  return true
}

/** Whether an error says that a value is there already that may be there only once. */
export function isServerDuplicate(error: ServerError): boolean {
  return error.kind === 'UniqueConstraintViolation' || codeOf(error) === '23505'
}

/** Whether an error says that a table is not there. */
export function isServerTableMissing(error: ServerError): boolean {
  return codeOf(error) === '42P01'
}
