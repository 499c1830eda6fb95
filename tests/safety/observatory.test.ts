import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findingsOf, type Scanned, scoreOf } from './observatory.ts'
import { passphrase, pseudonymOf } from './people.ts'
import { type PeopledSite, startPeopledSite } from './site.ts'

// A site as docs/hosting.md says: an https address, on a port that only this machine reaches, so
// that nobody answers plain http but the proxy.
let site: PeopledSite
let scanned: Scanned
beforeAll(async () => {
  site = await startPeopledSite('observatory', 'https://study.example')
  const { received } = await site.open('guest', '/en')
  const signIn = await site.post('guest', '/en/sign-in', {
    pseudonym: pseudonymOf('owner'),
    passphrase,
    ownDevice: 'on',
  })
  const cookies = [signIn.received.headers['set-cookie'] ?? []].flat()
  scanned = { headers: received.headers, html: received.body, httpRoute: null, cookies }
})
afterAll(() => site?.stop())

describe('P5: by the rules of the Observatory', () => {
  test('the site scores A+, with nothing held against it', () => {
    expect(findingsOf(scanned).filter(({ modifier }) => modifier < 0)).toEqual([])
    expect(scoreOf(scanned)).toBe(135)
    expect(scoreOf({ ...scanned, cookies: [] })).toBe(130)
  })

  test('a redirect of a proxy from http to the same host costs nothing', () => {
    expect(
      scoreOf({ ...scanned, httpRoute: ['http://study.example/', 'https://study.example/'] }),
    ).toBe(135)
  })

  // What the rules say of sites that are worse: the modifiers of the published score table, so that
  // the score above means something.
  test.each<[string, Partial<Scanned['headers']>, string, number]>([
    ['no policy', { 'content-security-policy': undefined }, 'content-security-policy', -25],
    [
      'a directive twice',
      { 'content-security-policy': "default-src 'none'; default-src *" },
      'content-security-policy',
      -25,
    ],
    [
      'inline scripts',
      { 'content-security-policy': "script-src 'self' 'unsafe-inline'; object-src 'none'" },
      'content-security-policy',
      -20,
    ],
    [
      'no limit to objects',
      { 'content-security-policy': "script-src 'self'" },
      'content-security-policy',
      -20,
    ],
    [
      'scripts by http',
      { 'content-security-policy': "default-src 'none'; script-src http://a.example" },
      'content-security-policy',
      -20,
    ],
    [
      'eval',
      { 'content-security-policy': "default-src 'none'; script-src 'unsafe-eval'" },
      'content-security-policy',
      -10,
    ],
    [
      'pictures by http',
      { 'content-security-policy': "default-src 'none'; img-src http:" },
      'content-security-policy',
      -10,
    ],
    [
      'inline styles',
      { 'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'" },
      'content-security-policy',
      0,
    ],
    [
      'its own by default',
      { 'content-security-policy': "default-src 'self'" },
      'content-security-policy',
      5,
    ],
    ['no HSTS', { 'strict-transport-security': undefined }, 'strict-transport-security', -20],
    [
      'HSTS for a day',
      { 'strict-transport-security': 'max-age=86400' },
      'strict-transport-security',
      -10,
    ],
    ['sniffing', { 'x-content-type-options': undefined }, 'x-content-type-options', -5],
    ['a referrer', { 'referrer-policy': 'unsafe-url' }, 'referrer-policy', -5],
    ['a word that is no policy', { 'referrer-policy': 'none' }, 'referrer-policy', -5],
    [
      'frames',
      { 'content-security-policy': "default-src 'none'", 'x-frame-options': undefined },
      'x-frame-options',
      -20,
    ],
    [
      'frames refused by header',
      { 'content-security-policy': "default-src 'none'" },
      'x-frame-options',
      0,
    ],
    [
      'sharing with all',
      {
        'access-control-allow-origin': 'https://e.example',
        'access-control-allow-credentials': 'true',
      },
      'cross-origin-resource-sharing',
      -50,
    ],
    [
      'no resource policy',
      { 'cross-origin-resource-policy': undefined },
      'cross-origin-resource-policy',
      0,
    ],
  ])('%s would be held against it', (_, headers, rule, modifier) => {
    const worse = { ...scanned, headers: { ...scanned.headers, ...headers } }
    expect(findingsOf(worse).find((one) => one.rule === rule)?.modifier).toBe(modifier)
  })

  test.each<[string, Partial<Scanned>, string, number]>([
    ['a cookie without Secure', { cookies: ['a=1'], headers: {} }, 'cookies', -20],
    ['a cookie without Secure, under HSTS', { cookies: ['a=1'] }, 'cookies', -5],
    ['a session that script can read', { cookies: ['sessionid=1; Secure'] }, 'cookies', -30],
    ['a SameSite that is none', { cookies: ['a=1; Secure; SameSite=Sometimes'] }, 'cookies', -20],
    ['plain http', { httpRoute: ['http://study.example/'] }, 'redirection', -20],
    [
      'a redirect elsewhere',
      { httpRoute: ['http://study.example/', 'https://www.study.example/'] },
      'redirection',
      -5,
    ],
    [
      'a script of another site',
      { html: '<script src="https://cdn.example/a.js"></script>' },
      'subresource-integrity',
      -5,
    ],
    [
      'a script of another site by http',
      { html: '<script src="http://cdn.example/a.js"></script>' },
      'subresource-integrity',
      -50,
    ],
  ])('%s would be held against it', (_, change, rule, modifier) => {
    expect(findingsOf({ ...scanned, ...change }).find((one) => one.rule === rule)?.modifier).toBe(
      modifier,
    )
  })
})
