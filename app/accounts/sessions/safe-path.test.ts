import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { safePath, signInPath } from './safe-path.ts'

describe('where someone goes on to after signing in', () => {
  test.each([
    '/en',
    '/sv/',
    '/en/courses/run-a-party',
    '/en/search?q=branch',
    '/en-XB/progress',
  ])('%s is followed', (to) => {
    expect(safePath(to)).toBe(to)
  })

  test.each([
    '',
    'en',
    '/',
    '/leave',
    '//evil.example',
    '/\\evil.example',
    'https://evil.example/en/',
    'javascript:alert(1)',
    '/en/../leave',
    '/en/..//evil.example',
    '/en/%2e%2e//evil.example',
    '\t//evil.example',
    '/\t/evil.example',
    '/english/x',
    `/en/${'a'.repeat(600)}`,
  ])('%j is not', (to) => {
    expect(safePath(to)).toBeNull()
  })

  test('repeated slashes become one', () => {
    expect(safePath('/en//circles///a?b=//c')).toBe('/en/circles/a?b=//c')
  })

  test('it is always a page of this site, whatever is asked for', () => {
    const parts = fc.array(
      fc.constantFrom(
        '/',
        '\\',
        'en',
        '..',
        '.',
        '%2e',
        '@',
        ':',
        'evil.example',
        '\t',
        '\n',
        '?',
        '#',
        'https',
      ),
      {
        maxLength: 12,
      },
    )
    fc.assert(
      fc.property(
        fc.oneof(
          parts.map((list) => `/en${list.join('')}`),
          fc.string({ unit: 'binary' }),
        ),
        (to) => {
          const path = safePath(to)
          if (path === null) return true
          const url = new URL(path, 'https://site.example')
          return (
            url.origin === 'https://site.example' &&
            !url.pathname.includes('//') &&
            /^\/[a-z]{2,3}(-|\/|$)/.test(url.pathname)
          )
        },
      ),
    )
  })

  test('the sign-in page leads back, in the language of the address', () => {
    expect(signInPath('http://localhost/sv/account?x=1')).toBe(
      '/sv/sign-in?to=%2Fsv%2Faccount%3Fx%3D1',
    )
    expect(signInPath('http://localhost//evil/x')).toBe('/en/sign-in')
  })
})
