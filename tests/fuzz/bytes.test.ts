import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { branch } from './course-fixtures.ts'
import { fuzzed, patience } from './fuzz-config.ts'
import { type FuzzedSite, startFuzzedSite } from './fuzzed-site.ts'
import { headerValue, oddSegment, oddText } from './odd-values.ts'
import { sendBytes, statusesIn } from './send.ts'

let site: FuzzedSite

beforeAll(async () => {
  site = await startFuzzedSite('bytes')
})
afterAll(() => site?.stop())

const target = fc.oneof(
  fc.constantFrom(
    '/en',
    branch,
    `${branch}/answer`,
    '/en/account',
    '/en/sign-in',
    '/healthz',
    '/icon.svg',
    '*',
    '',
    '/',
  ),
  fc.constantFrom(
    'http://evil.example/en',
    'http://[/',
    'http://a:b@c/en',
    'en',
    'foo:bar',
    '//',
    '///evil.example/',
    '/\\',
    '?',
    '/\0',
  ),
  oddSegment.map((odd) => `/en/${odd}`),
  oddText,
)
const method = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('GET', 'POST', 'HEAD') },
  fc.constantFrom(
    'CONNECT',
    'OPTIONS',
    'TRACE',
    'get',
    'FOO',
    '',
    'PRI',
    'G\0T',
    'GET '.repeat(50),
  ),
)
const version = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(' HTTP/1.1\r\n', ' HTTP/1.0\r\n') },
  fc.constantFrom(
    '\r\n',
    ' HTTP/2.0\r\n',
    ' HTTP/9.9\r\n',
    ' HTTP/1.1\n',
    '\tHTTP/1.1\r\n',
    ' HTTP/1.1 x\r\n',
    '',
  ),
)
const header = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      'Host: x',
      'Connection: close',
      'Connection: keep-alive',
      'Content-Type: application/x-www-form-urlencoded',
    ),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      'Content-Length: 5',
      'Content-Length: 0',
      'Content-Length: 7',
      'Content-Length: 5, 5',
      'Content-Length: -1',
      'Content-Length: +5',
      'Content-Length: 0x5',
      'Content-Length: 99999999999999999999',
      'Content-Length:',
      'Content-Length : 5',
      'Transfer-Encoding: chunked',
      'Transfer-Encoding: chunked, gzip',
      'Transfer-Encoding: xchunked',
      'Transfer-Encoding:\tidentity',
    ),
  },
  fc.constantFrom(
    'Expect: 100-continue',
    'Expect: miracles',
    'Upgrade: h2c',
    'Connection: Upgrade, HTTP2-Settings',
    'Host: a\r\nHost: b',
    'Host:',
    'Cookie: s=x\r\nCookie: s=y',
    'Cookie: s=\0',
    ' folded: yes',
    ': nameless',
    'no colon',
    `X: ${'x'.repeat(20_000)}`,
    'Y: z\r\n'.repeat(2500).trim(),
    'Te: trailers',
    'Trailer: Content-Length',
  ),
  oddText.map((odd) => `X-Odd: ${headerValue(odd)}`),
  oddText,
)
const body = fc.constantFrom(
  '',
  'a=b&c',
  'a=b',
  'a=b&cGET /en HTTP/1.1\r\nHost: x\r\n\r\n',
  '5\r\na=b&c\r\n0\r\n\r\n',
  '5\r\na=b',
  'z\r\n',
  'ffffffffffffffffff\r\n',
  '5;ext=\0\r\na=b&c\r\n0\r\nTrailer: x\r\n\r\n',
  '\0'.repeat(50),
)
const message = fc
  .tuple(
    method,
    target,
    version,
    fc.array(header, { maxLength: 6 }),
    fc.constantFrom('\r\n\r\n', '\r\n\r\n', '\r\n\r\n', '\n\n', '\r\n', ''),
    body,
  )
  .map(([verb, to, end, headers, blank, text]) =>
    Buffer.from(`${verb} ${to}${end}${headers.join('\r\n')}${blank}${text}`).toString('latin1'),
  )

/** Several messages on one connection, each whole or cut off, one packet or several. */
const conversation = fc.oneof(
  { weight: 8, arbitrary: fc.array(message, { minLength: 1, maxLength: 3 }) },
  { weight: 2, arbitrary: fc.tuple(message, fc.nat(300)).map(([text, at]) => [text.slice(0, at)]) },
  {
    weight: 1,
    arbitrary: fc.array(fc.string({ unit: 'binary', maxLength: 60 }), {
      minLength: 1,
      maxLength: 3,
    }),
  },
)

test(
  'P15: whatever bytes are sent, the server answers or closes, soon and without failing, stores nothing and goes on serving',
  async () => {
    const before = await site.stored()
    await fc.assert(
      fc.asyncProperty(
        fc.array(conversation, { minLength: 1, maxLength: 24, size: 'max' }),
        async (batch) => {
          site.complaints()
          const answers = await Promise.all(batch.map((pieces) => sendBytes(site.origin, pieces)))
          for (const answer of answers) {
            for (const status of statusesIn(answer)) expect(status).toBeLessThan(500)
            const whole = statusesIn(answer).filter((status) => status >= 200)
            expect([
              ...answer.matchAll(/\r\nContent-Security-Policy: default-src 'none'/g),
            ]).toHaveLength(whole.length)
          }
          expect((await site.ask({ method: 'GET', path: '/healthz', headers: {} })).status).toBe(
            200,
          )
          expect(await site.stored()).toBe(before)
          expect(site.complaints()).toEqual([])
        },
      ),
      fuzzed(0.25, 12),
    )
  },
  patience,
)
