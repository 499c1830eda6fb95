/**
 * What ZAP's passive scan looks for in an answer, at its default threshold, rewritten from the
 * rules' descriptions: github.com/zaproxy/ zap-extensions, add-ons pscanrules and pscanrulesBeta,
 * as read at commit 1e5dfaf. Each rule bears the name of its class there, without "ScanRule".
 */

/** A request of a test and what came back. */
export interface Seen {
  method: string
  path: string
  /** What was sent, in the address or in a form. */
  sent: readonly string[]
  status: number
  headers: Readonly<Record<string, string | string[] | undefined>>
  body: string
}

type Rule = (seen: Seen, header: (name: string) => string) => unknown

const isHtml = (header: (name: string) => string) => header('content-type').startsWith('text/html')
const tags = (body: string, name: string) =>
  [...body.matchAll(new RegExp(`<${name}\\b[^>]*>`, 'gi'))].map(([tag]) => tag)
const attribute = (tag: string, name: string) =>
  new RegExp(`\\s${name}="([^"]*)"`, 'i').exec(tag)?.[1]
const cookiesOf = ({ headers }: Seen) => [headers['set-cookie'] ?? []].flat()
const scripts = (body: string) =>
  [...body.matchAll(/<script\b[^>]*>([\s\S]*?)<\/script>/gi)].map((match) => match[1] as string)
const comments = (body: string) =>
  [...body.matchAll(/<!--([\s\S]*?)-->/g)].map((match) => match[1] as string)
const isFine = ({ status }: Seen) => status >= 200 && status < 300
// The list that comes with ZAP.
const suspicious =
  /\b(TODO|FIXME|BUG|BUGS|XXX|QUERY|DB|ADMIN|ADMINISTRATOR|USER|USERNAME|SELECT|WHERE|FROM|LATER|DEBUG)\b/i

/**
 * The rules that can find something at this site. What one returns, if anything, is its finding.
 */
