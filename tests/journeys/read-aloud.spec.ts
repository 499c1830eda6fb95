import type { Page } from '@playwright/test'
import { chapters, expect, test } from './site.ts'

interface Voice {
  name: string
  lang: string
  localService: boolean
}
const own: Voice = { name: 'Own', lang: 'en-GB', localService: true }
const remote: Voice = { name: 'Remote', lang: 'en-US', localService: false }

/** Gives the browser these voices, which say nothing and note what they were given. */
async function withVoices(page: Page, voices: Voice[]) {
  await page.addInitScript((voices) => {
    const said: string[] = []
    const speech = {
      speaking: false,
      getVoices: () => voices,
      addEventListener() {},
      speak(utterance: { text: string; voice: { name: string } }) {
        speech.speaking = true
        said.push(`${utterance.voice.name}: ${utterance.text}`)
      },
      cancel() {
        speech.speaking = false
        said.push('silence')
        console.log('silence')
      },
    }
    Object.defineProperty(window, 'speechSynthesis', { value: speech })
    Object.defineProperty(window, 'SpeechSynthesisUtterance', {
      value: class {
        constructor(readonly text: string) {}
      },
    })
    Object.defineProperty(window, 'said', { value: said })
  }, voices)
}
const saidOn = (page: Page) =>
  page.evaluate(() => (window as unknown as { said: string[] }).said.slice())

test('a chapter is read aloud by a voice of the device, from where it is in sight, until it is stopped', async ({
  page,
}) => {
  await withVoices(page, [remote, own])
  await page.goto(chapters.branch)
  await page.getByRole('button', { name: /^Read aloud/ }).click()
  expect(await saidOn(page)).toEqual([expect.stringMatching(/^Own: The branch is the only part/)])
  await page.getByRole('button', { name: 'Stop reading' }).click()
  expect((await saidOn(page)).at(-1)).toBe('silence')
  await expect(page.getByRole('button', { name: /^Read aloud/ })).toBeVisible()
})

test('Leave silences the voice at once, before the server is asked', async ({ page }) => {
  await withVoices(page, [own])
  // The server never answers: the page stays where it is.
  await page.route('**/leave*', () => {})
  await page.goto(chapters.branch)
  await page.getByRole('button', { name: /^Read aloud/ }).click()
  const silence = page.waitForEvent('console', (message) => message.text() === 'silence')
  await page.getByRole('link', { name: 'Leave' }).click({ noWaitAfter: true })
  await silence
})

for (const [what, voices] of [
  ['only a voice that sends the text to somebody', [remote]],
  ['only voices of other languages', [{ ...own, lang: 'sv-SE' }]],
  ['no voice', []],
] as const)
  test(`nothing is offered where there is ${what}`, async ({ page }) => {
    await withVoices(page, [...voices])
    await page.goto(chapters.branch)
    await expect(page.locator('[data-read-aloud]')).toBeHidden()
    expect(await saidOn(page)).toEqual([])
  })

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false })
  test('no button promises to read aloud', async ({ page }) => {
    await page.goto(chapters.branch)
    await expect(page.locator('[data-read-aloud]')).toBeHidden()
  })
})
