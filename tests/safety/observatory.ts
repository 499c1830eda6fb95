/**
 * The rules of MDN's HTTP Observatory, rewritten from its published tests and score table:
 * github.com/mdn/mdn-http-observatory, version 1.4.10, `src/analyzer/tests` and
 * `src/grader/charts.js`. Not here: what only a real network shows (certificates, the preload
 * list).
 */

/**
 * What the Observatory looks at: the answer of the start page, where `http://` led to (null: nobody
 * answers there), every cookie that is set.
 */
export interface Scanned {
  headers: Readonly<Record<string, string | string[] | undefined>>
  html: string
  httpRoute: string[] | null
  cookies: readonly string[]
}

/** What one rule says: its finding, and how it changes the score. */
export interface Finding {
  rule: string
  found: string
  modifier: number
}

const broad = ['ftp:', 'http:', 'https:', '*', 'http://*', 'http://*.*', 'https://*', 'https://*.*']
const broadOrInline = [...broad, "'unsafe-inline'", 'data:']

function headerOf({ headers }: Scanned, name: string): string {
  return [headers[name] ?? ''].flat().join(', ').trim()
}

function policyOf(scanned: Scanned): Map<string, string[]> | null {
  const policy = new Map<string, string[]>()
  for (const part of headerOf(scanned, 'content-security-policy').toLowerCase().split(';')) {
    const [directive = '', ...sources] = part.trim().split(/\s+/)
    if (directive === '') continue
    if (policy.has(directive)) return null
    policy.set(
      directive,
      sources.length > 0 ? sources : directive.endsWith('-src') ? ["'none'"] : [],
    )
  }
  return policy
}

function contentSecurityPolicy(scanned: Scanned): [string, number] {
  const policy = policyOf(scanned)
  if (policy === null) return ['invalid', -25]
  if (policy.size === 0) return ['not implemented', -25]
  const sources = (name: string) => {
    const found = policy.get(name) ?? policy.get('default-src') ?? ['*']
    return found.some((one) => /^'(sha(256|384|512)|nonce)-/.test(one))
      ? found.filter((one) => one !== "'unsafe-inline'")
      : found
  }
  const [scripts, styles, objects] = [
    sources('script-src'),
    sources('style-src'),
    sources('object-src'),
  ]
  const passive = [...sources('img-src'), ...sources('media-src')]
  const active = [...policy]
    .filter(([name]) => !['img-src', 'media-src', 'script-src'].includes(name))
    .flatMap(([, all]) => all)
  const isPlain = (source: string) => source.startsWith('http:') || source.startsWith('ftp:')
  if (
    scripts.some((one) => broadOrInline.includes(one)) ||
    objects.some((one) => broad.includes(one))
  )
    return ['unsafe inline', -20]
  if ([...active, ...scripts].some(isPlain)) return ['insecure scheme', -20]
  if ([...scripts, ...styles].includes("'unsafe-eval'")) return ['unsafe eval', -10]
  if (passive.some(isPlain)) return ['insecure scheme for pictures', -10]
  if (styles.some((one) => broadOrInline.includes(one))) return ['unsafe inline styles', 0]
  return policy.get('default-src')?.join() === "'none'"
    ? ['nothing by default', 10]
    : ['nothing unsafe', 5]
}

function cookies({ cookies: all, ...scanned }: Scanned): [string, number] {
  if (all.length === 0) return ['none', 0]
  const hasHsts = transportSecurity({ ...scanned, cookies: all })[1] >= 0
  const findings = all.map((cookie): [string, number] => {
    const [name = '', ...rest] = cookie.split(';').map((part) => part.trim())
    const attributes = new Map(
      rest.map((part) => [...part.toLowerCase().split('='), ''] as unknown as [string, string]),
    )
    const isSession = /login|sess/i.test(name.split('=')[0] as string)
    const sameSite = attributes.get('samesite')
    const isSecure = attributes.has('secure')
    if (isSession && !isSecure && !hasHsts) return ['a session not secure', -40]
    if (isSession && !attributes.has('httponly')) return ['a session that script can read', -30]
    if (attributes.has('samesite') && !['lax', 'strict', 'none'].includes(sameSite ?? ''))
      return ['SameSite is invalid', -20]
    if (sameSite === 'none' && !isSecure) return ['SameSite is invalid', -20]
    if (/csrf/i.test(name) && !sameSite) return ['a token without SameSite', -20]
    if (!isSecure)
      return hasHsts ? ['not secure, but HSTS', isSession ? -10 : -5] : ['not secure', -20]
    return sameSite ? ['secure, with SameSite', 5] : ['secure', 0]
  })
  return findings.sort((a, b) => a[1] - b[1])[0] as [string, number]
}

function sharing(scanned: Scanned): [string, number] {
  const allowed = headerOf(scanned, 'access-control-allow-origin')
  const isForAll =
    allowed !== '' &&
    allowed !== '*' &&
    headerOf(scanned, 'access-control-allow-credentials').toLowerCase() === 'true'
  return isForAll
    ? ['universal access', -50]
    : [allowed === '' ? 'not implemented' : 'public or restricted', 0]
}

function redirection({ httpRoute: route }: Scanned): [string, number] {
  if (route === null) return ['not needed, no http', 0]
  const [first, second] = route.map((address) => new URL(address))
  if (!second) return ['missing', -20]
  if (!route.at(-1)?.startsWith('https:')) return ['not to https', -20]
  if (second.protocol === 'http:') return ['not to https at first', -10]
  return first?.hostname === second.hostname ? ['to https', 0] : ['to another host', -5]
}

function referrer(scanned: Scanned): [string, number] {
  const header = headerOf(scanned, 'referrer-policy').toLowerCase()
  const isGood = /^(no-referrer|same-origin|strict-origin|strict-origin-when-cross-origin)$/
  const isBad = /^(origin|origin-when-cross-origin|unsafe-url|no-referrer-when-downgrade)$/
  if (header === '') return ['not implemented', 0]
  const last = header
    .split(',')
    .map((one) => one.trim())
    .filter((one) => isGood.test(one) || isBad.test(one))
    .at(-1)
  return last && isGood.test(last) ? ['private', 5] : [last ? 'unsafe' : 'invalid', -5]
}

function transportSecurity(scanned: Scanned): [string, number] {
  const header = headerOf(scanned, 'strict-transport-security').toLowerCase()
  if (header === '') return ['not implemented', -20]
  const seconds = /(?:^|;)\s*max-age=(\d+)/.exec(header)?.[1]
  if (header.includes(',') || seconds === undefined) return ['invalid', -20]
  return Number(seconds) >= 15_552_000 ? ['six months at least', 0] : ['less than six months', -10]
}

function integrity({ html }: Scanned): [string, number] {
  const scripts = [...html.matchAll(/<script\b([^>]*)>/g)].map((match) => match[1] as string)
  if (scripts.length === 0) return ['no scripts', 0]
  const loaded = scripts.flatMap((attributes) => {
    const address = /\bsrc="([^"]*)"/.exec(attributes)?.[1]
    return address === undefined
      ? []
      : [{ address, hasIntegrity: attributes.includes('integrity=') }]
  })
  const foreign = loaded.filter(({ address }) => /^(https?:)?\/\//.test(address))
  if (foreign.some(({ address, hasIntegrity }) => !address.startsWith('https:') && !hasIntegrity))
    return ['insecure scripts', -50]
  if (foreign.some(({ address }) => !address.startsWith('https:')))
    return ['insecure scripts with integrity', -20]
  if (foreign.some(({ hasIntegrity }) => !hasIntegrity)) return ['foreign scripts', -5]
  if (foreign.length > 0 || loaded.some(({ hasIntegrity }) => hasIntegrity)) return ['integrity', 5]
  return ['scripts of this origin only', 0]
}

