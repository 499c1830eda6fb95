const whenWorkerEnds: ((pid: number) => void)[] = []

/** Has something done in the first process when a worker has ended, such as to free what it held. */
export function afterWorker(free: (pid: number) => void): void {
  whenWorkerEnds.push(free)
}

/** Frees what a worker held that has ended. */
export function freeWorker(pid: number): void {
  for (const free of whenWorkerEnds) free(pid)
}
