import { brotliDecompressSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { encodeResponse } from './node-adapter.server.ts'

test('a document is sent byte for byte, though it is no text', async () => {
  const document = Buffer.from(Array.from({ length: 5000 }, (_, i) => (i * 167) % 256))
  const response = new Response(document, { headers: { 'Content-Type': 'application/zip' } })
  const { body, headers } = await encodeResponse(response, document, 'br', false)
  expect(brotliDecompressSync(body)).toEqual(document)
  expect(headers).toContainEqual(['Content-Length', String(body.length)])
})
