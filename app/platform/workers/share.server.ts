import { environment } from '../environment.server.ts'
import { isWorker } from './one-for-all.server.ts'

/** This process's share of what there may be of something on the machine: all where it is the one. */
export function shareOf(total: number): number {
  return isWorker ? Math.ceil(total / environment.PROCESSES) : total
}
