import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Expected } from './expectation.ts'
import { expectedRoutes } from './expected/index.ts'
import { acceptedFindings, notApplicable, passiveRules, type Seen } from './passive-rules.ts'
import { passphrase, pseudonymOf, type Role, roles } from './people.ts'
import { type PeopledSite, startPeopledSite } from './site.ts'

const all: Expected[] = Object.values(expectedRoutes).flat() as Expected[]
let site: PeopledSite
beforeAll(async () => {
  site = await startPeopledSite('passive', 'https://study.example')
})
afterAll(() => site?.stop())

function findings(seen: Seen): string[] {
  const header = (name: string) => [seen.headers[name] ?? ''].flat().join(', ')
  return Object.entries(passiveRules).flatMap(([rule, finds]) => {
    const found = finds(seen, header)
    return found ? [`${rule} at ${seen.method} ${seen.path}: ${found}`] : []
  })
}

async function seenAt(role: Role, path: string): Promise<Seen> {
  const { received } = await site.open(role, path)
  return {
    ...received,
    method: 'GET',
    path,
    sent: [...new URL(path, 'https://x').searchParams.values()],
  }
}

test('P5: ZAP’s passive rules find nothing in any page, file or error that anyone can open', async () => {
  const found: string[] = []
  for (const role of roles)
    for (const path of [
      ...all.map(({ at }) => at),
      '/healthz',
      '/livez',
      '/readyz',
      '/en/%zz',
      '/en?_data=root',
    ])
      found.push(...findings(await seenAt(role, path)))
  expect([...new Set(found)]).toEqual([])
})

test('every text, page and picture made of text says that it is UTF-8', async () => {
  const types: string[] = []
  for (const path of [
    ...all.map(({ at }) => at),
    '/icon.svg',
    '/healthz',
    '/livez',
    '/readyz',
    '/en/%zz',
    '/no-such-page',
  ])
    for (const role of ['guest', 'owner', 'trainer', 'moderator', 'host'] as const) {
      const { headers, body } = await seenAt(role, path)
      // Documents of Word and Excel are no text: they are archives.
      const isArchive = /openxmlformats/.test(String(headers['content-type']))
      if (body.length > 0 && !isArchive) types.push(String(headers['content-type']))
    }
  expect(types.filter((type) => !/; ?charset=utf-8$/i.test(type))).toEqual([])
  expect([...new Set(types.map((type) => type.split(';')[0]))].sort()).toEqual(
    [
      'application/json',
      'image/svg+xml',
      'text/calendar',
      'text/csv',
      'text/html',
      'text/plain',
      'application/xml',
    ].sort(),
  )
})

test('P5: nor in what comes back to any form', async () => {
  const found: string[] = []
  for (const { at, forms = {} } of all)
    for (const [intent, { fields = {} }] of Object.entries(forms))
      for (const role of ['guest', 'owner'] as const) {
        const sent = { ...(intent ? { intent } : {}), ...fields }
        const { received } = await site.post(role, at, sent)
        found.push(
          ...findings({ ...received, method: 'POST', path: at, sent: Object.values(sent) }),
        )
      }
  expect([...new Set(found)]).toEqual([])
})

test('the rules find what they are for', async () => {
  const good = await seenAt('guest', '/en')
  const signedIn = await site.post('guest', '/en/sign-in', {
    pseudonym: pseudonymOf('owner'),
    passphrase,
  })
  expect(signedIn.received.headers['set-cookie']).toHaveLength(1)
  const rulesIn = (change: Partial<Seen>) =>
    findings({ ...good, ...change }).map((one) => one.split(' at ')[0])
  const withHeader = (name: string, value?: string) =>
    rulesIn({ headers: { ...good.headers, [name]: value } })
  expect(withHeader('content-security-policy')).toEqual([
    'ContentSecurityPolicyMissing',
    'ContentSecurityPolicy',
  ])
  expect(withHeader('content-security-policy', "default-src 'self' 'unsafe-inline'")).toContain(
    'ContentSecurityPolicy',
  )
  expect(withHeader('set-cookie', 's=1')).toEqual([
    'CookieHttpOnly',
    'CookieSameSite',
    'CookieSecureFlag',
  ])
  expect(withHeader('server', 'x')).toEqual(['ServerHeaderInfoLeak'])
  expect(withHeader('strict-transport-security')).toEqual(['StrictTransportSecurity'])
  expect(withHeader('cross-origin-embedder-policy')).toEqual(['SiteIsolation'])
  expect(withHeader('location', '//evil.example')).toEqual(['UserControlledOpenRedirect'])
  expect(rulesIn({ body: '<script src="https://cdn.example/a.js"></script>' })).toEqual([
    'CrossDomainScriptInclusion',
    'SubResourceIntegrityAttribute',
  ])
  expect(rulesIn({ body: '<!-- TODO: the admin -->' })).toEqual([
    'InformationDisclosureSuspiciousComments',
  ])
  expect(
    rulesIn({ body: `<p onclick="x()">${Math.round(Date.now() / 1000)} 192.168.0.7</p>` }),
  ).toEqual([
    'InfoPrivateAddressDisclosure',
    'TimestampDisclosure',
    'UserControlledJavascriptEvent',
  ])
})

// The classes of the two add-ons, without "ScanRule".
const published = `
  AntiClickjacking ApplicationError BigRedirects CacheControl CharsetMismatch ContentSecurityPolicyMissing ContentSecurityPolicy ContentTypeMissing
  CookieHttpOnly CookieLooselyScoped CookieSameSite CookieSecureFlag CrossDomainMisconfiguration CrossDomainScriptInclusion CsrfCountermeasures
  DirectoryBrowsing HashDisclosure HeartBleed InPageBannerInfoLeak InfoPrivateAddressDisclosure InfoSessionIdUrl InformationDisclosureDebugErrors
  InformationDisclosureInUrl InformationDisclosureReferrer InformationDisclosureSuspiciousComments InsecureAuthentication InsecureFormLoad
  InsecureFormPost InsecureJsfViewState LinkTarget MixedContent ModernAppDetection Pii PolyfillCdnScript RetrievedFromCache ServerHeaderInfoLeak
  StrictTransportSecurity SubResourceIntegrityAttribute TimestampDisclosure UserControlledCharset UserControlledCookie UserControlledHTMLAttributes
  UserControlledJavascriptEvent UserControlledOpenRedirect UsernameIdor Viewstate XAspNetVersion XBackendServerInformationLeak
  XChromeLoggerDataInfoLeak XContentTypeOptions XDebugToken XPoweredByHeaderInfoLeak
  Cacheable JsFunction Jso PermissionsPolicy ServletParameterPollution SiteIsolation SourceCodeDisclosure`

test('each rule of the two lists is applied, accepted with a reason, or not applicable', () => {
  const names = [passiveRules, acceptedFindings, notApplicable].flatMap((one) => Object.keys(one))
  expect(names.sort()).toEqual(published.trim().split(/\s+/).sort())
})
