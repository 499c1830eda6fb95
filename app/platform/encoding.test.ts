import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chooseEncoding, decode, encode } from './encoding.server.ts'

describe('the encoding for a browser', () => {
  test.each([
    ['gzip, deflate, br', 'br'],
    ['gzip, deflate, br, zstd', 'br'],
    ['br;q=0.1, gzip;q=1', 'br'],
    ['GZIP', 'gzip'],
    ['gzip;q=1.0, *;q=0', 'gzip'],
    ['br;q=0, gzip', 'gzip'],
    ['br; q=0.000 , gzip', 'gzip'],
    ['br;q=0.001', 'br'],
    ['br;q=0, gzip;q=0', 'identity'],
    ['deflate', 'identity'],
    ['xbr, gzipped', 'identity'],
    ['identity', 'identity'],
    ['', 'identity'],
    [undefined, 'identity'],
  ])('%s gives %s', (header, encoding) => {
    expect(chooseEncoding(header)).toBe(encoding)
  })

  test('is one of three, whatever a browser sends', () => {
    fc.assert(
      fc.property(fc.string(), (header) =>
        ['br', 'gzip', 'identity'].includes(chooseEncoding(header)),
      ),
    )
  })
})

test('a body comes out as it went in, whether it is a text or not', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 2000 }), fc.boolean(), async (bytes, once) => {
      const body = Buffer.from(bytes)
      for (const encoding of ['br', 'gzip', 'identity'] as const)
        expect(await decode(await encode(body, encoding, once), encoding)).toEqual(body)
    }),
    { numRuns: 20 },
  )
})

test('a page that is kept is made smaller than one that is sent once', async () => {
  const lines = Array.from({ length: 400 }, (_, i) => `<p>The branch meets on day ${i * 7919}.</p>`)
  const page = Buffer.from(lines.join('\n'))
  for (const encoding of ['br', 'gzip'] as const)
    expect((await encode(page, encoding, false)).length).toBeLessThanOrEqual(
      (await encode(page, encoding, true)).length,
    )
})
