import type { IncomingMessage } from 'node:http'
import { endSession } from '../accounts/sessions/sessions.server.ts'
import { bestLanguage, findLanguage } from '../i18n/languages.ts'
import { siteLanguages } from '../i18n/request-language.server.ts'
import { clearSiteData } from '../safety/clear-site-data.ts'
import { leaveAddress } from '../safety/leave-address.server.ts'

const leaveAddresses = /^\/+leave\/?(\?|$)/

/** Whether a request is for /leave, however oddly it is written otherwise. */
export function isLeave({ method, url = '' }: IncomingMessage): boolean {
  return (method === 'GET' || method === 'HEAD') && leaveAddresses.test(url)
}

/**
 * The headers that take someone to a neutral site, have the browser forget what it holds of this
 * one, and end the session. A link, so that it works without script (SAFETY P6). It needs neither
 * the database nor a page, so that it answers at once whatever is broken or busy. A page's button
 * names its language; /leave alone, which people print and remember, goes by the browser's.
 */
export function leaveHeaders({ url = '', headers }: IncomingMessage): [string, string][] {
  const lang = new URLSearchParams(url.split('?')[1]).get('in') ?? undefined
  const language =
    findLanguage(lang, siteLanguages) ??
    bestLanguage(headers['accept-language'] ?? null, siteLanguages)
  const cookie = headers.cookie
  const ending: [string, string][] = cookie
    ? [['Set-Cookie', endSession({ headers: new Headers({ Cookie: cookie }) })]]
    : []
  return [
    ...Object.entries(clearSiteData),
    ['Location', leaveAddress(language)],
    ['Vary', 'Accept-Language'],
    ['Content-Length', '0'],
    ...ending,
  ]
}
