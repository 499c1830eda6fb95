import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bestLanguage, findLanguage, languages } from './languages.ts'

describe('the best language for a reader', () => {
  test.each([
    ['sv', 'sv'],
    ['sv-FI,sv;q=0.9,en;q=0.8', 'sv'],
    ['de-DE,de;q=0.9,sv;q=0.3,en;q=0.2', 'sv'],
    ['en;q=0.1,sv;q=0.9', 'sv'],
    ['sv;q=0,en', 'en'],
    ['eo', 'en'],
    ['', 'en'],
    [null, 'en'],
  ])('%s gives %s', (header, tag) => {
    expect(bestLanguage(header).tag).toBe(tag)
  })

  test('whatever a browser sends, it is one that is offered', () => {
    fc.assert(fc.property(fc.string(), (header) => languages.includes(bestLanguage(header))))
  })
})

test('a tag that is not offered is no language', () => {
  expect(findLanguage('xx')).toBeNull()
  expect(findLanguage(undefined)).toBeNull()
  expect(findLanguage('sv')?.name).toBe('Svenska')
})
