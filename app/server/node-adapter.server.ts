import type { IncomingMessage, ServerResponse } from 'node:http'
import {
  allowsEncoding,
  chooseEncoding,
  decode,
  type Encoding,
  encode,
} from '../platform/encoding.server.ts'
import { bytesOf, gzipOf, type Piece } from '../platform/pieces/piece.server.ts'

// Only what a page needs is passed on, so that no address or browser can be noted by mistake.
const passedOn = ['accept', 'accept-language', 'content-type', 'cookie', 'host'] as const

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString()
}

/**
 * A request as the pages take it, for an address of this site. A HEAD is asked as a GET; its body
 * is kept back when it is answered.
 */
export async function toFetchRequest(request: IncomingMessage, origin: string): Promise<Request> {
  const headers = new Headers()
  for (const name of passedOn) {
    const value = request.headers[name]
    if (typeof value === 'string') headers.set(name, value)
  }
  const url = new URL((request.url ?? '/').replace(/^\/+/, '/'), origin)
  // Once more when the dots are gone: /.//elsewhere has become //elsewhere, which would name
  // another host.
  url.pathname = url.pathname.replace(/^\/+/, '/')
  if (request.method !== 'POST') return new Request(url, { headers })
  return new Request(url, { method: 'POST', headers, body: await readBody(request) })
}

/** A page ready to be sent: compressed, with all its headers but those of security and cookies. */
export interface EncodedResponse {
  status: number
  headers: [string, string][]
  body: Buffer
  /** Set where more time would make it smaller: how it was compressed fast. */
  canShrink?: Encoding
}

/** A page as it was made: whole, or in pieces that are compressed already. */
export interface MadeResponse {
  status: number
  headers: Headers
  body: Buffer | readonly Piece[]
}

/** A response of Remix's as it is: a document or a picture must not be read as text. */
export async function wholeOf(response: Response): Promise<MadeResponse> {
  const { status, headers } = response
  return { status, headers, body: Buffer.from(await response.arrayBuffer()) }
}

const worthCompressing = 500

/** Whether a file is smaller compressed. A book, a document and a spreadsheet are zips already. */
export function isCompressible(type: string | null): boolean {
  return !/^(application\/(zip|epub\+zip|vnd\.openxml)|image\/(png|jpeg|webp|avif))/.test(
    type ?? '',
  )
}

/**
 * Compresses a page's response, as small as it gets or fast: pieces are then only joined, where the
 * browser takes gzip.
 */
export async function encodeResponse(
  page: MadeResponse,
  encodings: Pick<Encodings, 'best' | 'ofPieces'>,
  isSmallest: boolean,
): Promise<EncodedResponse> {
  if (!Buffer.isBuffer(page.body) && !isSmallest && encodings.ofPieces === 'gzip')
    return { ...withBody(page, 'gzip', gzipOf(page.body)), canShrink: 'gzip' }
  const whole = Buffer.isBuffer(page.body) ? page.body : bytesOf(page.body)
  const isWorth =
    whole.length > worthCompressing && isCompressible(page.headers.get('content-type'))
  const used = isWorth ? encodings.best : 'identity'
  const encoded = withBody(page, used, await encode(whole, used, !isSmallest))
  return used !== 'identity' && !isSmallest ? { ...encoded, canShrink: used } : encoded
}

function withBody(page: MadeResponse, used: Encoding, body: Buffer): EncodedResponse {
  const headers: [string, string][] = [...page.headers].filter(
    ([name]) => name !== 'set-cookie' && name !== 'vary',
  )
  if (!page.headers.has('cache-control')) headers.push(['Cache-Control', 'no-store'])
  headers.push(['Vary', [page.headers.get('vary'), 'Accept-Encoding'].filter(Boolean).join(', ')])
  if (used !== 'identity') headers.push(['Content-Encoding', used])
  headers.push(['Content-Length', String(body.length)])
  return { status: page.status, headers, body }
}

/** The same page compressed as small as it gets. */
export async function shrink(page: EncodedResponse): Promise<EncodedResponse> {
  const { canShrink, ...rest } = page
  if (!canShrink) return page
  const body = await encode(await decode(page.body, canShrink), canShrink, false)
  const others = page.headers.filter(([name]) => name !== 'Content-Length')
  return { ...rest, headers: [...others, ['Content-Length', String(body.length)]], body }
}

/** The encodings for a request: the smallest one, and the one for a page in pieces. */
export interface Encodings {
  best: Encoding
  ofPieces: Encoding
  /** Both, to name a page by. */
  key: string
}

const encodings = new Map<string, Encodings>()

/**
 * The encodings for a request. Headers repeat, so the choice is remembered for the first hundred
 * different ones.
 */
export function encodingsFor(request: IncomingMessage): Encodings {
  const header = String(request.headers['accept-encoding'] ?? '')
  const known = encodings.get(header)
  if (known) return known
  const best = chooseEncoding(header)
  const ofPieces = allowsEncoding(header, 'gzip') ? 'gzip' : best
  const chosen = { best, ofPieces, key: `${best} ${ofPieces}` }
  if (encodings.size < 100) encodings.set(header, chosen)
  return chosen
}

/** Sends a page, without its body where only the head was asked for. */
export function sendResponse(
  request: IncomingMessage,
  response: ServerResponse,
  page: EncodedResponse,
  more: readonly [string, string][],
  cookies: string[] = [],
) {
  const head: string[] = []
  for (const [name, value] of more) head.push(name, value)
  for (const [name, value] of page.headers) head.push(name, value)
  for (const cookie of cookies) head.push('Set-Cookie', cookie)
  response.writeHead(page.status, head)
  response.end(request.method === 'HEAD' ? undefined : page.body)
}
