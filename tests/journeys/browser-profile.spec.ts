import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, chromium, type Locator, type Page } from '@playwright/test'
import { findWholeBrowser } from '../../scripts/browser.mjs'
import { chapters, circlePagesOf, expect, guestPages, learnerPages, test } from './site.ts'

/** All files under a folder; a browser may delete one while it is read. */
function filesIn(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    const isFolder = statSync(path, { throwIfNoEntry: false })?.isDirectory()
    return isFolder ? filesIn(path) : [path]
  })
}

/** Where in a folder one of the words stands, as bytes: `word in file`. */
function found(folder: string, words: string[]): string[] {
  return filesIn(folder).flatMap((file) => {
    const isFile = statSync(file, { throwIfNoEntry: false })?.isFile()
    const bytes = isFile ? readFileSync(file) : Buffer.alloc(0)
    return words
      .filter((word) =>
        (['utf8', 'utf16le'] as const).some((way) => bytes.includes(Buffer.from(word, way))),
      )
      .map((word) => `${word} in ${file.slice(folder.length + 1)}`)
  })
}

/** Types into a field key by key, as a person does; browsers remember only such values. */
async function type(field: Locator, text: string) {
  await field.fill('')
  await field.pressSequentially(text)
}

/** Sends the form that a field stands in. */
async function send(field: Locator) {
  await field.locator('xpath=ancestor::form').locator('button[type=submit]').last().click()
}

/** Everything telling that a person types on the site, each word once, refused tries too. */
async function typeEverything(page: Page, origin: string, bird: string) {
  const [pseudonym, passphrase] = [
    page.locator('[name=pseudonym]'),
    page.locator('[name=passphrase]'),
  ]
  await page.goto(`${origin}/en/sign-up`)
  await type(pseudonym, 'refusedpseudonym')
  await type(passphrase, 'refused1')
  await send(passphrase)
  await expect(page.locator('.problems')).toBeVisible()
  await type(pseudonym, `typedpseudonym ${bird}`)
  await type(passphrase, 'typedpassphrase kettle ocean')
  await send(passphrase)
  await expect(page).toHaveURL(/codes/)

  await page.goto(`${origin}/en/account`)
  await type(passphrase, 'typedpassphrase kettle ocean')
  await type(page.locator('[name=passphraseNew]'), 'changedpassphrase lantern river')
  await send(passphrase)
  await expect(page.getByText('Your passphrase has been changed.')).toBeVisible()

  await page.goto(`${origin}${chapters.branch}/comment`)
  await type(page.locator('[name=text]'), 'typedcomment that is too short')
  await page.locator('[name=country]').selectOption('ZW')
  await page.locator('[name=signed]').first().check()
  await send(page.locator('[name=text]'))
  await expect(page.locator('.problem').first()).toBeVisible()

  await page.goto(`${origin}/en/circles/new`)
  await type(page.locator('[name=name]'), 'typedcircle')
  await type(page.locator('[name=trainer]'), 'typedtrainer')
  await page.locator('[name=timeZone]').selectOption('Africa/Harare')
  await send(page.locator('[name=trainer]'))
  await expect(page).toHaveURL(/circles\/(?!new)/)
  const circle = /^.*\/circles\/[^/?]+/.exec(page.url())?.[0]
  await page.goto(`${circle}/people`)
  const seat = page.locator('[name=added]')
  await type(seat, 'typedseat')
  await send(seat)
  await expect(page.getByText('typedseat').first()).toBeAttached()
  await page.goto(`${circle}/plan`)
  await type(page.locator('[name=aim]'), 'typedaim')
  await send(page.locator('[name=aim]'))
  await page.goto(`${circle}/meetings/1`)
  await type(page.locator('[name=task]'), 'typedtask')
  await send(page.locator('[name=task]'))

  for (const chapter of ['money', 'message-and-media']) {
    await page.goto(`${origin}/en/courses/run-a-party/${chapter}`)
    const answers = await page
      .locator('form[data-quiz]')
      .locator('textarea, input:not([type])')
      .all()
    expect(answers.length).toBeGreaterThan(0)
    for (const answer of answers) await type(answer, 'typedanswer')
    await page.getByRole('button', { name: 'Check all my answers' }).last().click()
  }

  await page.goto(`${origin}/en/sign-out`)
  await page.locator('main button[type=submit]').click()
  await page.goto(`${origin}/en/sign-in`)
  await type(pseudonym, 'mistakenpseudonym')
  // Without script there is no such button. What is shown is typed on in plain sight, and sent so.
  const show = page.getByRole('button', { name: 'Show the passphrase' })
  const canShow = await show.isVisible()
  if (canShow) await show.click()
  await type(passphrase, 'mistakenpassphrase')
  await expect(passphrase).toHaveAttribute('type', canShow ? 'text' : 'password')
  await send(passphrase)
  await expect(page.locator('.problems')).toBeVisible()
  await type(pseudonym, `typedpseudonym ${bird}`)
  if (canShow) await show.click()
  await type(passphrase, 'changedpassphrase lantern river')
  await send(passphrase)
  await expect(page).not.toHaveURL(/sign-in/)

  await page.goto(`${origin}/en/account/erase`)
  if (canShow) await show.click()
  await type(passphrase, 'shownpassphrase that is never sent')
}

