import type { Page } from '@playwright/test'
import { chapters, expect, joinCircle, makeCircle, test } from './site.ts'

// Who sees what, said here a second time and apart from the texts: a line that names fewer people than see the field is a lie.
const onlyYou = /^only you\./
const youAndSite = /^you and the people who run this site\./
const ownList = /^you, in the list of where you are signed in, and the people who run this site\./
const yourScreen = /^you, and anyone who sees this screen or your note\./
const yourBrowser = /^you, and anyone who looks in this browser[’']s history\./
const circle = /^(everyone in this circle|the people in the circle,) and the people who run this site\.$/
const invited = /^the people in the circle, whoever has the code, and the people who run this site\.$/
const leaders = /^the trainers of (this|the) circle,? and the people who run this site\.( Each member sees their own\.)?$/
const everyone = /^you, the moderators and the people who run this site; when it is published, everyone\.$/

/** What each field of a page says of who sees it, by the field's name. */
async function audiencesOn(page: Page, path: string): Promise<Record<string, string>> {
  const html = await (await page.request.get(path)).text()
  return page.evaluate((text) => {
    const parsed = new DOMParser().parseFromString(text, 'text/html')
    const linesOf = (element: Element | null | undefined) =>
      (element?.getAttribute('aria-describedby') ?? '').split(' ').map((id) => (id ? parsed.getElementById(id)?.textContent : '') ?? '')
    const audiences: Record<string, string> = {}
    for (const field of parsed.querySelectorAll<HTMLInputElement>('main :is(input, select, textarea)')) {
      if (!field.name || ['hidden', 'submit', 'button', 'reset'].includes(field.type) || field.closest('[hidden]')) continue
      const line = [field, field.closest('fieldset'), field.form].flatMap(linesOf).find((said) => said.includes('Who can see'))
      // The meetings of a plan and the questions of a chapter each have their fields; the ids of meetings are random.
      const name = field.name.replace(/^(q|sure)\..*/, '$1').replace(/\.[a-z0-9]{8}$/, '')
      audiences[name] = line?.replace(/^.*Who can see (it|this|them): /s, '') ?? 'nobody is named'
    }
    return audiences
  }, html)
}

/** Holds every field of a page to its audience; one that the table does not know, or that is gone, fails as well. */
async function expectAudiences(page: Page, path: string, expected: Record<string, RegExp>) {
  const found = await audiencesOn(page, path)
  expect(Object.keys(found).sort(), path).toEqual(Object.keys(expected).sort())
  for (const [name, audience] of Object.entries(expected)) expect(found[name], `${path}: ${name}`).toMatch(audience)
}

const ownWords = '/en/courses/run-a-party/message-and-media'

test('P11: what a guest types says who sees it, field by field', async ({ page }) => {
  await page.goto('/en/safety')
  await expectAudiences(page, '/en/sign-in', { pseudonym: youAndSite, passphrase: onlyYou, ownDevice: ownList })
  await expectAudiences(page, '/en/sign-up', { pseudonym: youAndSite, passphrase: yourScreen, ownDevice: ownList })
  await expectAudiences(page, '/en/recover', { pseudonym: youAndSite, code: yourScreen, passphraseNew: yourScreen, ownDevice: ownList })
  await expectAudiences(page, '/en/search', { q: yourBrowser })
  await expectAudiences(page, '/en/join', { code: yourBrowser })
  await expectAudiences(page, '/en/proof/verify', { code: onlyYou })
  for (const path of [chapters.branch, ownWords]) await expectAudiences(page, path, { q: onlyYou })
})

test('P11: what a learner types says who sees it, field by field', async ({ page, context, signIn }) => {
  await page.goto('/en/safety')
  await signIn(context)
  await expectAudiences(page, '/en/account', { passphrase: onlyYou, passphraseNew: yourScreen })
  await expectAudiences(page, '/en/account/erase', { passphrase: onlyYou })
  for (const path of [chapters.branch, ownWords]) await expectAudiences(page, path, { q: youAndSite, sure: youAndSite })
  await expectAudiences(page, `${chapters.branch}/comment`, {
    country: everyone,
    section: everyone,
    text: everyone,
    language: everyone,
    signed: /^as you choose here\. .*the people who run this site can\.$/,
  })
})

test('P11: what a circle is told says who sees it, field by field', async ({ page, context, browser, site, signIn }) => {
  await page.goto('/en/safety')
  await signIn(context)
  const rhythm = { meetings: circle, hoursEach: circle, firstDay: circle, start: circle, everyDays: circle, timeZone: circle }
  await expectAudiences(page, '/en/circles/new', { name: invited, trainer: invited, course: circle, ...rhythm })
  const address = await makeCircle(context)
  await expectAudiences(page, `${address}/people`, { name: circle, added: circle })
  const plan = { day: circle, start: circle, hours: circle, chapters: circle }
  await expectAudiences(page, `${address}/plan`, { name: invited, aim: circle, ...plan })
  await expectAudiences(page, `${address}/report`, { women: leaders, youth: leaders })
  await expectAudiences(page, `${address}/calendar`, { name: /^whoever looks at your calendar\.$/ })
  const roles = { leads: circle, remembers: circle, notes: circle }
  const notes = { decision: circle, task: circle, seat: circle }
  await expectAudiences(page, `${address}/meetings/1`, { there: leaders, day: circle, start: circle, hours: circle, ...roles, ...notes })

  const other = await browser.newContext({ baseURL: site.origin })
  await signIn(other)
  const invitation = await (await context.request.get(`${address}/invitation`)).text()
  const code = /\/en\/join\/([A-Z0-9]+)/.exec(invitation)?.[1] as string
  const joiner = await other.newPage()
  await joiner.goto('/en/safety')
  await expectAudiences(joiner, `/en/join/${code}`, { name: circle })
  await joinCircle(other, { origin: site.origin, code, name: 'Bo' })
  await expectAudiences(joiner, `${address}/leave`, { keepsName: leaders })
  await other.close()
})
