import cluster from 'node:cluster'
import { Channel, type Doer, type Message } from './channel.ts'

/** Whether this process is one of several workers of a site behind one port (docs/decisions/094). */
export const isWorker = cluster.isWorker

type Work = (...args: unknown[]) => unknown

const works: Record<Doer, Map<string, Work>> = {
  primary: new Map(),
  lead: new Map(),
  each: new Map(),
  you: new Map(),
}

/** Does here what another process of the site has asked this one for. */
export async function doWork(doer: Doer, name: string, args: unknown[]): Promise<unknown> {
  const work = works[doer].get(name)
  if (!work) throw new Error(`No work is called ${name}.`)
  return work(...args)
}

let channel: Channel | null = null

/** A worker's line to the first process. */
function toPrimary(): Channel {
  if (channel) return channel
  const opened = new Channel((message) => {
    if (process.connected) process.send?.(message)
  }, doWork)
  process.on('message', (message) => opened.receive(message as Message))
  process.on('disconnect', () => opened.lose())
  channel = opened
  return opened
}

/** Work that may be done by another process. */
export type Asked<Args extends unknown[], Result> = (...args: Args) => Promise<Result>

/** Work of one doer: asked for over the line in a worker, else done here and at once. */
export function workOf<Args extends unknown[], Result>(
  doer: Doer,
  name: string,
  work: (...args: Args) => Result | Promise<Result>,
): Asked<Args, Result> {
  works[doer].set(name, work as Work)
  if (!isWorker) return async (...args) => work(...args)
  return (...args) => toPrimary().ask(doer, name, args) as Promise<Result>
}

/**
 * Work on what there is once for all workers of a machine, such as a limit: it is done in the first
 * process. Where there is one process, it is done here and at once. What goes in and out is copied.
 */
export function oneForAll<Args extends unknown[], Result>(
  name: string,
  work: (...args: Args) => Result | Promise<Result>,
): Asked<Args, Result> {
  return workOf('primary', name, work)
}

/**
 * Work that every worker does, this one too. Resolves to the results, when all have done it;
 * those that end meanwhile are not waited for, and those that just start do it when they are ready.
 */
export function inEach<Args extends unknown[], Result>(
  name: string,
  work: (...args: Args) => Result | Promise<Result>,
): Asked<Args, Result[]> {
  works.each.set(name, work as Work)
  if (!isWorker) return async (...args) => [await work(...args)]
  return (...args) => toPrimary().ask('each', name, args) as Promise<Result[]>
}

/** What the first process tells this worker to do. */
export function obey<Args extends unknown[]>(name: string, work: (...args: Args) => unknown): void {
  works.you.set(name, work as Work)
  if (isWorker) toPrimary()
}

/** Asks the first process for what is this worker's alone, such as to be taken for ready. */
export function askPrimary(name: string, ...args: unknown[]): Promise<unknown> {
  return toPrimary().ask('you', name, args)
}