const typed = [
  ...[
    'refusedpseudonym',
    'refused1',
    'typedpseudonym',
    'typedpassphrase',
    'changedpassphrase',
    'mistakenpseudonym',
    'shownpassphrase',
  ],
  ...[
    'mistakenpassphrase',
    'typedcomment',
    'typedcircle',
    'typedtrainer',
    'typedseat',
    'typedaim',
    'typedtask',
    'typedanswer',
  ],
]

/** How long a step may take before its test says which one it was. */
const patience = 10_000

/** A browser with a profile folder of its own, as a person has it, and what ends it. */
async function ownBrowser(javaScriptEnabled: boolean) {
  const folder = mkdtempSync(join(tmpdir(), 'profile-'))
  const { executablePath, args } = findWholeBrowser()
  const context: BrowserContext = await chromium.launchPersistentContext(folder, {
    executablePath,
    args,
    javaScriptEnabled,
  })
  context.setDefaultTimeout(patience)
  const remove = () => rmSync(folder, { recursive: true, force: true })
  return { folder, context, page: context.pages()[0] ?? (await context.newPage()), remove }
}

for (const javaScriptEnabled of [true, false]) {
  const way = javaScriptEnabled ? 'with script' : 'without script'
  test(`P7: a browser's profile folder holds nothing that was typed, ${way}`, async ({
    site,
    neutral,
  }) => {
    const { folder, context, page, remove } = await ownBrowser(javaScriptEnabled)
    try {
      await typeEverything(page, site.origin, javaScriptEnabled ? 'heron' : 'finch')
      expect(found(folder, typed), 'while the tab is open').toEqual([])
      await page.goto(`${site.origin}/en/wipe`)
      await page.getByRole('button', { name: 'Clear this site from this device' }).click()
      await expect(
        page.getByRole('heading', { name: 'This site’s data is cleared from this device' }),
      ).toBeVisible()
      expect(found(folder, typed), 'after Wipe').toEqual([])
      await page.goto(`${site.origin}/leave`)
      await expect(page).toHaveURL(neutral.address)
      expect(found(folder, typed), 'after Leave').toEqual([])
      await context.close()
      expect(found(folder, typed), 'after closing').toEqual([])
      // The search would find something: the address of the page lies in the history.
      expect(found(folder, ['/en/sign-up']).length).toBeGreaterThan(0)
    } finally {
      await context.close()
      remove()
    }
  })

  test(`P7: a suggestion that is taken as it stands is not in the profile folder, ${way}`, async ({
    site,
  }) => {
    const { folder, context, page, remove } = await ownBrowser(javaScriptEnabled)
    try {
      await page.goto(`${site.origin}/en/sign-up`)
      const suggested = [
        await page.locator('[name=pseudonym]').inputValue(),
        await page.locator('[name=passphrase]').inputValue(),
      ]
      await send(page.locator('[name=passphrase]'))
      await expect(page).toHaveURL(/codes/)
      await page.goto(`${site.origin}/leave`)
      await context.close()
      const posted = suggested.map((text) => text.replaceAll(' ', '+'))
      expect(found(folder, [...suggested, ...posted])).toEqual([])
    } finally {
      await context.close()
      remove()
    }
  })
}

/** What is wrong with the forms of a page: each is not remembered, and so is each field of it. */
function rememberedOn(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const forms = [...document.querySelectorAll('form')]
    const fields = [
      ...document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea'),
    ]
    const isTyped = ({ type }: { type: string }) =>
      !['hidden', 'checkbox', 'radio', 'date', 'time', 'number'].includes(type)
    const marks = (form: HTMLFormElement) =>
      form.querySelectorAll('input[type=password][hidden][value="-"]:not([name])').length
    return [
      ...forms
        .filter((form) => form.method === 'post' && form.autocomplete !== 'off')
        .map((form) => `form ${form.action}`),
      ...forms
        .filter((form) => form.method === 'post' && marks(form) !== 1)
        .map((form) => `body of ${form.action}`),
      ...fields
        .filter((field) => field.name && isTyped(field))
        .filter((field) => field.form && !['off', 'one-time-code'].includes(field.autocomplete))
        .map((field) => `field ${field.name}`),
    ]
  })
}

test.describe('forms', () => {
  test.use({ complaints: /404/ })
  test('P7: no form on any page is remembered by a browser', async ({ page, context, signIn }) => {
    const look = async (path: string) => {
      await page.goto(path, { waitUntil: 'domcontentloaded' })
      expect(await rememberedOn(page), path).toEqual([])
    }
    for (const path of guestPages) await look(path)
    await signIn(context, 'moderator')
    for (const path of [...learnerPages, '/en/comments', ...(await circlePagesOf(context))])
      await look(path)
  })
})
