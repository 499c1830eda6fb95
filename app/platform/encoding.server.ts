import { promisify } from 'node:util'
import { brotliCompress, brotliDecompress, constants, gunzip, gzip } from 'node:zlib'

/** How a body is compressed. */
export type Encoding = 'br' | 'gzip' | 'identity'

const toBrotli = promisify(brotliCompress)
const toGzip = promisify(gzip)
const fromBrotli = promisify(brotliDecompress)
const fromGzip = promisify(gunzip)

/** Whether an Accept-Encoding header allows an encoding. */
export function allowsEncoding(header: string | undefined, name: Encoding): boolean {
  const offered = (header ?? '').toLowerCase()
  return new RegExp(`(^|[,\\s])${name}(?!\\s*;\\s*q=0(\\.0*)?\\s*(,|$))\\s*(;|,|$)`).test(offered)
}

/** The best encoding that an Accept-Encoding header allows. */
export function chooseEncoding(header: string | undefined): Encoding {
  if (allowsEncoding(header, 'br')) return 'br'
  return allowsEncoding(header, 'gzip') ? 'gzip' : 'identity'
}

/**
 * Compresses a body. `once` is for what is sent a single time and must not keep anyone waiting;
 * otherwise as small as it gets.
 */
export async function encode(bytes: Buffer, encoding: Encoding, once: boolean): Promise<Buffer> {
  if (encoding === 'br') {
    return toBrotli(bytes, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: once ? 4 : 11,
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      },
    })
  }
  if (encoding === 'gzip') return toGzip(bytes, { level: once ? 6 : 9 })
  return bytes
}

/** A body that was compressed here, as it was before. */
export async function decode(body: Buffer, encoding: Encoding): Promise<Buffer> {
  if (encoding === 'br') return fromBrotli(body)
  return encoding === 'gzip' ? fromGzip(body) : body
}
