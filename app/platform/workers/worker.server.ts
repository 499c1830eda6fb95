import type { Server } from 'node:http'
import { type AddressInfo, Server as NetServer } from 'node:net'
import { programId } from './build-id.server.ts'
import { askPrimary, obey } from './one-for-all.server.ts'

/** How long the site, when it ends, lets answers be finished, in milliseconds. */
const patience = 5000
/** How long a worker that was replaced goes on with files that are taken slowly. */
const drainPatience = 10 * 60_000

/** Takes no new connection. Those that wait for a next request go on until they are closed. */
function stopAccepting(http: Server): Promise<void> {
  return new Promise((resolve) => NetServer.prototype.close.call(http, () => resolve()))
}

/** Ends a server: it finishes what it is answering, within so many milliseconds. */
export async function finishAnswers(http: Server): Promise<void> {
  setTimeout(() => http.closeAllConnections(), patience).unref()
  http.closeIdleConnections()
  if (http.listening) await new Promise((resolve) => http.close(resolve))
  else await openConnections(http)
}

function openConnections(http: Server): Promise<void> {
  return new Promise((resolve) => {
    const look = () => http.getConnections((_, count) => (count ? setTimeout(look, 50) : resolve()))
    look()
  })
}

/**
 * Serves as one of several workers: tells the first process that requests are answered here, and
 * ends as it says. It ends by itself with the first process, however that ends.
 */
export async function serveForPrimary(http: Server, close: () => Promise<void>): Promise<void> {
  let isDraining = false
  async function closeAndEnd(): Promise<void> {
    await close()
    process.exit(0)
  }
  obey('finish', () => finishAnswers(http))
  obey('close', closeAndEnd)
  obey('drain', () => {
    isDraining = true
    setTimeout(() => http.closeAllConnections(), drainPatience).unref()
    void stopAccepting(http).then(closeAndEnd)
  })
  // A connection that is kept open ends with its next answer, or when nothing comes for a while:
  // nobody's request meets one that is being closed.
  http.prependListener('request', (_, response) => {
    if (isDraining) response.shouldKeepAlive = false
  })
  process.on('disconnect', () => process.exit(1))
  // A signal to all processes of the site is for the first to heed.
  process.on('SIGINT', () => {})
  process.on('SIGHUP', () => {})
  process.on('SIGTERM', () => void askPrimary('retire').catch(() => {}))
  await askPrimary('ready', programId(), (http.address() as AddressInfo).port)
}
