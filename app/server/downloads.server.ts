import type { IncomingMessage, ServerResponse } from 'node:http'
import type { HeldFile } from '../packages/held-file.server.ts'
import { shareOf } from '../platform/workers/share.server.ts'
import { type ByteRange, byteRange } from './byte-range.ts'
import { encodingsFor, isCompressible } from './node-adapter.server.ts'

// A slow network takes one part in some seconds: 16 KB at 2 KB a second in eight.
const partBytes = 16 * 1024

/** How many files are sent at once, and how long somebody may take nothing of one. */
export interface DownloadLimits {
  max: number
  /** Who has taken nothing for so long, in milliseconds, is let go of. */
  patience: number
  /** Who has taken nothing for so long makes room where it is needed. */
  patienceWhenFull: number
}

const usual: DownloadLimits = { max: shareOf(300), patience: 120_000, patienceWhenFull: 60_000 }

interface Open {
  response: ServerResponse
  /** Held as well as what is sent of it, so that nobody reads it again meanwhile. */
  file: HeldFile
  /** When something was taken last. */
  at: number
}

/**
 * Sends files that are too large for a page, each in parts, the next when the one before has been
 * taken. A reader costs the part that waits, not a file. There are only so many at once; a reader
 * who takes nothing is let go of, one who is slow and goes on never is.
 */
export class Downloads {
  #open = new Set<Open>()
  #limits: DownloadLimits

  constructor(limits: Partial<DownloadLimits> = {}) {
    this.#limits = { ...usual, ...limits }
  }

  /** Whether one more may begin. Lets go of who took nothing for longest, where that is long. */
  #hasRoom(): boolean {
    if (this.#open.size < this.#limits.max) return true
    const [slowest] = [...this.#open].sort((a, b) => a.at - b.at)
    if (!slowest || performance.now() - slowest.at < this.#limits.patienceWhenFull) return false
    this.#letGo(slowest)
    return true
  }

  #letGo(one: Open) {
    this.#open.delete(one)
    one.response.destroy()
  }

  /**
   * Sends a file, or the part that was asked for, with these headers, compressed where it gets
   * smaller by it, and resolves to true when it is over; to false, with nothing sent, where too many are being sent.
   */
  async send(
    request: IncomingMessage,
    response: ServerResponse,
    file: HeldFile,
    headers: readonly [string, string][],
  ): Promise<boolean> {
    if (!this.#hasRoom()) return false
    const one = { response, file, at: performance.now() }
    this.#open.add(one)
    const { patience } = this.#limits
    const watch = setInterval(() => {
      if (performance.now() - one.at >= patience) this.#letGo(one)
    }, patience / 10).unref()
    try {
      await sendParts(request, one, headers)
    } finally {
      clearInterval(watch)
      this.#open.delete(one)
    }
    return true
  }
}

async function sendParts(
  request: IncomingMessage,
  one: Open,
  headers: readonly [string, string][],
) {
  const { response, file } = one
  const type = headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? ''
  const encoding = isCompressible(type) ? encodingsFor(request).best : 'identity'
  const body = await file.encodedAs(encoding)
  const tag = file.tagIn(encoding)
  const range: ByteRange =
    request.method === 'GET'
      ? byteRange(request.headers, { size: body.length, tag })
      : { kind: 'whole' }
  const { start, end } = range.kind === 'part' ? range : { start: 0, end: body.length }
  const all = headers.filter(([name]) => name.toLowerCase() !== 'content-length')
  all.push(['Accept-Ranges', 'bytes'], ['ETag', tag])
  if (range.kind === 'none') {
    all.push(['Content-Range', `bytes */${body.length}`], ['Content-Length', '0'])
    return void response.writeHead(416, all.flat()).end()
  }
  if (range.kind === 'part') all.push(['Content-Range', `bytes ${start}-${end - 1}/${body.length}`])
  all.push(['Content-Length', String(end - start)])
  if (encoding !== 'identity') all.push(['Content-Encoding', encoding])
  response.writeHead(range.kind === 'part' ? 206 : 200, all.flat())
  const last = request.method === 'HEAD' ? 0 : end
  for (let at = start; at < last && !response.destroyed; at += partBytes) {
    if (!response.write(body.subarray(at, Math.min(at + partBytes, last)))) await drained(response)
    one.at = performance.now()
  }
  response.end()
}

/** Resolves when what was written has been taken, or when nobody is there any more. */
function drained(response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      response.off('drain', done).off('close', done)
      resolve()
    }
    response.on('drain', done).on('close', done)
  })
}
