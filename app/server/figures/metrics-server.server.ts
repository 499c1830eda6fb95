import { lstatSync, unlinkSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import { connect } from 'node:net'
import type { Clock } from '../../platform/clock.ts'
import { BadEnvironment } from '../../platform/environment.server.ts'
import type { LocalAddress } from '../../platform/local-address.ts'
import { log } from '../../platform/log.server.ts'
import { openMetrics, openMetricsType } from './open-metrics.ts'
import { siteFigures } from './site-figures.server.ts'

const localHost = /^(127(\.\d{1,3}){3}|localhost|\[::1\])(:\d+)?$/

/**
 * Whether a program of this machine asks, rather than a page in a browser on it, which can reach a
 * local port by a name of its own.
 */
function isMeant({ method, url, headers }: IncomingMessage, address: LocalAddress): boolean {
  const isFromPage = headers.origin !== undefined || headers['sec-fetch-site'] !== undefined
  const isByName = 'port' in address && !localHost.test(headers.host ?? '')
  return method === 'GET' && url === '/metrics' && !isFromPage && !isByName
}

/** Whether a program listens on a socket; one that nobody listens on is left over. */
function isListening(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(path)
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })
}

async function clearSocket(path: string): Promise<void> {
  const found = lstatSync(path, { throwIfNoEntry: false })
  if (!found) return
  if (!found.isSocket() || (await isListening(path)))
    throw new BadEnvironment(`METRICS names ${path}, which something else uses already.`)
  unlinkSync(path)
}

function listen(server: Server, address: LocalAddress): Promise<void> {
  return new Promise((resolve, reject) => {
    const refused = ({ code }: NodeJS.ErrnoException) => {
      const where = 'path' in address ? address.path : `${address.host}:${address.port}`
      reject(new BadEnvironment(`METRICS names ${where}, where nothing can listen (${code}).`))
    }
    server.once('error', refused)
    // A socket is for this user and their group.
    const mask = process.umask(0o007)
    // Of several workers, the one that leads listens itself.
    server.listen({ ...address, exclusive: true }, () => {
      server.removeListener('error', refused)
      resolve()
    })
    process.umask(mask)
  })
}

/**
 * Serves the figures of the site on an address that only this machine reaches, and returns how to
 * stop. Throws a sentence where it cannot. The site's own address never has them.
 */
export async function serveMetrics(
  address: LocalAddress | undefined,
  clock: Clock,
): Promise<() => Promise<void>> {
  if (!address) return async () => {}
  if ('path' in address) await clearSocket(address.path)
  const server = createServer(
    { requestTimeout: 5000, maxHeaderSize: 4096 },
    (request, response) => {
      if (!isMeant(request, address)) return void response.writeHead(404).end()
      siteFigures(clock)
        .then((figures) => {
          response.writeHead(200, { 'Content-Type': openMetricsType, 'Cache-Control': 'no-store' })
          response.end(openMetrics(figures))
        })
        .catch((error: unknown) => {
          log.error({ error }, 'the figures could not be told')
          response.writeHead(500).end()
        })
    },
  )
  await listen(server, address)
  return () =>
    new Promise((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
}
