import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { pageSize, pagesOf, requestedPage } from '../ui/page-numbers.ts'
import {
  commentKey,
  countriesOf,
  fromCountry,
  newestFew,
  type PublishedComment,
} from './published-comment.ts'
import { isWritingLanguage, markedAs, writingLanguages } from './writing-languages.ts'

const comment = (text: string, country = 'ZA'): PublishedComment => ({
  section: null,
  country,
  language: 'en',
  text,
  pseudonym: null,
  month: '2026-11',
})

describe('a chapter’s page shows', () => {
  test('the three newest comments, in their order', () => {
    expect(
      newestFew(['a', 'b', 'c', 'd'].map((text) => comment(text))).map(({ text }) => text),
    ).toEqual(['a', 'b', 'c'])
  })

  test('none where there is none, and one however long', () => {
    expect(newestFew([])).toEqual([])
    expect(newestFew([comment('x'.repeat(9000)), comment('y')])).toHaveLength(1)
  })

  test('never more than three comments or three thousand bytes, in any script', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'binary', maxLength: 1500 }), { maxLength: 6 }),
        (texts) => {
          const shown = newestFew(texts.map((text) => comment(text)))
          const bytes = shown.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0)
          expect(shown.length).toBeLessThanOrEqual(3)
          expect(shown.length === 1 || bytes <= 3000).toBe(true)
          expect(shown.length).toBe(Math.min(shown.length, texts.length))
        },
      ),
    )
  })
})

test('comments are read one country at a time, or all', () => {
  const all = [comment('a', 'ZA'), comment('b', 'MM'), comment('c', 'ZA')]
  expect(fromCountry(all, 'ZA').map(({ text }) => text)).toEqual(['a', 'c'])
  expect(fromCountry(all, null)).toHaveLength(3)
  expect([...countriesOf(all)]).toEqual([
    ['ZA', 2],
    ['MM', 1],
  ])
})

test('a list is read page by page, and an address that asks for nonsense has no page', () => {
  const pageIn = (search: string) => requestedPage(new URLSearchParams(search))
  expect([
    pageIn(''),
    pageIn('page=3'),
    pageIn('page=0'),
    pageIn('page=-1'),
    pageIn('page=1e9'),
    pageIn('page=x'),
    pageIn('page='),
  ]).toEqual([...[1, 3, null, null, null, null, null]])
  expect([0, 1, pageSize, pageSize + 1, 1000].map(pagesOf)).toEqual([1, 1, 1, 2, 50])
})

describe('a language that a comment is written in', () => {
  test('is chosen by its name, in the order of the reader’s language', () => {
    for (const lang of ['en', 'sv', 'en-XB']) {
      const names = writingLanguages(lang).map(({ name }) => name)
      expect(names).toEqual([...new Set(names)].sort((a, b) => a.localeCompare(b, lang)))
      expect(writingLanguages(lang).filter(({ tag, name }) => tag === name)).toEqual([])
    }
    expect(writingLanguages('sv')).toContainEqual({ tag: 'my', name: 'burmesiska' })
  })

  test('is marked with its direction', () => {
    expect(
      ['en', 'ar', 'fa', 'ckb', 'he', 'my', 'sr-Latn'].map((tag) => markedAs(tag).dir),
    ).toEqual(['ltr', 'rtl', 'rtl', 'rtl', 'rtl', 'ltr', 'ltr'])
    expect(markedAs('und')).toEqual({ lang: '', dir: 'auto' })
    expect(['sv', 'und', 'xx', '', '"><script>'].map(isWritingLanguage)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ])
  })
})

test('a comment is named by what everybody sees of it, and by nothing that tells its sender', () => {
  const key = commentKey(comment('We asked everyone.'))
  expect(key).toMatch(/^reader-[0-9a-z]{7}$/)
  expect(commentKey({ ...comment('We asked everyone.'), pseudonym: 'Ash' })).toBe(key)
  const texts = Array.from({ length: 2000 }, (_, i) => commentKey(comment(`Number ${i}.`)))
  expect(new Set(texts).size).toBe(2000)
  expect(commentKey(comment('We asked everyone.', 'MM'))).not.toBe(key)
})
