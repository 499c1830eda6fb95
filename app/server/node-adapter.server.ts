import type { IncomingMessage, ServerResponse } from 'node:http'
import { chooseEncoding, decode, type Encoding, encode } from '../platform/encoding.server.ts'

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

const worthCompressing = 500

/** Whether a file is smaller compressed. A book, a document and a spreadsheet are zips already. */
export function isCompressible(type: string | null): boolean {
  return !/^(application\/(zip|epub\+zip|vnd\.openxml)|image\/(png|jpeg|webp|avif))/.test(
    type ?? '',
  )
}

/** Compresses a page's response, fast or as small as it gets. */
export async function encodeResponse(
  page: Response,
  whole: Buffer,
  encoding: Encoding,
  isSmallest: boolean,
): Promise<EncodedResponse> {
  const isWorth =
    whole.length > worthCompressing && isCompressible(page.headers.get('content-type'))
  const used = isWorth ? encoding : 'identity'
  const body = await encode(whole, used, !isSmallest)
  const headers: [string, string][] = [...page.headers].filter(
    ([name]) => name !== 'set-cookie' && name !== 'vary',
  )
  if (!page.headers.has('cache-control')) headers.push(['Cache-Control', 'no-store'])
  headers.push(['Vary', [page.headers.get('vary'), 'Accept-Encoding'].filter(Boolean).join(', ')])
  if (used !== 'identity') headers.push(['Content-Encoding', used])
  headers.push(['Content-Length', String(body.length)])
  return {
    status: page.status,
    headers,
    body,
    ...(used !== 'identity' && !isSmallest && { canShrink: used }),
  }
}

/** The same page compressed as small as it gets. */
export async function shrink(page: EncodedResponse): Promise<EncodedResponse> {
  const { canShrink, ...rest } = page
  if (!canShrink) return page
  const body = await encode(await decode(page.body, canShrink), canShrink, false)
  const others = page.headers.filter(([name]) => name !== 'Content-Length')
  return { ...rest, headers: [...others, ['Content-Length', String(body.length)]], body }
}

const encodings = new Map<string, Encoding>()

/**
 * The encoding for a request. Headers repeat, so the choice is remembered for the first hundred
 * different ones.
 */
export function encodingFor(request: IncomingMessage): Encoding {
  const header = String(request.headers['accept-encoding'] ?? '')
  const known = encodings.get(header)
  if (known) return known
  const encoding = chooseEncoding(header)
  if (encodings.size < 100) encodings.set(header, encoding)
  return encoding
}

/** Sends a page, without its body where only the head was asked for. */
export function sendResponse(
  request: IncomingMessage,
  response: ServerResponse,
  page: EncodedResponse,
  more: Readonly<Record<string, string>> | readonly [string, string][],
  cookies: string[] = [],
) {
  const all = [
    ...(Array.isArray(more) ? more : Object.entries(more)),
    ...page.headers,
    ...cookies.map((cookie) => ['Set-Cookie', cookie]),
  ]
  response.writeHead(page.status, all.flat() as string[])
  response.end(request.method === 'HEAD' ? undefined : page.body)
}
