import type { DatabaseFault } from './database-fault.ts'
import {
  isServerConflict,
  isServerDuplicate,
  isServerTableMissing,
  serverFault,
} from './postgres/errors.ts'
import { fileFault, isFileDuplicate } from './sqlite/errors.ts'

interface PrismaError {
  code?: string
  kind?: string
  cause?: unknown
  meta?: { driverAdapterError?: unknown; code?: unknown }
}

/**
 * The first answer that is found in an error or in those that it comes from: Prisma wraps what an
 * engine throws, in several ways.
 */
function inErrors<T>(error: unknown, look: (error: PrismaError) => T | null): T | null {
  if (typeof error !== 'object' || error === null) return null
  const { cause, meta } = error as PrismaError
  return (
    look(error as PrismaError) ?? inErrors(meta?.driverAdapterError, look) ?? inErrors(cause, look)
  )
}

/**
 * The machine's fault that an error of the database comes from, or null where it comes from
 * something else.
 */
export function databaseFault(error: unknown): DatabaseFault | null {
  return inErrors(error, (one) =>
    one.code === 'P1008' ? 'busy' : (fileFault(one) ?? serverFault(one)),
  )
}

/** Whether an error says that a table is not there: the database has not been migrated. */
export function isMissingTable(error: unknown): boolean {
  const found = inErrors(error, (one) => {
    const isMissing =
      one.code === 'P2021' || one.kind === 'TableDoesNotExist' || isServerTableMissing(one)
    return isMissing || null
  })
  return found ?? false
}

/** Whether an error says that a value is there already that may be there only once. */
export function isDuplicate(error: unknown): boolean {
  const found = inErrors(error, (one) => {
    const isTwice = one.code === 'P2002' || isFileDuplicate(one) || isServerDuplicate(one)
    return isTwice || null
  })
  return found ?? false
}

/**
 * Whether a change was undone because another came between its reading and its writing: nothing of
 * it was stored, and it is to be run again.
 */
export function isConflict(error: unknown): boolean {
  return inErrors(error, (one) => one.code === 'P2034' || isServerConflict(one) || null) ?? false
}
