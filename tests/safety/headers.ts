import { createHash } from 'node:crypto'

/** Every feature that a browser must refuse to the site's pages. */
const refusedFeatures =
  'accelerometer=(), autoplay=(), browsing-topics=(), camera=(), clipboard-read=(), display-capture=(), encrypted-media=(), ' +
  'fullscreen=(), geolocation=(), gyroscope=(), hid=(), identity-credentials-get=(), idle-detection=(), magnetometer=(), ' +
  'microphone=(), midi=(), payment=(), picture-in-picture=(), publickey-credentials-get=(), screen-wake-lock=(), serial=(), ' +
  'storage-access=(), usb=(), xr-spatial-tracking=()'

/**
 * The security headers that every answer of a site must have, written out: what the site's own code
 * makes them of plays no part. Only the hashes of the styles and the script that stand in its pages
 * are worked out, from the pages themselves.
 */
export async function headersOf(origin: string): Promise<[name: string, value: string][]> {
  const pageAt = async (path: string) => (await fetch(origin + path)).text()
  const served = (await fetch(`${origin}/en`)).headers.get('content-security-policy') ?? ''
  const html = await pageAt('/en')
  const chapter = await pageAt('/en/courses/run-a-party/the-branch')
  const hash = (tag: string, html: string) => {
    const [, text = ''] = new RegExp(`<${tag}[^>]*>([\\s\\S]*?)</${tag}>`).exec(html) ?? []
    return `'sha256-${createHash('sha256').update(text).digest('base64')}'`
  }
  // Reading comfort stands in the pages of those alone who chose it: one hash more, and no other
  // source. That it is the right one shows where the choice is seen (reading-comfort.spec.ts).
  const [, comfort = ''] = /style-src \S+ \S+ ('sha256-[\w+/]{43}=');/.exec(served) ?? []
  return [
    [
      'Content-Security-Policy',
      `default-src 'none'; script-src ${hash('script', html)} ${hash('script', chapter)}; ` +
        `style-src ${hash('style', html)} ${hash('style', chapter)} ${comfort}; ` +
        "img-src 'self'; font-src 'self'; " +
        "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    ],
    ['Referrer-Policy', 'no-referrer'],
    ['Permissions-Policy', refusedFeatures],
    ['X-Content-Type-Options', 'nosniff'],
    ['X-Frame-Options', 'DENY'],
    ['Cross-Origin-Opener-Policy', 'same-origin'],
    ['Cross-Origin-Embedder-Policy', 'require-corp'],
    ['Cross-Origin-Resource-Policy', 'same-origin'],
    ['Origin-Agent-Cluster', '?1'],
    ['X-Robots-Tag', 'noindex'],
  ]
}

/**
 * The headers of the page that may give a browser a worker, out of those of all others: its own
 * script in the place of theirs, and the worker.
 */
export async function takeHeadersOf(
  origin: string,
  usual: [string, string][],
): Promise<[name: string, value: string][]> {
  const html = await (await fetch(origin + takePath)).text()
  const [, script = ''] = /<script[^>]*>([\s\S]*?)<\/script>/.exec(html) ?? []
  const hash = createHash('sha256').update(script).digest('base64')
  return usual.map(([name, value]) =>
    name === 'Content-Security-Policy'
      ? [
          name,
          `${value.replace(/script-src [^;]+/, `script-src 'sha256-${hash}'`)}; worker-src 'self'`,
        ]
      : [name, value],
  )
}

/** The address of that page, and whether a path is one in whatever language and course. */
const takePath = '/en/courses/run-a-party/take'
export const isTakePath = (path: string) => /^\/[\w-]+\/courses\/[\w-]+\/take\/?(\?|$)/.test(path)

/** What is added behind TLS. */
export const strictTransport: [string, string] = [
  'Strict-Transport-Security',
  'max-age=63072000; includeSubDomains',
]

/** Whether it is a file that can be gone on with, which is the same for everybody. */
const isFile = (headers: Record<string, string | string[] | undefined>) =>
  headers['accept-ranges'] === 'bytes' &&
  String(headers['content-disposition']).startsWith('attachment; filename="notes')

/**
 * What is wrong with an answer's headers. Their names come in small letters, as Node gives them.
 */
export function amissIn(
  headers: Record<string, string | string[] | undefined>,
  expected: [string, string][],
): string[] {
  const wrong = expected
    .filter(([name, value]) => headers[name.toLowerCase()] !== value)
    .map(([name]) => `${name} is ${headers[name.toLowerCase()]}`)
  const telling = ['server', 'x-powered-by', 'etag', 'last-modified']
    .filter((name) => headers[name] !== undefined && !(name === 'etag' && isFile(headers)))
    .map((name) => `${name} is there`)
  const cached =
    headers['cache-control'] === 'no-store' ? [] : [`Cache-Control is ${headers['cache-control']}`]
  return [...wrong, ...telling, ...cached]
}
