import { databaseEngine } from './database.server.ts'

/**
 * Does regular work unless another server on the same database is doing it just now: it is then
 * theirs, and nothing is done here.
 */
export async function onOneServer(name: string, work: () => Promise<void>): Promise<void> {
  await (await databaseEngine()).exclusively(name, work)
}