export const passiveRules: Readonly<Record<string, Rule>> = {
  AntiClickjacking: (_, header) =>
    isHtml(header) &&
    !header('content-security-policy').includes('frame-ancestors') &&
    !/^(DENY|SAMEORIGIN)$/.test(header('x-frame-options')),
  ApplicationError: ({ status, body }) =>
    status >= 500 || /SQLITE_|SqliteError|PrismaClient|Internal Server Error/.exec(body)?.[0],
  BigRedirects: ({ status, body, headers }) =>
    status >= 300 && status < 400 && body.length > String(headers.location).length + 300,
  CharsetMismatch: ({ body }, header) => {
    const inBody = /<meta charset="([^"]+)"/i.exec(body)?.[1]
    return inBody && !header('content-type').toLowerCase().endsWith(`charset=${inBody}`)
  },
  ContentSecurityPolicyMissing: (_, header) =>
    header('content-security-policy') === '' || header('content-security-policy-report-only'),
  ContentSecurityPolicy: (_, header) => {
    const policy = header('content-security-policy')
    const without = ['base-uri', 'form-action', 'frame-ancestors', 'default-src'].filter(
      (one) => !policy.includes(`${one} `),
    )
    return (
      without.join() ||
      /'unsafe-\w+'|\*|https?:/.exec(policy)?.[0] ||
      header('x-content-security-policy') ||
      header('x-webkit-csp')
    )
  },
  ContentTypeMissing: ({ body }, header) => body !== '' && header('content-type') === '',
  CookieHttpOnly: (seen) => cookiesOf(seen).find((cookie) => !/; HttpOnly/i.test(cookie)),
  CookieLooselyScoped: (seen) => cookiesOf(seen).find((cookie) => /; Domain=/i.test(cookie)),
  CookieSameSite: (seen) =>
    cookiesOf(seen).find((cookie) => !/; SameSite=(Lax|Strict)/i.test(cookie)),
  CookieSecureFlag: (seen) => cookiesOf(seen).find((cookie) => !/; Secure/i.test(cookie)),
  CrossDomainMisconfiguration: (_, header) => header('access-control-allow-origin'),
  CrossDomainScriptInclusion: ({ body }) =>
    tags(body, 'script').find((tag) => /\bsrc="(https?:)?\/\//.test(tag)),
  DirectoryBrowsing: ({ body }) => /<title>Index of|Directory Listing/i.exec(body)?.[0],
  HashDisclosure: ({ body }) =>
    /\$(2[ay]?|5|6|NT|LM|1)\$[./0-9A-Za-z$=]{16,}|\$argon2\w+\$/.exec(body)?.[0],
  InPageBannerInfoLeak: ({ status, body }) =>
    status >= 400 && /\b(nginx|apache|express|node(\.js)?|remix)\b\/?\d*/i.exec(body)?.[0],
  InfoPrivateAddressDisclosure: ({ body }) =>
    /\b(10\.\d{1,3}|172\.(1[6-9]|2\d|3[01])|192\.168)\.\d{1,3}\.\d{1,3}\b/.exec(body)?.[0],
  InfoSessionIdUrl: ({ body, headers }) =>
    /[?;&](jsessionid|phpsessid|sessionid|sid|s)=\w{8,}/i.exec(`${body} ${headers.location}`)?.[0],
  InformationDisclosureDebugErrors: ({ body }) =>
    /\b(Error occurred|stack trace|at \w+ \(.*:\d+:\d+\)|node_modules)/.exec(body)?.[0],
  InformationDisclosureInUrl: ({ path }) =>
    /[?&](user|username|pass|passphrase|password|pseudonym|mail|e-?mail|token|code)=/i.exec(
      path,
    )?.[0],
  InformationDisclosureReferrer: (_, header) => header('referrer-policy') !== 'no-referrer',
  // In comments. It reads scripts too, with low confidence: there the word "select", which is an
  // element's name, is one of its list.
  InformationDisclosureSuspiciousComments: ({ body }) =>
    comments(body)
      .map((text) => suspicious.exec(text)?.[0])
      .find(Boolean),
  InsecureAuthentication: (_, header) => header('www-authenticate'),
  InsecureFormPost: ({ body }) =>
    tags(body, 'form').find((tag) => attribute(tag, 'action')?.startsWith('http:')),
  LinkTarget: ({ body }) => tags(body, 'a').find((tag) => /\btarget=/.test(tag)),
  MixedContent: ({ body }) => /\b(src|background|poster|data)="http:[^"]*"/.exec(body)?.[0],
  ModernAppDetection: ({ body }) =>
    tags(body, 'a').find((tag) => !/\shref="(?!#")/.test(tag)) ?? tags(body, 'noscript')[0],
  // Thirteen to sixteen digits that begin as a card does.
  Pii: ({ body }) => /\b(?:4\d{12}(?:\d{3})?|5[1-5]\d{14}|3[47]\d{13})\b/.exec(body)?.[0],
  PolyfillCdnScript: ({ body }) => /polyfill\.io|polyfill-fastly/.exec(body)?.[0],
  RetrievedFromCache: (_, header) => header('x-cache') || header('age'),
  ServerHeaderInfoLeak: (_, header) => header('server'),
  StrictTransportSecurity: (_, header) =>
    !/^max-age=[1-9]\d{6,}(; includeSubDomains)?$/.test(header('strict-transport-security')),
  SubResourceIntegrityAttribute: ({ body }) =>
    [...tags(body, 'script'), ...tags(body, 'link')].find(
      (tag) => /\b(src|href)="(https?:)?\/\//.test(tag) && !/\bintegrity=/.test(tag),
    ),
  TimestampDisclosure: ({ body }) =>
    [...body.matchAll(/\b(?:1\d|2[0-2])\d{8}\b(?!%)/g)]
      .map(([one]) => one)
      .find((one) => Math.abs(Number(one) * 1000 - Date.now()) < 3.2e11),
  UserControlledCharset: ({ sent }, header) =>
    sent.find((value) => header('content-type').toLowerCase().includes(`charset=${value}`)),
  UserControlledCookie: ({ sent, ...seen }) =>
    sent.find(
      (value) =>
        value.length > 2 &&
        cookiesOf({ sent, ...seen })
          .join()
          .includes(value),
    ),
  UserControlledJavascriptEvent: ({ body }) => /<[a-z][^>]*\son[a-z]+=/i.exec(body)?.[0],
  UserControlledOpenRedirect: ({ headers }) =>
    /^(\/\/|https?:)/.test(String(headers.location ?? '')) &&
    headers.location !== 'https://weather.example/',
  XBackendServerInformationLeak: (_, header) => header('x-backend-server'),
  XChromeLoggerDataInfoLeak: (_, header) =>
    header('x-chromelogger-data') || header('x-chromephp-data'),
  XContentTypeOptions: (_, header) => header('x-content-type-options') !== 'nosniff',
  XDebugToken: (_, header) => header('x-debug-token'),
  XPoweredByHeaderInfoLeak: (_, header) => header('x-powered-by'),
  // Of the beta rules:
  PermissionsPolicy: (_, header) =>
    isHtml(header) && (header('permissions-policy') === '' || header('feature-policy')),
  SiteIsolation: (seen, header) =>
    isFine(seen) &&
    (header('cross-origin-resource-policy') !== 'same-origin' ||
      header('cross-origin-embedder-policy') !== 'require-corp' ||
      header('cross-origin-opener-policy') !== 'same-origin'),
  SourceCodeDisclosure: ({ body }) =>
    /<\?php|<%@|^#!\/usr\/bin|\bmodule\.exports\b/m.exec(body)?.[0],
  ServletParameterPollution: ({ body }) =>
    tags(body, 'form').find((tag) => attribute(tag, 'action') === undefined),
  JsFunction: ({ body }) =>
    scripts(body)
      .map((text) => /\b(eval|bypassSecurityTrust\w+|trustAsHtml|\$sce)\s*\(/.exec(text)?.[0])
      .find(Boolean),
}

/** Rules that would find something here, and why it stays so. None is above "low". */
export const acceptedFindings: Readonly<Record<string, string>> = {
  CsrfCountermeasures:
    'low: no form has a token. Posts from elsewhere are refused by Sec-Fetch-Site and Origin, ' +
    'and the cookie is SameSite=Lax (decision 009; the matrix sends every form from another ' +
    'site).',
  CacheControl:
    'informational: it wants no-cache and must-revalidate as well as no-store, which RFC 9111 makes needless.',
  Cacheable: 'informational: it tells that pages are not storable, which is meant (decision 012).',
  UserControlledHTMLAttributes:
    'informational: what was searched for stands in the field again, escaped (tests/fuzz).',
}

/** Rules for what is not used here. */
export const notApplicable: Readonly<Record<string, string>> = {
  HeartBleed: 'reads a Server header that names OpenSSL; there is none (ServerHeaderInfoLeak)',
  InsecureFormLoad: 'for pages by http; the proxy has none',
  InsecureJsfViewState: 'Java Server Faces',
  Jso: 'Java serialised objects',
  UsernameIdor: 'looks for hashes of user names that the tester gives it',
  Viewstate: 'ASP.NET',
  XAspNetVersion: 'ASP.NET',
}
