import { describe, expect, test } from 'vitest'
import { placeIds, placeLinks } from './place-links.ts'

describe('a chapter among others in one file', () => {
  test('has ids of its own, and what points at them still does', () => {
    expect(placeIds('<h2 id="a">A</h2><p aria-labelledby="a b">“id="</p>', 'first')).toBe(
      '<h2 id="first.a">A</h2><p aria-labelledby="first.a first.b">“id="</p>',
    )
  })

  test('shares the figures of its pictures', () => {
    const symbol = '<symbol id="figure-door"></symbol><use href="#figure-door"/>'
    expect(placeIds(symbol, 'first')).toBe(symbol)
  })

  const place = { slug: 'first', courseAddress: '/en/courses/tiny' }
  const lead = (markup: string) =>
    placeLinks(markup, place, (path, id) => (path === 'third' ? null : `${path}.html#${id}`))

  test.each([
    ['<a href="#a">A</a>', '<a href="first.html#a">A</a>'],
    [
      '<a class="x" href="/en/courses/tiny/second#b">B</a>',
      '<a class="x" href="second.html#b">B</a>',
    ],
    ['<a href="/en/courses/tiny/third#b">not <em>here</em></a>', 'not <em>here</em>'],
    ['<a href="/en/account">elsewhere</a>', 'elsewhere'],
    [
      '<a href="https://example.org/" rel="noreferrer">S</a>',
      '<a href="https://example.org/" rel="noreferrer">S</a>',
    ],
  ])('%s becomes %s', (link, led) => expect(lead(link)).toBe(led))
})
