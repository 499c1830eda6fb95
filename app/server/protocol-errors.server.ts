import { type IncomingMessage, type Server, type ServerResponse, STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'

/** Answers a request that could be read, with a status that refuses it. */
type Refuse = (request: IncomingMessage, response: ServerResponse, status: number) => void

const statuses: Record<string, number> = {
  HPE_HEADER_OVERFLOW: 431,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
}

// How long anyone who asked for a tunnel may take to go, in milliseconds.
const patience = 2000

function answer(
  socket: Duplex,
  status: number,
  headers: readonly [string, string][],
  isHead = false,
) {
  const title = STATUS_CODES[status] as string
  const all = [
    ...headers,
    ['Content-Type', 'text/plain; charset=utf-8'],
    ['Cache-Control', 'no-store'],
    ['Content-Length', String(title.length)],
    ['Connection', 'close'],
  ]
  socket.write(
    `HTTP/1.1 ${status} ${title}\r\n${all.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n${isHead ? '' : title}`,
  )
}

/**
 * Has a server answer what never reaches a page (bytes that are no HTTP, headers too many or too
 * slow, a tunnel, an expectation) with the headers of every other answer. Node's own answers would
 * lack them (SAFETY P5).
 */
export function answerProtocolErrors(
  server: Server,
  headers: readonly [string, string][],
  refuse: Refuse,
) {
  const latest = new WeakMap<Duplex, ServerResponse>()
  server.on('request', (request, response) => latest.set(request.socket, response))
  server.on('checkExpectation', (request, response) => refuse(request, response, 417))
  server.on('connect', (_, socket) => {
    answer(socket, 405, headers)
    socket.end()
    // Read on, so as to see the other end close. One that stays is closed here, since the server's
    // own timeouts do not hold for a tunnel.
    socket.resume()
    setTimeout(() => socket.destroy(), patience).unref()
  })
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    const before = latest.get(socket)
    const isInTheMiddle = before?.headersSent && !before.writableFinished
    // What was read of the request, for an answer to HEAD has no body whatever else is wrong.
    const isHead = String((error as { rawPacket?: Buffer }).rawPacket).startsWith('HEAD ')
    if (socket.writable && !isInTheMiddle && error.code !== 'ECONNRESET')
      answer(socket, statuses[error.code ?? ''] ?? 400, headers, isHead)
    socket.destroy()
  })
}

/**
 * Ends each connection on which nothing moves for so long, in milliseconds: of somebody who reads
 * nothing of a page, or went without a word. Longer than any page is in the making; who reads
 * slowly and goes on is never cut off.
 */
export function endSilent(server: Server, milliseconds = 120_000) {
  server.timeout = milliseconds
}
