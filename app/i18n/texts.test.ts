import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { findFaults, flatTexts, keyWithoutForm } from './check-texts.ts'
import { i18nFor, namespaces } from './i18n.ts'
import { languages, pseudoRtl } from './languages.ts'
import { texts } from './texts/index.ts'

const app = join(import.meta.dirname, '..')
const english = flatTexts(texts.en)

/** Each key that stands as a text in the program's own files, with the file. */
function keysInCode(): Map<string, string> {
  const found = new Map<string, string>()
  const files = readdirSync(app, { recursive: true, encoding: 'utf8' }).filter(
    (file) =>
      /\.tsx?$/.test(file) &&
      !/\.test\.tsx?$/.test(file) &&
      !file.startsWith(join('platform', 'prisma')),
  )
  const key = new RegExp(`['"\`]((?:${namespaces.join('|')}):[\\w.]+)['"\`]`, 'g')
  const withoutComments = (file: string) =>
    readFileSync(join(app, file), 'utf8').replace(/^\s*(\/\/|\/?\*).*$/gm, '')
  for (const file of files)
    for (const [, name] of withoutComments(file).matchAll(key)) found.set(name as string, file)
  return found
}

describe('the texts of the interface', () => {
  const used = keysInCode()

  test('are there for each one that a page asks for', () => {
    const known = new Set([...english.keys()].flatMap((key) => [key, keyWithoutForm(key)]))
    expect([...used].filter(([key]) => !known.has(key))).toEqual([])
    expect(used.size).toBeGreaterThan(100)
  })

  test('are all asked for somewhere', () => {
    expect(
      [...english.keys()].filter((key) => !used.has(keyWithoutForm(key)) && !used.has(key)),
    ).toEqual([])
  })

  test('are there in each language that is offered', () => {
    expect(Object.keys(texts)).toEqual(expect.arrayContaining(languages.map(({ tag }) => tag)))
    expect(Object.keys(texts.en!).sort()).toEqual([...namespaces].sort())
  })
})

describe.each(languages)('in $name', ({ tag }) => {
  test('every text of English is there, in every form that the language has, with its placeholders', () => {
    expect(findFaults(texts.en, texts[tag], tag)).toEqual([])
  })
})

describe('what is wrong with the texts of a language', () => {
  const source = {
    pages: {
      next: 'Next: {{title}}',
      results_one: 'One result',
      results_other: '{{count}} results',
    },
  }
  const faultsOf = (pages: object, tag: string) => findFaults(source, { pages }, tag)
  const next = 'Sledeće: {{title}}'

  test('a missing text, one too many and a whole missing file are named', () => {
    expect(
      faultsOf({ results_one: 'Ett', results_other: '{{count}} x', more: 'Mer' }, 'sv'),
    ).toEqual(['pages:next is missing', 'pages:more is not a text of the source'])
    expect(findFaults(source, {}, 'my')).toEqual([
      'pages:next is missing',
      'pages:results is missing',
    ])
  })

  test.each([
    ['sr', ['one', 'few', 'other']],
    ['ru', ['one', 'few', 'many', 'other']],
    ['ar', ['zero', 'one', 'two', 'few', 'many', 'other']],
    ['my', ['other']],
    ['fr', ['one', 'many', 'other']],
    ['es', ['one', 'many', 'other']],
  ])('in %s a text that counts has the forms %j, no more and no fewer', (tag, forms) => {
    const whole = Object.fromEntries(forms.map((form) => [`results_${form}`, '{{count}} x']))
    expect(faultsOf({ next, ...whole }, tag)).toEqual([])
    for (const form of forms) {
      const { [`results_${form}`]: _, ...rest } = whole
      expect(faultsOf({ next, ...rest }, tag)).not.toEqual([])
    }
    expect(faultsOf({ next, ...whole, results_dual: '{{count}} x' }, tag)).not.toEqual([])
  })

  test.each([
    ['sv', 'one', true],
    ['es', 'one', true],
    ['ar', 'one', true],
    ['ar', 'two', true],
    ['ar', 'zero', true],
    ['ar', 'few', false],
    ['ru', 'one', false],
    ['sr', 'one', false],
    ['fr', 'one', false],
    ['my', 'other', false],
  ])('in %s the form "%s" may leave out its number: %s', (tag, form, mayLeaveOut) => {
    const forms = new Intl.PluralRules(tag).resolvedOptions().pluralCategories
    const all = forms.map((one) => [`results_${one}`, one === form ? 'x' : '{{count}} x'])
    expect(faultsOf({ next, ...Object.fromEntries(all) }, tag)).toEqual(
      mayLeaveOut ? [] : [`pages:results_${form} has the placeholders [], not [{{count}}]`],
    )
  })

  test.each([
    ['', 'is empty'],
    [' Sledeće: {{title}}', 'has spaces too many'],
    ['Sledeće:  {{title}}', 'has spaces too many'],
    ['Sledeće', 'has the placeholders [], not [{{title}}]'],
    ['Sledeće: {{title}} {{name}}', 'has the placeholders [{{name}}, {{title}}], not [{{title}}]'],
    ['Sledeće: {{title}} <b>', 'has a brace or a tag'],
    ['Sledeće: {{title}} {', 'has a brace or a tag'],
  ])('"%s" %s', (text, fault) => {
    const results = Object.fromEntries(
      ['one', 'few', 'other'].map((form) => [`results_${form}`, '{{count}} x']),
    )
    expect(faultsOf({ next: text, ...results }, 'sr')).toContain(`pages:next ${fault}`)
  })
})

test('a text that does not exist is a fault, not a hole in the page', () => {
  expect(() => i18nFor(languages[0]!).t('pages:noSuchText' as 'pages:leave')).toThrow(
    'There is no text pages:noSuchText in en',
  )
})

test('the language for tests marks every text, and fills its placeholders', () => {
  const { t } = i18nFor(pseudoRtl)
  expect(t('pages:leave')).toBe('[Leave]')
  expect(t('courses:questions', { count: 3 })).toBe('[3 questions]')
})
