import fc from 'fast-check'
import { fieldNames, fieldWords, questions, routes, sections, slugs } from './course-fixtures.ts'
import { headerValue, oddSegment, oddText } from './odd-values.ts'
import type { Sent } from './send.ts'

/** Stands for a learner's session in a Cookie header until the request is sent. */
export const learnersToken = 'TOKEN-OF-A-LEARNER'

/** Mostly what is known, now and then something odd. */
function mostly(known: string[], odd: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom(...known) },
    { weight: 1, arbitrary: odd },
  )
}

const segments: Record<string, fc.Arbitrary<string>> = {
  $lang: mostly(['en', 'sv', 'en-XB', 'EN', 'xx'], oddSegment),
  $course: mostly(['run-a-party'], oddSegment),
  $chapter: mostly(slugs, oddSegment),
  $: oddSegment,
}

const notRoutes = [
  '/healthz',
  '/livez',
  '/readyz',
  '/icon.svg',
  '/favicon.ico',
  '/__manifest',
  '/_root.data',
  '/assets/x.js',
  '/server.js',
  '/.env',
  '//',
  '/.',
]

const path = fc.oneof(
  {
    weight: 9,
    arbitrary: fc
      .constantFrom(...routes)
      .chain((route) =>
        fc.tuple(...route.map((segment) => segments[segment] ?? mostly([segment], oddSegment))),
      )
      .map((parts) => `/${parts.join('/')}`),
  },
  { weight: 1, arbitrary: fc.constantFrom(...notRoutes) },
)

const ending = fc.oneof(
  { weight: 6, arbitrary: fc.constant('') },
  fc.constantFrom('.data', '/', '//', '/..', '/%2e', '.html', ';a', '#top'),
)

const queryNames = [
  'q',
  'country',
  'again',
  'to',
  'done',
  'index',
  '_routes',
  'p',
  'version',
  '__proto__',
  'constructor',
]
const queryValues = [
  'ZA',
  'branch',
  'members meeting',
  'who-went-home',
  '/en/account',
  'passphrase',
  'root',
  'routes/$lang',
  '/en,/sv',
]

const pair = (name: fc.Arbitrary<string>, value: fc.Arbitrary<string>) =>
  fc.tuple(name, value).map(([one, other]) => `${one}=${encodeURIComponent(other)}`)

const query = fc.oneof(
  { weight: 3, arbitrary: fc.constant('') },
  {
    weight: 4,
    arbitrary: fc
      .array(pair(mostly(queryNames, oddSegment), mostly(queryValues, oddText)), { maxLength: 4 })
      .map((all) => `?${all.join('&')}`),
  },
  { weight: 1, arbitrary: oddSegment.map((odd) => `?${odd}`) },
)

/** An address that Node's own client agrees to send. */
const address = fc
  .tuple(path, ending, query)
  .map((parts) => parts.join('').replace(/[^\x21-\xff]/g, (odd) => encodeURIComponent(odd)))

const headerNames = [
  'Accept',
  'Accept-Encoding',
  'Accept-Language',
  'Content-Type',
  'Forwarded',
  'If-Modified-Since',
  'If-None-Match',
  'Origin',
  'Purpose',
  'Range',
  'Referer',
  'Sec-Fetch-Site',
  'User-Agent',
  'X-Forwarded-Host',
  'X-Forwarded-Proto',
  'X-HTTP-Method-Override',
  'X-Original-URL',
  'X-Remix-Reload-Document',
  'X-Requested-With',
]
const headerValues = [
  '*/*',
  'application/json',
  'text/html;q=',
  'br, gzip;q=0, *;q=0.5',
  'br;q=1;q=0,,,gzip',
  'sv;q=9, en;q=-1, *;q=.',
  'en-US,en;q=0.5',
  ','.repeat(2000),
  'bytes=0-',
  'bytes=9-1',
  'bytes=-99999999999999999999',
  'none',
  'null',
  'http://[',
  'DELETE',
  'W/"x"',
  'Thu, 99 Foo 2026 99:99:99 GMT',
]

const cookie = fc.oneof(
  fc.constantFrom(
    `s=${learnersToken}`,
    `s=${learnersToken}; s=other`,
    `s=${'a'.repeat(40)}`,
    's=',
    's=;s=;s',
    '__Host-s=x',
    's=__proto__',
    ';;;===;',
    `s=${'2'.repeat(6000)}`,
  ),
  oddText.map((odd) => headerValue(`s=${odd}; ${odd}=s`)),
)

const headers = fc.dictionary(
  mostly(headerNames, fc.constant('X-Odd')),
  mostly(headerValues, oddText.map(headerValue)),
  {
    maxKeys: 3,
    noNullPrototype: true,
  },
)

const manyHeaders = fc
  .tuple(headers, fc.option(cookie, { freq: 2, nil: undefined }))
  .map(([some, one]) => (one === undefined ? some : { ...some, Cookie: one }))

