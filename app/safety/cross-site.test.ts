import { describe, expect, test } from 'vitest'
import { isCrossSite } from './cross-site.ts'

describe('P15: a post from another site', () => {
  test.each([
    ['the browser says so', { site: 'cross-site' }, undefined, true],
    ['the browser says a sister domain', { site: 'same-site' }, undefined, true],
    ['the browser says the same site', { site: 'same-origin', origin: 'null' }, undefined, false],
    ['typed or bookmarked', { site: 'none' }, undefined, false],
    [
      'the origin is another',
      { origin: 'https://evil.example', host: 'here.example' },
      undefined,
      true,
    ],
    [
      'the origin is this host',
      { origin: 'http://localhost:3000', host: 'localhost:3000' },
      undefined,
      false,
    ],
    [
      'the origin is not the one configured',
      { origin: 'http://here.example', host: 'here.example' },
      'https://here.example',
      true,
    ],
    ['the origin is no address', { origin: 'nonsense', host: 'here.example' }, undefined, true],
    ['an old browser hides the origin', { origin: 'null', host: 'here.example' }, undefined, false],
    ['no browser at all', { host: 'here.example' }, undefined, false],
  ])('%s', (_, headers, origin, expected) => {
    expect(isCrossSite(headers, origin)).toBe(expected)
  })
})
