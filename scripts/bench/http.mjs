import { request } from 'node:http'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'

/** What browsers of today say that they take. */
export const acceptedEncodings = 'gzip, deflate, br, zstd'

/** @typedef {{ status: number, headers: [string, string][], body: Buffer }} RawAnswer */

/**
 * Asks as a browser and gives the answer as it was sent: its headers in order, its bytes
 * still compressed.
 * @param {string} address
 * @param {{ method?: string, headers?: Record<string, string>, body?: string, timeout?:
 *   number }} [options]
 * @returns {Promise<RawAnswer>}
 */
export function fetchRaw(
  address,
  { method = 'GET', headers = {}, body = '', timeout = 20_000 } = {},
) {
  const own = {
    'accept-encoding': acceptedEncodings,
    ...headers,
    ...(body ? { 'content-length': String(Buffer.byteLength(body)) } : {}),
  }
  return new Promise((resolve, reject) => {
    const outgoing = request(
      address,
      { method, headers: own, agent: false, timeout },
      async (response) => {
        const chunks = []
        for await (const chunk of response) chunks.push(chunk)
        const { rawHeaders } = response
        const pairs = rawHeaders.flatMap((name, i) =>
          i % 2 === 0 ? [/** @type {[string, string]} */ ([name, rawHeaders[i + 1]])] : [],
        )
        resolve({ status: response.statusCode ?? 0, headers: pairs, body: Buffer.concat(chunks) })
      },
    )
    outgoing.on('timeout', () => outgoing.destroy(new Error(`No answer from ${address}.`)))
    outgoing.on('error', reject)
    outgoing.end(body)
  })
}

/**
 * The text of an answer.
 * @param {RawAnswer} answer
 */
export function textOf({ headers, body }) {
  const encoding = headers.find(([name]) => name.toLowerCase() === 'content-encoding')?.[1]
  if (encoding === 'br') return brotliDecompressSync(body).toString()
  return (encoding === 'gzip' ? gunzipSync(body) : body).toString()
}

/** The header of a plain form. */
export const formHeaders = { 'content-type': 'application/x-www-form-urlencoded' }
