import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { i18nFor } from '../../app/i18n/i18n.ts'
import { languages } from '../../app/i18n/languages.ts'
import { texts } from '../../app/i18n/texts/index.ts'
import { claims, testsOf } from '../../app/safety/promises.ts'
import type { Expected } from './expectation.ts'
import { expectedRoutes } from './expected/index.ts'
import { promisesTable } from './promises-table.ts'
import { type PeopledSite, startPeopledSite } from './site.ts'

let site: PeopledSite
beforeAll(async () => {
  site = await startPeopledSite('safety-page')
})
afterAll(() => site?.stop())

/** The words of a page, as a reader sees them. */
function wordsOf(html: string): string {
  const named: Record<string, string> = {
    '&#x27;': "'",
    '&quot;': '"',
    '&amp;': '&',
    '&lt;': '<',
    '&gt;': '>',
  }
  const text = html.replace(/<(style|script)\b[\s\S]*?<\/\1>/g, '').replace(/<[^>]+>/g, ' ')
  return text
    .replace(/&(#x27|quot|amp|lt|gt);/g, (entity) => named[entity] as string)
    .replace(/\s+/g, ' ')
}

const all = Object.values(claims).flat()

test('P18: what is protected, what is not and what to do stands on one page, in every language', async () => {
  for (const language of languages) {
    const { t } = i18nFor(language)
    const { received } = await site.open('guest', `/${language.tag}/safety`)
    const words = wordsOf(received.body)
    for (const title of [
      'safety:protectedTitle',
      'safety:notTitle',
      'safety:doTitle',
      'safety:testedTitle',
    ] as const)
      expect(words).toContain(wordsOf(t(title)))
    for (const title of [
      'safety:advice.borrowedTitle',
      'safety:advice.searchedTitle',
      'safety:advice.aloneTitle',
    ] as const)
      expect(words).toContain(wordsOf(t(title)))
    for (const { text, promises } of all)
      expect(words).toContain(wordsOf(`${t(text)} ${promises.join(' ')}`))
    for (const limit of Object.values(texts[language.tag]!.safety.limits))
      expect(words).toContain(wordsOf(limit))
  }
})

test('P18: every page that anyone can open leads to it', async () => {
  for (const { at } of Object.values(expectedRoutes).flat() as Expected[])
    for (const role of ['guest', 'trainer', 'moderator'] as const) {
      const { received } = await site.open(role, at)
      const { 'content-type': type, 'content-disposition': disposition } = received.headers
      // A file to carry away leads nowhere: it holds no address of the site.
      if (!String(type).startsWith('text/html') || received.body === '' || disposition) continue
      expect([at, role, /<a href="\/(en|sv)\/safety"/.test(received.body)]).toEqual([
        at,
        role,
        true,
      ])
    }
})

test('P20: every sentence on what is protected names promises, and every promise the tests that show it', async () => {
  for (const lang of languages.map(({ tag }) => tag))
    expect(
      Object.keys(texts[lang]!.safety.claims)
        .map((name) => `safety:claims.${name}`)
        .sort(),
    ).toEqual(all.map(({ text }) => text).sort())
  const promisesWithTests = new Set(
    promisesTable()
      .filter(({ tests }) => tests.length > 0)
      .map(({ number }) => number),
  )
  for (const { text, promises } of all) {
    expect([text, promises.length > 0]).toEqual([text, true])
    expect([text, promises.filter((number) => !promisesWithTests.has(number))]).toEqual([text, []])
  }
  const words = wordsOf((await site.open('guest', '/en/safety')).received.body)
  for (const [number, files] of Object.entries(testsOf))
    expect(words).toContain(`${number}: ${files.join(', ')}`)
})

test('P20: no text of the site calls anything anonymous, encrypted or secure', () => {
  const claimed =
    /anonym|encrypt|krypter|\bsecure(?!d? connection)|100 ?%|untraceable|ospårbar|guarantee|garanter/i
  const everything = languages.flatMap(({ tag }) =>
    Object.keys(texts.en!).map(
      (namespace) =>
        [namespace, readFileSync(`app/i18n/texts/${tag}/${namespace}.json`, 'utf8')] as const,
    ),
  )
  for (const [namespace, text] of everything)
    expect([
      namespace,
      text
        .split('\n')
        .filter(
          (line) =>
            claimed.test(line) && !/without a secure connection|utan säker anslutning/.test(line),
        ),
    ]).toEqual([namespace, []])
})
