import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  clearSessionCookie,
  hasSessionCookie,
  readSessionCookie,
  writeSessionCookie,
} from './session-cookie.ts'

const token = 'abcdefghijklmnopqrstuvwxyz234567abcdefgh'

describe('the session cookie', () => {
  test('has a name that says nothing, and is gone with the browser', () => {
    expect(writeSessionCookie(token, { seconds: null, secure: false })).toBe(
      `s=${token}; Path=/; HttpOnly; SameSite=Lax`,
    )
  })

  test('P13: stays as long as the session lives on one’s own device, and is bound to the host behind TLS', () => {
    expect(writeSessionCookie(token, { seconds: 1_209_600, secure: true })).toBe(
      `__Host-s=${token}; Path=/; HttpOnly; SameSite=Lax; Secure; Max-Age=1209600`,
    )
  })

  test('is taken away with the same attributes', () => {
    expect(clearSessionCookie(true)).toBe(
      '__Host-s=; Path=/; HttpOnly; SameSite=Lax; Secure; Max-Age=0',
    )
  })

  test.each([
    [null, false],
    [undefined, false],
    ['', false],
    ['s=', false],
    ['other=s=1', false],
    ['as=1', false],
    ['s=1', true],
    ['a=b; s=1', true],
    ['a=b;s=1', true],
    ['a=b; __Host-s=1; c=d', true],
  ])('%j: from someone signed in, perhaps: %s', (header, expected) => {
    expect(hasSessionCookie(header)).toBe(expected)
  })

  test('is read back as it was written, among others', () => {
    for (const secure of [true, false]) {
      const [pair] = writeSessionCookie(token, { seconds: null, secure }).split(';')
      expect(readSessionCookie(`a=b; ${pair}; c=d`, secure)).toBe(token)
      expect(hasSessionCookie(`a=b; ${pair}; c=d`)).toBe(true)
    }
  })

  test('without its prefix is not accepted behind TLS', () => {
    expect(readSessionCookie(`s=${token}`, true)).toBeNull()
  })

  test('whatever is sent, only a token is read, and none where the cheap look sees none', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.string().map((value) => `s=${value}`),
        ),
        (header) => {
          const read = readSessionCookie(header, false)
          return read === null || (/^[a-z2-7]{40}$/.test(read) && hasSessionCookie(header))
        },
      ),
    )
  })
})
