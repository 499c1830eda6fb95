import { readdirSync, readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { countryCodes, countryName } from '../../app/courses/model/countries.ts'
import { startServer } from './server.ts'
import { chapters, circlePagesOf, expect, guestPages, learnerPages, test } from './site.ts'

test.use({ complaints: /404/ })

/** What people wrote in these journeys, and the site’s name, which its host writes. */
const written = new Set(['Notes', 'Round table', 'We sit in a ring', 'Bring chairs'])
/** Formats that have one name in every language. */
const formats = new Set(['GIFT', 'Moodle XML'])
/** Names of tests, which the safety page gives beside each promise. */
const testNames = /^P\d+: (tests|app)\//
/** A size with its unit, which Intl writes: "10 MB". */
const size = /^[\d.,]+\s[kMG]?B$/

/** The course as its files have it. Names and titles of sources are the same in each language. */
const courseFiles = readdirSync('courses', { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.(mdx|yaml)$/.test(file))
  .map((file) =>
    readFileSync(`courses/${file}`, 'utf8').replaceAll(/\s+/g, ' ').replaceAll('&quot;', '"'),
  )
  .join(' ')
const parts = (text: string) =>
  text
    .split(/[<>"'’{}[\]*|,]|: | - | – | · |\. /)
    .map((part) => part.replaceAll(/^[\s.–-]+|[\s.–-]+$/g, ''))
    .filter((part) => /\p{L}{2}/u.test(part))
/** What the files have between marks, or after a colon: names, terms, publishers. */
const courseNames = new Set(parts(courseFiles))
const countries = new Set(countryCodes.map((code) => countryName(code, 'en')))

/** Whether a text is the course’s: a longer one anywhere, any other only as whole names. */
function isOfCourse(text: string): boolean {
  const bare = text.replaceAll(/\s+/g, ' ').replaceAll(/^[ ,.]+|[ ,.]+$/g, '')
  const isLong = bare.split(' ').length > 5
  return (
    (isLong && courseFiles.includes(bare)) || parts(bare).every((part) => courseNames.has(part))
  )
}

/**
 * What a page says outside of brackets, in which the pseudo-language puts each text. Not the names
 * that are marked as not to be translated, nor what is marked as another language.
 */
function wordsOutsideBrackets(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const own = document.documentElement.lang
    const isOther = (element: Element | null) =>
      // Countries and time zones in a list come from Intl.
      element?.closest('[translate="no"], script, style, svg, option') !== null ||
      element?.closest('[lang]')?.getAttribute('lang') !== own
    const found = new Set<string>()

    // A text may go on through elements within it: "[Read <a>this</a> first]".
    let depth = 0
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (texts.nextNode()) {
      const { data, parentElement } = texts.currentNode as Text
      if (isOther(parentElement)) continue
      for (const part of data.split(/([[\]])/)) {
        if (part === '[') depth += 1
        else if (part === ']') depth -= 1
        else if (depth === 0) found.add(part.trim())
      }
    }

    for (const name of ['aria-label', 'aria-description', 'title', 'placeholder', 'alt'])
      for (const element of document.querySelectorAll(`[${name}]`)) {
        const value = element.getAttribute(name) ?? ''
        if (!value.startsWith('[') && !isOther(element)) found.add(value)
      }
    return [...found].filter((text) => /\p{L}{2}/u.test(text))
  })
}

/**
 * Texts that were written into the code: they stand outside of brackets in the pseudo-language, and
 * are the same in Swedish, where the course, days and lists are not.
 */
async function look(page: Page, paths: readonly string[], origin = '') {
  for (const path of paths) {
    await page.goto(origin + path.replace('/en', '/en-XB'))
    const outside = await wordsOutsideBrackets(page)
    await page.goto(origin + path.replace('/en', '/sv'))
    const swedish = new Set(await wordsOutsideBrackets(page))
    const same = outside
      .filter((text) => swedish.has(text))
      .filter((text) => !(written.has(text) || formats.has(text)))
      .filter((text) => !(testNames.test(text) || size.test(text) || countries.has(text)))
      .filter((text) => !isOfCourse(text))
    expect.soft(same, path).toEqual([])
  }
}

test.describe('every text of the interface comes from the texts that are translated', () => {
  test('on the pages of guests', async ({ browser }, info) => {
    // Of its own, since readers of other journeys have left comments on a worker’s site.
    const site = await startServer(`untranslated-${info.workerIndex}`)
    const page = await browser.newPage()
    await look(page, guestPages, site.origin)
    await page.close()
    await site.stop()
  })

  test('on the pages of learners and circles', async ({ page, context, signIn }) => {
    await signIn(context)
    await page.goto(chapters.branch)
    await page.locator('.question .option').getByRole('radio').first().check()
    await page.getByRole('button', { name: 'Check all my answers' }).last().click()
    await expect(page.locator('.result')).toBeVisible()
    await look(page, [...learnerPages, ...(await circlePagesOf(context))])
  })

  test('on the pages of those with a role', async ({ page, context, signIn }) => {
    await signIn(context, 'host')
    await look(page, ['/en/host'])
  })
})
