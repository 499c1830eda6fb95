import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'
import { axeFaults } from './axe.ts'
import { chapters, circlePagesOf, expect, guestPages, learnerPages, test } from './site.ts'

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
/** The rules that depend on colours: all that another theme can break. */
const colourRules = ['color-contrast', 'link-in-text-block']

for (const tag of ['en', 'sv', 'en-XB']) {
  test.describe(`in ${tag}, light and dark`, () => {
    test.use({ complaints: /404/ })

    /** Opens the page once: in light with every rule, in dark with those that a theme can break. */
    async function look(page: Page, path: string) {
      await page.emulateMedia({ colorScheme: 'light' })
      await page.goto(path.replace('/en', `/${tag}`))
      const light = await axeFaults(page, (axe) => axe.withTags(rules))
      await page.emulateMedia({ colorScheme: 'dark' })
      const dark = await axeFaults(page, (axe) => axe.withRules(colourRules))
      expect({ path, light, dark }).toEqual({ path, light: [], dark: [] })
    }

    test('axe finds nothing on any page that a guest sees', async ({ page }) => {
      for (const path of guestPages) await look(page, path)
    })

    test('axe finds nothing on any page of a learner, answers among them', async ({
      page,
      context,
      signIn,
    }) => {
      await signIn(context)
      await page.goto(chapters.branch)
      await page.locator('.question .option').getByRole('radio').first().check()
      await page.getByRole('button', { name: 'Check all my answers' }).last().click()
      await expect(page.locator('.result')).toBeVisible()
      for (const path of learnerPages) await look(page, path)
    })

    test('axe finds nothing on any page of a circle', async ({ page, context, signIn }) => {
      await signIn(context)
      for (const path of await circlePagesOf(context)) await look(page, path)
    })
  })
}

test('everything to press is 36 pixels high or more on a phone, but for links in running text', async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 800 })
  for (const path of [chapters.branch, '/en', '/en/courses/run-a-party', '/en/sign-in']) {
    await page.goto(path)
    const small = await page.evaluate(() =>
      [
        ...document.querySelectorAll<HTMLElement>(
          'button, .button, .bar a, .utility a, summary, select, .turn a, .course-pages a',
        ),
      ]
        .filter((one) => !one.matches('.unseen, .link') && one.offsetParent !== null)
        .filter((one) => one.getBoundingClientRect().height < 36)
        .map((one) => one.outerHTML),
    )
    expect(small, path).toEqual([])
  }
})

test('a screen reader hears a chapter in order: headings without a gap, pictures with words, questions as groups', async ({
  page,
}) => {
  await page.goto(chapters.branch)
  const levels = await page
    .locator('main :is(h1, h2, h3)')
    .evaluateAll((headings) => headings.map((heading) => Number(heading.tagName[1])))
  expect(levels[0]).toBe(1)
  levels.forEach((level, i) => {
    expect(level - (levels[i - 1] ?? 0), `heading ${i}`).toBeLessThanOrEqual(1)
  })
  expect(await page.getByRole('group').count()).toBeGreaterThanOrEqual(6)
  for (const picture of await page.getByRole('img').all())
    expect(((await picture.getAttribute('aria-label')) ?? '').length).toBeGreaterThan(20)
})

test('a reader with a keyboard skips to the text with the first key', async ({ page }) => {
  await page.goto(chapters.branch)
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Skip to main content' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.locator('#main')).toBeFocused()
})

test('the Nu HTML checker finds no error on any page', async ({ request, context, signIn }) => {
  test.skip(spawnSync('java', ['-version']).status !== 0, 'There is no Java on this machine')
  const folder = '.cache/tests/html'
  mkdirSync(folder, { recursive: true })
  await signIn(context)
  let count = 0
  const keep = async (path: string, html: string) => {
    count += 1
    writeFileSync(`${folder}/${count}${path.replaceAll(/[^a-z-]+/g, '_')}.html`, html)
  }
  for (const path of guestPages)
    for (const tag of ['en', 'sv', 'en-XB'])
      await keep(`${tag}${path}`, await (await request.get(path.replace('/en', `/${tag}`))).text())
  for (const path of [...learnerPages, ...(await circlePagesOf(context))])
    await keep(`learner${path}`, await (await context.request.get(path)).text())
  const form = {
    intent: 'answer',
    check: '',
    'q.who-went-home': 'all',
    'q.a-name-from-the-floor': 'true',
    'q.lines-of-a-plan': 'line-3',
  }
  await keep('answered', await (await request.post(chapters.branch, { form })).text())
  const jar = createRequire(import.meta.url).resolve('vnu-jar/build/dist/vnu.jar')
  const { stderr } = spawnSync(
    'java',
    ['-jar', jar, '--errors-only', '--format', 'gnu', '--skip-non-html', folder],
    {
      encoding: 'utf8',
      maxBuffer: 1e8,
    },
  )
  expect(
    stderr
      .split('\n')
      .filter((line) => /error/i.test(line))
      .slice(0, 10),
  ).toEqual([])
})
