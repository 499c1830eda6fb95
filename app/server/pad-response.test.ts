import { gunzipSync, gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { gzipOf, Piece } from '../platform/pieces/piece.server.ts'
import { padResponse, sizeStep } from './pad-response.ts'

function page(body: Buffer, encoding: string | null, type = 'text/html; charset=utf-8') {
  const headers: [string, string][] = [['Content-Type', type]]
  if (encoding) headers.push(['Content-Encoding', encoding])
  headers.push(['Content-Length', String(body.length)])
  return { status: 200, headers, body }
}
const lengthOf = ({ headers }: { headers: [string, string][] }) =>
  Number(headers.find(([name]) => name === 'Content-Length')?.[1])

test('a private page is whole steps long, and holds the same, however it is compressed', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 6000 }), (text) => {
      const bytes = Buffer.from(text)
      for (const file of [gzipSync(bytes), gzipOf([new Piece(text)])]) {
        const padded = padResponse(page(file, 'gzip'))
        expect(padded.body.length % sizeStep).toBe(0)
        expect(padded.body.length - file.length).toBeLessThan(sizeStep + 6)
        expect(lengthOf(padded)).toBe(padded.body.length)
        expect(gunzipSync(padded.body).equals(bytes)).toBe(true)
      }
      const plain = padResponse(page(bytes, null))
      expect(plain.body.length % sizeStep).toBe(0)
      expect(lengthOf(plain)).toBe(plain.body.length)
      expect(plain.body.toString().trimEnd()).toBe(bytes.toString().trimEnd())
    }),
  )
})

test('what is no page, and what has no place for it, stays as it is', () => {
  const json = page(Buffer.from('{}'), null, 'application/json')
  const brotli = page(Buffer.from('x'), 'br')
  expect(padResponse(json)).toBe(json)
  expect(padResponse(brotli)).toBe(brotli)
})
