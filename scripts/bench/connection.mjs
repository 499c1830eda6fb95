import { connect } from 'node:net'
import { acceptedEncodings } from './http.mjs'

const endOfHead = Buffer.from('\r\n\r\n')
const maxMilliseconds = 20_000

/**
 * A request as it goes over the wire.
 * @param {{ path: string, method?: string, headers?: Record<string, string>, body?: string }}
 *   request
 */
export function requestBytes({ path, method = 'GET', headers = {}, body = '' }) {
  const all = {
    host: '127.0.0.1',
    'accept-encoding': acceptedEncodings,
    ...headers,
    ...(body ? { 'content-length': Buffer.byteLength(body) } : {}),
  }
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`)
  return Buffer.from(`${method} ${path} HTTP/1.1\r\n${lines.join('')}\r\n${body}`)
}

/**
 * Gives requests in turn, from the first again after the last.
 * @param {readonly Buffer[]} requests
 * @returns {() => Buffer}
 */
export function inTurn(requests) {
  let next = 0
  return () => /** @type {Buffer} */ (requests[next++ % requests.length])
}

/**
 * Sends requests over one connection again and again until a point in time, each when the one
 * before is answered. It only looks at the status and counts the bytes of the body: anyone who
 * measures must do less than who is measured, or the bare server looks slower than it is.
 * @param {{ port: number, nextRequest: () => Buffer, status: number, until: number }} how
 * @param {(milliseconds: number) => void} onAnswer
 * @returns {Promise<void>}
 */
export function askAgainAndAgain({ port, nextRequest, status, until }, onAnswer) {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1')
    let sentAt = 0
    let left = 0
    /** @type {Buffer | null} */
    let start = null

    function send() {
      sentAt = performance.now()
      socket.write(nextRequest())
    }

    /** @param {string} head */
    function readHead(head) {
      const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1]
      if (Number(head.slice(9, 12)) !== status || !length)
        return socket.destroy(new Error(`Not answered with ${status}:\n${head}`))
      left = Number(length)
    }

    socket
      .setNoDelay(true)
      .setTimeout(maxMilliseconds, () => socket.destroy(new Error('No answer came in time.')))
    socket.on('connect', send)
    socket.on('data', (chunk) => {
      let from = 0
      if (left === 0) {
        const bytes = start ? Buffer.concat([start, chunk]) : chunk
        const end = bytes.indexOf(endOfHead)
        start = end < 0 ? bytes : null
        if (end < 0) return
        readHead(bytes.latin1Slice(0, end))
        from = end + endOfHead.length - (bytes.length - chunk.length)
      }
      left -= chunk.length - from
      if (left > 0) return
      const now = performance.now()
      onAnswer(now - sentAt)
      if (now < until) send()
      else socket.end()
    })
    socket.on('error', reject)
    socket.on('close', () =>
      performance.now() < until
        ? reject(new Error('The server closed the connection.'))
        : resolve(),
    )
  })
}
