import { brotliDecompressSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { encodeResponse, wholeOf } from './node-adapter.server.ts'

test('a document is sent byte for byte, though it is no text', async () => {
  const document = Buffer.from(Array.from({ length: 5000 }, (_, i) => (i * 167) % 256))
  const response = new Response(document, { headers: { 'Content-Type': 'application/pdf' } })
  const { body, headers } = await encodeResponse(
    await wholeOf(response),
    { best: 'br', ofPieces: 'gzip' },
    false,
  )
  expect(brotliDecompressSync(body)).toEqual(document)
  expect(headers).toContainEqual(['Content-Length', String(body.length)])
})

test.each([
  'application/epub+zip',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
])('a file that is compressed already is sent as it is: %s', async (type) => {
  const file = Buffer.alloc(5000, 'a')
  const response = new Response(file, { headers: { 'Content-Type': type } })
  const { body, headers } = await encodeResponse(
    await wholeOf(response),
    { best: 'br', ofPieces: 'gzip' },
    false,
  )
  expect(body).toEqual(file)
  expect(headers.map(([name]) => name)).not.toContain('Content-Encoding')
})
