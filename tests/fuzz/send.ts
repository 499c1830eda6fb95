import { Agent, request } from 'node:http'
import { connect } from 'node:net'

/** A request as HTTP allows it. */
export interface Sent {
  method: string
  path: string
  headers: Record<string, string>
  body?: string
}

/** What came back. */
export interface Received {
  status: number
  headers: Record<string, string | string[] | undefined>
  body: string
}

/** How long any answer may take, in milliseconds. */
const longest = 5000

const agent = new Agent({ keepAlive: true, maxSockets: 8 })

/**
 * Sends a request through Node's own client. Rejects when the answer does not come in time or not
 * whole.
 */
export function send(origin: string, { method, path, headers, body }: Sent): Promise<Received> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(origin)
    const length: Record<string, string> =
      body === undefined ? {} : { 'Content-Length': String(Buffer.byteLength(body)) }
    const sent = request(
      { agent, hostname, port, method, path, headers: { ...headers, ...length }, timeout: longest },
      (response) => {
        let text = ''
        response.setEncoding('utf8')
        response.on('data', (piece: string) => {
          text += piece
        })
        response.on('end', () =>
          resolve({ status: response.statusCode as number, headers: response.headers, body: text }),
        )
        response.on('error', reject)
      },
    )
    sent.on('timeout', () => sent.destroy(new Error(`No answer within ${longest} ms`)))
    sent.on('error', reject)
    sent.end(body)
  })
}

/**
 * Sends bytes as they are and says no more. Gives all that comes back until the server closes;
 * rejects when it does not close in time.
 */
export function sendBytes(origin: string, pieces: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(origin)
    let text = ''
    const socket = connect({ host: hostname, port: Number(port) })
    const timer = setTimeout(() => {
      socket.destroy()
      reject(new Error(`Not closed within ${longest} ms; so far: ${text.slice(0, 200)}`))
    }, longest)
    socket.setEncoding('latin1')
    socket.on('data', (piece) => {
      text += piece
    })
    // The server may close before everything is sent: that is an answer too.
    socket.on('error', () => {})
    socket.on('close', () => {
      clearTimeout(timer)
      resolve(text)
    })
    for (const piece of pieces) socket.write(piece, 'latin1')
    socket.end()
  })
}

/** The statuses of the responses in what came back. A body need not end with a line. */
export function statusesIn(text: string): number[] {
  return [...text.matchAll(/HTTP\/1\.[01] (\d{3}) [A-Z]/g)].map((match) => Number(match[1]))
}
