import { expect, test } from 'vitest'
import { i18nFor, type Translate } from './i18n.ts'
import { languages } from './languages.ts'

const t = i18nFor(languages[0]!).t as Translate

test.each([
  '$t(',
  `$t(${'a'.repeat(60)}`,
  '$t(pages:search)',
  '{{query}}',
  '{{',
  '<b>',
])('what people write stands in a text as they wrote it, and nothing is looked for in it: %s', (query) => {
  const around = t('pages:noResults', { query: 'QUERY' })
  expect(t('pages:noResults', { query })).toBe(around.split('QUERY').join(query))
})