function sniffing(scanned: Scanned): [string, number] {
  const header = headerOf(scanned, 'x-content-type-options').toLowerCase()
  return header === 'nosniff' ? ['nosniff', 0] : [header === '' ? 'not implemented' : 'invalid', -5]
}

function framing(scanned: Scanned): [string, number] {
  if (policyOf(scanned)?.has('frame-ancestors')) return ['by policy', 5]
  const header = headerOf(scanned, 'x-frame-options').toLowerCase()
  return /^(deny|sameorigin|allow-from .*)$/.test(header)
    ? ['by header', 0]
    : [header === '' ? 'not implemented' : 'invalid', -20]
}

function resourcePolicy(scanned: Scanned): [string, number] {
  const header = headerOf(scanned, 'cross-origin-resource-policy').toLowerCase()
  if (header === 'same-origin' || header === 'same-site') return [header, 10]
  return header === '' || header === 'cross-origin'
    ? [header || 'not implemented', 0]
    : ['invalid', -5]
}

const rules = {
  'content-security-policy': contentSecurityPolicy,
  cookies,
  'cross-origin-resource-sharing': sharing,
  redirection,
  'referrer-policy': referrer,
  'strict-transport-security': transportSecurity,
  'subresource-integrity': integrity,
  'x-content-type-options': sniffing,
  'x-frame-options': framing,
  'cross-origin-resource-policy': resourcePolicy,
} as const

/** What every rule finds. */
export function findingsOf(scanned: Scanned): Finding[] {
  return Object.entries(rules).map(([rule, apply]) => {
    const [found, modifier] = apply(scanned)
    return { rule, found, modifier }
  })
}

/**
 * The score: 100 and all modifiers; extra credit counts only from 90 up without it. From 100 up the
 * grade is A+.
 */
export function scoreOf(scanned: Scanned): number {
  const modifiers = findingsOf(scanned).map(({ modifier }) => modifier)
  const without = modifiers.filter((one) => one < 0).reduce((sum, one) => sum + one, 100)
  return without >= 90 ? modifiers.reduce((sum, one) => sum + one, 100) : Math.max(0, without)
}
