import { describe, expect, test } from 'vitest'
import { languages } from './languages.ts'
import { findEnglish, needlesslyListed } from './same-as-english.ts'
import { texts } from './texts/index.ts'

describe.each(languages.filter(({ tag }) => tag !== 'en'))('in $name', ({ tag }) => {
  test('no text was left in English', () => {
    expect(findEnglish(texts.en, texts[tag], tag)).toEqual([])
  })

  test('what is listed as the same word is', () => {
    expect(needlesslyListed(texts.en, texts[tag], tag)).toEqual([])
  })
})

test('a text in English is found, also at another key or in another form; placeholders alone are none', () => {
  const english = {
    pages: { next: 'Next page', of: '{{a}}: {{b}}', n_one: 'One', n_other: '{{count}} pages' },
  }
  expect(
    findEnglish(
      english,
      { pages: { next: 'Weiter', of: '{{a}}: {{b}}', n_other: '{{count}} Seiten' } },
      'de',
    ),
  ).toEqual([])
  expect(findEnglish(english, { pages: { next: 'Next page' } }, 'de')).toEqual([
    'pages:next is in English: Next page',
  ])
  expect(
    findEnglish(english, { pages: { next: '{{count}} pages', n_few: '{{count}} pages' } }, 'de'),
  ).toHaveLength(2)
})

test('a word that is the same is allowed by its key, and only there', () => {
  const english = { circles: { plan: 'Plan' }, pages: { plan: 'Plan' } }
  expect(findEnglish(english, english, 'sv')).toEqual(['pages:plan is in English: Plan'])
  expect(
    needlesslyListed({ circles: { plan: 'Plan' } }, { circles: { plan: 'Upplägg' } }, 'sv'),
  ).toContain('circles:plan')
})
