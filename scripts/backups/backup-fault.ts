import { databaseReason, fileReason } from '../faults.mjs'

/** What keeps a backup from being made or used, as a sentence for the host. */
export class BackupFault extends Error {
  override name = 'BackupFault'
}

/**
 * Runs work, and says of a fault of the machine what was being done: "The backup cannot be written:
 * the disk is full." Any other error stays as it is.
 */
export async function saying<T>(what: string, work: () => T | Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const reason = fileReason(error as object) ?? databaseReason(error as object)
    throw reason ? new BackupFault(`${what}: ${reason}.`) : error
  }
}
