import { describe, expect, test } from 'vitest'
import { i18nFor, translate } from '../../i18n/i18n.ts'
import { languages } from '../../i18n/languages.ts'
import { textFinder } from './find-text.ts'

describe.each(languages)('a text of a package in $name', (language) => {
  const i18n = i18nFor(language)
  const bundle = (name: string): Record<string, string> =>
    i18n.getResourceBundle(language.tag, name)
  const texts = { quizzes: bundle('quizzes'), packages: bundle('packages') }
  const find = textFinder({ lang: language.tag, texts })
  const t = translate(language) as unknown as typeof find
  const keys = Object.entries(texts).flatMap(([namespace, own]) =>
    Object.keys(own).map((name) => `${namespace}:${name.replace(/_(one|other)$/, '')}`),
  )

  test.each([...new Set(keys)])('%s reads as on the site, with any number', (key) => {
    for (const count of [0, 1, 2, 21]) {
      const values = {
        count,
        number: count,
        place: 'A',
        item: '$&',
        section: 'S',
        answer: 'a',
        letter: 'B',
        sentence: '…',
        month: 'May',
        version: 'v',
        size: '1 MB',
        shown: 30,
        right: 3,
        title: 'T',
        language: 'L',
        day: 'D',
        files: 4,
        name: 'N',
      }
      expect(find(key, values)).toBe(t(key, values))
    }
  })
})