/** A page asked for in a way that no link of the site does, by a guest or a learner. */
export const oddGet: fc.Arbitrary<Sent> = fc.record({
  method: fc.oneof(
    { weight: 8, arbitrary: fc.constant('GET') },
    fc.constantFrom('HEAD', 'OPTIONS', 'PUT', 'DELETE', 'TRACE', 'PROPFIND'),
  ),
  path: address,
  headers: manyHeaders,
})

const questionFields = questions.flatMap(({ id, parts }) => [
  `q.${id}`,
  ...parts.map((part) => `q.${id}.${part}`),
])
const names = ['intent', 'check', 'again', 'checked', ...fieldNames]
const fieldValues = [
  ...fieldWords,
  'answer',
  'read',
  'unread',
  'bookmark',
  'unbookmark',
  'on',
  'A',
  '1',
  '3',
  '/en/progress',
  ...questions.map(({ id }) => id),
  ...questions.flatMap(({ parts }) => parts),
  ...sections,
]

const looseFields = fc.array(
  fc.tuple(
    mostly([...names, ...names, ...questionFields], oddText),
    mostly(fieldValues, oddText),
  ) as fc.Arbitrary<[string, string]>,
  { maxLength: 6 },
)

/** A chapter's form as the page sends it, then with a field too many or none. */
const answers = fc
  .tuple(
    fc.constantFrom(...questions).chain(({ id, parts }) =>
      fc.record({
        id: mostly([id, ''], oddText),
        given: fc.oneof(
          fc
            .subarray(parts)
            .map((chosen) => chosen.map((part): [string, string] => [`q.${id}`, part])),
          fc.tuple(
            ...parts.map((part, i) =>
              mostly([String(i + 1)], oddText).map((place): [string, string] => [
                `q.${id}.${part}`,
                place,
              ]),
            ),
          ),
        ),
      }),
    ),
    fc.constantFrom('check', 'again', 'checked'),
    fc.option(looseFields, { freq: 3, nil: [] }),
  )
  .map(([{ id, given }, button, more]): [string, string][] => [
    ['intent', 'answer'],
    ...given,
    [button, id],
    ...more.slice(0, 1),
  ])

const visits = fc
  .tuple(
    fc.constantFrom('read', 'unread', 'bookmark', 'unbookmark', 'other'),
    fc.option(mostly(sections, oddText), { nil: undefined }),
  )
  .map(([intent, section]): [string, string][] => [
    ['intent', section === undefined ? intent : `${intent}:${section}`],
  ])

const formBody = fc
  .oneof(looseFields, answers, visits)
  .map((fields) => new URLSearchParams(fields).toString())

const strangeBody = fc.oneof(
  oddSegment,
  fc.constantFrom(
    '{"intent":"answer"}',
    '--x\r\nContent-Disposition: form-data; name="intent"\r\n\r\nread\r\n--x--\r\n',
    '=&=&%&+=',
    '&'.repeat(60_000),
  ),
  fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes).toString('latin1')),
  fc.constantFrom(65_535, 65_536, 65_537, 100_000).map((length) => `a=${'x'.repeat(length - 2)}`),
)

const contentType = fc.oneof(
  { weight: 6, arbitrary: fc.constant('application/x-www-form-urlencoded') },
  fc.constantFrom(
    'application/x-www-form-urlencoded; charset=utf-16',
    'application/x-www-form-urlencodedx',
    'APPLICATION/X-WWW-FORM-URLENCODED',
    'multipart/form-data; boundary=x',
    'multipart/form-data',
    'application/json',
    'text/plain',
    '',
    ';',
  ),
)

// Signing in and up hash a passphrase each time, which is slow by design: their pages come up as
// rarely as any other.
const postPath = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .constantFrom('', '/answer', '.data', '?again=x')
      .map((end) => `/en/courses/run-a-party/the-branch${end}`),
  },
  { weight: 2, arbitrary: fc.constantFrom('/en/account', '/en/sign-out', '/sv/account.data') },
  { weight: 4, arbitrary: address },
)

/** A form sent in a way that no page of the site does, by a guest or a learner. */
export const oddPost: fc.Arbitrary<Sent> = fc
  .record({
    path: postPath,
    type: contentType,
    headers: fc.oneof({ weight: 3, arbitrary: fc.constant({}) }, headers),
    cookie: fc.oneof(
      { weight: 5, arbitrary: fc.constant(`s=${learnersToken}`) },
      { weight: 1, arbitrary: cookie },
      fc.constant(undefined),
    ),
    body: fc.oneof({ weight: 5, arbitrary: formBody }, strangeBody),
  })
  .map(({ path: to, type, headers: some, cookie: one, body }) => ({
    method: 'POST',
    path: to,
    headers: { ...some, 'Content-Type': type, ...(one === undefined ? {} : { Cookie: one }) },
    body,
  }))
