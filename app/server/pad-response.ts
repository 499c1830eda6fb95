import type { EncodedResponse } from './node-adapter.server.ts'

/** A private page is as long as whole steps of so many bytes, as it is sent. */
export const sizeStep = 2048

// https://www.rfc-editor.org/rfc/rfc1952: the flags of a gzip file, the one that says that an extra
// field follows the ten bytes of the head, and what such a field takes at least.
const flagsAt = 3
const hasExtra = 4
const headBytes = 10
const fieldHead = 6

/** A gzip file that is longer by so many bytes, and holds the same. */
function longerGzip(file: Buffer, more: number): Buffer {
  const head = Buffer.from(file.subarray(0, headBytes))
  head.writeUInt8(head.readUInt8(flagsAt) | hasExtra, flagsAt)
  const field = Buffer.alloc(more)
  field.writeUInt16LE(more - 2, 0)
  field.write('Pa', 2, 'latin1')
  field.writeUInt16LE(more - fieldHead, 4)
  return Buffer.concat([head, field, file.subarray(headBytes)])
}

/**
 * A page whose length tells somebody in the network less: what was answered, and how far its reader
 * has come, changes a page by some bytes, and pages are whole steps long. A page compressed with
 * Brotli has no place for that, and stays as it is; so does a redirect, which says nothing but where to.
 */
export function padResponse(page: EncodedResponse): EncodedResponse {
  const header = (name: string) =>
    page.headers.find(([one]) => one.toLowerCase() === name)?.[1] ?? ''
  const encoding = header('content-encoding')
  const isGzip = encoding === 'gzip'
  if (!header('content-type').startsWith('text/html') || (encoding && !isGzip)) return page
  if (page.body.length === 0 || (page.status >= 300 && page.status < 400)) return page
  const { length } = page.body
  const size = Math.ceil((length + (isGzip ? fieldHead : 0)) / sizeStep) * sizeStep
  const body = isGzip
    ? longerGzip(page.body, size - length)
    : Buffer.concat([page.body, Buffer.alloc(size - length, '\n')])
  const headers = page.headers.map(([name, value]): [string, string] =>
    name.toLowerCase() === 'content-length' ? [name, String(size)] : [name, value],
  )
  return { ...page, headers, body }
}
