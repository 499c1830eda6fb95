import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { i18nFor, namespaces } from './i18n.ts'
import { languages, pseudoRtl } from './languages.ts'
import { texts } from './texts/index.ts'

const app = join(import.meta.dirname, '..')

/** Every text of a language by its key, "pages:next" or "pages:a.b". */
function flat(value: unknown, key = ''): [key: string, text: string][] {
  if (typeof value === 'string') return [[key, value]]
  return Object.entries(value as object).flatMap(([name, inner]) =>
    flat(inner, key === '' ? `${name}:` : key.endsWith(':') ? key + name : `${key}.${name}`),
  )
}

/** A key as the code writes it: without the ending for its number. */
const keyOf = (key: string) => key.replace(/_(zero|one|two|few|many|other)$/, '')
const placeholders = (text: string) => [...new Set(text.match(/\{\{\s*\w+\s*\}\}/g) ?? [])].sort()

const english = new Map(flat(texts.en))

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
    const known = new Set([...english.keys()].flatMap((key) => [key, keyOf(key)]))
    expect([...used].filter(([key]) => !known.has(key))).toEqual([])
    expect(used.size).toBeGreaterThan(100)
  })

  test('are all asked for somewhere', () => {
    expect([...english.keys()].filter((key) => !used.has(keyOf(key)) && !used.has(key))).toEqual([])
  })

  test('are there in each language that is offered, and in no other', () => {
    expect(Object.keys(texts).sort()).toEqual(languages.map(({ tag }) => tag).sort())
    expect(Object.keys(texts.en!).sort()).toEqual([...namespaces].sort())
  })
})

describe.each(
  languages.map((language) => [language.name, language] as const),
)('in %s', (_, language) => {
  const own = new Map(flat(texts[language.tag]))
  const forms = new Intl.PluralRules(language.tag).resolvedOptions().pluralCategories

  test('each text of English is there, and nothing else', () => {
    expect([...new Set([...own.keys()].map(keyOf))].sort()).toEqual(
      [...new Set([...english.keys()].map(keyOf))].sort(),
    )
  })

  test('a text that counts has every form that the language needs', () => {
    const counting = [...own.keys()].filter((key) => key !== keyOf(key))
    expect(counting.length).toBeGreaterThan(0)
    for (const key of new Set(counting.map(keyOf)))
      expect(
        counting
          .filter((one) => keyOf(one) === key)
          .map((one) => one.slice(key.length + 1))
          .sort(),
      ).toEqual([...forms].sort())
  })

  test('each text has the placeholders of the English one', () => {
    for (const [key, text] of own) {
      // "One question" may leave out the number that "2 questions" has.
      if (key.endsWith('_one'))
        expect(placeholders(english.get(`${keyOf(key)}_other`) as string)).toEqual(
          expect.arrayContaining(placeholders(text)),
        )
      else
        expect([key, placeholders(text)]).toEqual([
          key,
          placeholders(english.get(key) ?? (english.get(`${keyOf(key)}_other`) as string)),
        ])
    }
  })

  test('no text is empty, has stray spaces or an opened brace', () => {
    for (const [key, text] of own) {
      expect([key, text]).toEqual([key, text.trim().replace(/ {2,}/g, ' ')])
      expect(text.replace(/\{\{\w+\}\}/g, '')).toMatch(/^[^{}<>]+$/)
    }
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
