import type { IncomingMessage } from 'node:http'
import { type Translate, translate } from '../i18n/i18n.ts'
import { languageOf } from '../i18n/request-language.server.ts'
import { environment } from '../platform/environment.server.ts'
import { isSecret } from '../platform/secret-fields.ts'
import { isCrossSite } from '../safety/cross-site.ts'
import type { PageAssets } from '../ui/page-assets.tsx'
import type { EncodedResponse } from './node-adapter.server.ts'

const maxBodyBytes = 64 * 1024

/**
 * The pages that take along a form whose sender must sign in first: as much as any form may hold,
 * in the writing of a hidden field.
 */
const signInPages = /^\/[^/?]+\/(sign-in|sign-up|recover|account\/codes)(\?|$)/
const maxPendingBytes = 1.5 * maxBodyBytes

/**
 * Whether an address is a path of this site that can be decoded. One that cannot be would be
 * printed by the router, and what someone asked for is not to be noted; one with a backslash, which
 * an address takes for a slash, might name another host.
 */
function isReadable(address: string): boolean {
  const [path = ''] = address.split('?', 1)
  // What comes after a # is never sent by a browser.
  if (!path.startsWith('/') || address.includes('#') || /\\|%5c/i.test(path)) return false
  try {
    decodeURI(address)
    return true
  } catch {
    return false
  }
}

/**
 * Whether an address is how Remix asks for data alone, or for a list of routes, however it is
 * written. No page of this site does.
 */
function isForRemix(address: string): boolean {
  if (!URL.canParse(address.replace(/^\/+/, '/'), 'http://localhost')) return true
  const { pathname, searchParams } = new URL(address.replace(/^\/+/, '/'), 'http://localhost')
  const path = decodeURI(pathname)
  return searchParams.has('_data') || path.endsWith('.data') || /^\/+__manifest/.test(path)
}

/** Most addresses: letters, digits and hyphens between slashes, with nothing in them to be read. */
const isPlain = /^(\/[A-Za-z\d-]+)+$/

/**
 * The status that refuses what no page of this site sends: odd addresses, requests for data alone,
 * other methods, posts from other sites, bodies without or beyond a size.
 */
export function refusalStatus(request: IncomingMessage): number | null {
  const address = request.url ?? ''
  if ((request.headersDistinct.host ?? []).length > 1) return 400
  if (request.httpVersion === '1.1' && !request.headers.host) return 400
  if (!isPlain.test(address) && (!isReadable(address) || isForRemix(address))) return 400
  if (request.method === 'GET' || request.method === 'HEAD') return null
  if (request.method !== 'POST') return 405
  const { 'sec-fetch-site': site, origin, host } = request.headers
  if (isCrossSite({ site: site as string | undefined, origin, host }, environment.ORIGIN))
    return 403
  const length = Number(request.headers['content-length'])
  if (!Number.isInteger(length) || request.headers['transfer-encoding']) return 411
  return length > (signInPages.test(address) ? maxPendingBytes : maxBodyBytes) ? 413 : null
}

const extraHeaders: Record<number, [name: string, value: string]> = {
  405: ['Allow', 'GET, HEAD, POST'],
  503: ['Retry-After', '5'],
}

/** Why a plain page is sent: a status, or one of the two reasons for 503. */
export type PlainReason = number | 'crowded' | 'not-stored'

function wordsFor(status: PlainReason, t: Translate): [title: string, text: string] {
  if (status === 'crowded') return [t('pages:crowded'), t('pages:crowdedText')]
  if (status === 'not-stored') return [t('pages:notStored'), t('pages:notStoredText')]
  return status >= 500
    ? [t('pages:failed'), t('pages:failedText')]
    : [t('pages:notAccepted'), t('pages:notAcceptedText')]
}

/**
 * A page that needs no route, for what cannot be asked of one: a broken address, a form from
 * elsewhere, a fault, a crowd. In the reader's language.
 */
export function plainPage(
  request: IncomingMessage,
  reason: PlainReason,
  assets: PageAssets,
): EncodedResponse {
  const status = typeof reason === 'number' ? reason : 503
  const { language, t } = wordsOf(request)
  const [title, text] = wordsFor(reason, t)
  const link = `<p><a href="/${language.tag}">${t('pages:toHome')}</a></p>`
  return pageOf({
    status,
    language,
    title,
    assets,
    content: `<p>${text}</p>${link}`,
    headers: extraHeaders[status] ? [extraHeaders[status]] : [],
  })
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => entities[sign] as string)
}

/**
 * A page that holds a form that was not taken, so that its sender sends it once more after so many
 * seconds and has lost nothing. Secrets are left out.
 */
export function resendPage(
  request: IncomingMessage,
  fields: URLSearchParams,
  seconds: number,
  assets: PageAssets,
): EncodedResponse {
  const { language, t } = wordsOf(request)
  const hidden = [...fields]
    .filter(([name]) => !isSecret(name))
    .map(
      ([name, value]) =>
        `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`,
    )
  const form =
    `<form method="post" action="${escapeHtml(request.url ?? '')}" ` +
    `autocomplete="off">${hidden.join('')}<button type="submit">${t('pages:sendAgain')}</button>` +
    '</form>'
  const content = `<p>${t('pages:tooManyForms', { seconds })}</p>${form}`
  return pageOf({
    status: 429,
    language,
    title: t('pages:tooMany'),
    assets,
    content,
    headers: [['Retry-After', String(seconds)]],
  })
}

function wordsOf(request: IncomingMessage) {
  const language = languageOf(request.url ?? '', request.headers['accept-language'])
  return { language, t: translate(language) }
}

interface PlainContent {
  status: number
  language: ReturnType<typeof languageOf>
  title: string
  assets: PageAssets
  /** HTML, with what people have written escaped. */
  content: string
  headers: [string, string][]
}

function pageOf({
  status,
  language,
  title,
  assets: { style },
  content,
  headers,
}: PlainContent): EncodedResponse {
  const head =
    'text' in style
      ? `<style>${style.text}</style>`
      : `<link rel="stylesheet" href="${style.address}">`
  const body = Buffer.from(
    `<!doctype html><html lang="${language.tag}" dir="${language.dir}"><head><meta ` +
      'charset="utf-8"><meta name="viewport" content="width=device-width, ' +
      `initial-scale=1"><title>${title}</title>${head}</head><body><main class="sheet-page">` +
      `<h1>${title}</h1>${content}</main></body></html>`,
  )
  const common: [string, string][] = [
    ['Content-Type', 'text/html; charset=utf-8'],
    ['Cache-Control', 'no-store'],
    ['Content-Length', String(body.length)],
  ]
  return { status, headers: [...common, ...headers], body }
}
