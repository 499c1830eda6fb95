import type { Page } from '@playwright/test'
import { finishCourse } from './finish-course.ts'
import { chapters, expect, joinCircle, makeCircle, test } from './site.ts'

test.describe.configure({ mode: 'parallel' })
test.use({ javaScriptEnabled: false, complaints: /40[0-9]/ })

/**
 * Where these words stand on a page: which of them, and the pieces of text and of attributes that
 * hold one which a browser would translate.
 */
async function placesOf(page: Page, words: readonly string[]) {
  return page.locator('html').evaluate((html, all) => {
    const found = new Set<string>()
    const exposed: string[] = []
    const isKept = (element: Element | null) =>
      element?.closest('[translate]')?.getAttribute('translate') === 'no'
    const look = (text: string, element: Element | null, where: string) => {
      for (const word of all.filter((one) => text.includes(one))) {
        found.add(word)
        if (!isKept(element)) exposed.push(`${where}: ${text.trim()}`)
      }
    }
    const walker = document.createTreeWalker(html, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
      const { parentElement, textContent } = walker.currentNode
      if (!/^(SCRIPT|STYLE|TEXTAREA)$/.test(parentElement?.tagName ?? ''))
        look(textContent ?? '', parentElement, parentElement?.tagName ?? '')
    }
    // The attributes that browsers translate.
    for (const name of ['title', 'alt', 'aria-label', 'placeholder'])
      for (const element of html.querySelectorAll(`[${name}]`))
        look(element.getAttribute(name) ?? '', element, name)
    return { found: [...found].sort(), exposed }
  }, words)
}

test('no page of a circle lets a browser translate a name or the code', async ({
  page,
  context,
  browser,
  site,
  signIn,
}) => {
  const { pseudonym } = await signIn(context)
  const circle = await makeCircle(context)
  const post = (path: string, form: Record<string, string>) =>
    context.request.post(circle + path, { form })
  await page.goto(`${circle}/invitation`)
  const code = await page.locator('.join-code').innerText()
  const link = code.replace('-', '')
  const member = await browser.newContext({ baseURL: site.origin, javaScriptEnabled: false })
  await signIn(member)
  const theirs = await joinCircle(member, { origin: site.origin, code, name: 'Qubbe' })
  await theirs
    .getByRole('button', { name: /I have read the chapter/ })
    .first()
    .click()
  await theirs
    .getByRole('button', { name: 'Show the circle leaders which chapters I have finished' })
    .click()
  await expect(theirs.getByText(/The circle leaders now see/)).toBeVisible()

  await page.goto(`${circle}/people`)
  await page.getByLabel('Your name in the circle').fill('Qadde')
  await page.getByRole('button', { name: 'Save the name' }).click()
  for (const name of ['Qedde', 'Qidde']) {
    await page.getByLabel('Name on the list').fill(name)
    await page.getByRole('button', { name: 'Add to the list' }).click()
  }
  await page.getByText('Change for this person: Qidde').click()
  await page.getByRole('button', { name: 'Remove from the list: Qidde' }).click()
  await page.goto(`${circle}/meetings/1`)
  const idOf = (name: string) =>
    page.getByLabel('Leads the meeting').getByRole('option', { name }).getAttribute('value')
  const [leads, remembers, notes] = [await idOf('Qadde'), await idOf('Qubbe'), await idOf('Qedde')]
  const roles = { leads: leads!, remembers: remembers!, notes: notes! }
  for (const number of [1, 2]) await post(`/meetings/${number}`, { intent: 'give-roles', ...roles })
  await post('/meetings/1', { intent: 'add-task', id: 't', task: 'Chairs', seat: roles.notes })

  const all = [pseudonym, code, link, 'Qadde', 'Qubbe', 'Qedde', 'Qidde']
  const of = (...words: string[]) => [...words].sort()
  const expected = {
    '': of('Qadde', 'Qubbe', 'Qedde'),
    '/people': of('Qadde', 'Qubbe', 'Qedde', 'Qidde'),
    '/plan': of('Qadde'),
    '/invitation': of(code, link),
    '/report': of('Qadde', 'Qubbe', 'Qedde'),
    '/meetings/1': of('Qadde', 'Qubbe', 'Qedde'),
    '/meetings/1/sheet': of('Qadde', 'Qubbe', 'Qedde'),
    '/meetings/1/run-sheet': of('Qadde', 'Qubbe', 'Qedde'),
    '/meetings/2/run-sheet?view=projector': of('Qadde', 'Qubbe'),
  }
  await post('/meetings/1', {
    intent: 'attendance',
    heldSeen: 'no',
    hours: '3',
    hoursSeen: '3',
    there: roles.leads,
  })
  for (const [path, found] of Object.entries(expected)) {
    await page.goto(circle + path)
    expect([path, await placesOf(page, all)]).toEqual([path, { found, exposed: [] }])
  }

  await theirs.goto(`${circle}/people`)
  await theirs.getByText('Propose yourself').first().click()
  await theirs.getByRole('button', { name: /Propose yourself/ }).click()
  for (const [who, path, found] of [
    [theirs, '', of('Qadde', 'Qubbe', 'Qedde')],
    [theirs, '/people', of('Qadde', 'Qubbe', 'Qedde')],
    [theirs, '/meetings/2', of('Qadde', 'Qubbe', 'Qedde')],
    [page, '', of('Qadde', 'Qubbe', 'Qedde')],
  ] as const) {
    await who.goto(circle + path)
    expect([path, await placesOf(who, all)]).toEqual([path, { found, exposed: [] }])
  }
  await theirs.goto(circle)
  await expect(theirs.getByText(/^Proposed as circle leader.*: Qubbe\./)).toBeVisible()

  const guest = await browser.newPage({ baseURL: site.origin, javaScriptEnabled: false })
  await signIn(guest.context())
  await guest.goto(`/en/join/${link}`)
  expect(await placesOf(guest, all)).toEqual({ found: ['Qadde'], exposed: [] })

  // What is typed and not saved is named with the seat that it belongs to.
  await page.goto(`${circle}/people`)
  await page.getByText('Change for this person: Qedde').click()
  await page.getByLabel('New name for Qedde').fill('Qedden')
  await page.getByLabel('Name on the list').fill('Qodde')
  await page.getByRole('button', { name: 'Add to the list' }).click()
  await expect(page.getByText(/^Not saved yet.*New name for/)).toBeVisible()
  expect((await placesOf(page, [...all, 'Qodde'])).exposed).toEqual([])
})

test('no page of an account, its comments or its proof lets a browser translate a pseudonym, a chosen name or a code', async ({
  page,
  context,
  browser,
  site,
  signIn,
}) => {
  const { pseudonym } = await signIn(context)
  await context.request.post(`${chapters.branch}/comment`, {
    form: {
      country: 'ZW',
      section: '',
      language: 'en',
      signed: 'pseudonym',
      text:
        `In ${pseudonym.replace('reader ', '')}ville the branch had not met for a year. We began with the bus ` +
        'queue: two of us asked everyone who waited what they wanted put right first. Nine in ' +
        'ten said the water pipe. So the first meeting had one point, and thirty-one came to it.',
    },
  })
  for (const path of [
    '/en/account',
    '/en/account/erase',
    '/en/account/export',
    `${chapters.branch}/comment`,
  ]) {
    await page.goto(path)
    expect([path, await placesOf(page, [pseudonym])]).toEqual([
      path,
      { found: [pseudonym], exposed: [] },
    ])
  }

  const moderator = await browser.newPage({ baseURL: site.origin, javaScriptEnabled: false })
  await signIn(moderator.context(), 'moderator')
  await moderator.goto('/en/comments')
  const waiting = moderator.getByRole('listitem').filter({ hasText: pseudonym })
  await expect(waiting).toHaveCount(1)
  expect((await placesOf(moderator, [pseudonym])).exposed).toEqual([])
  await waiting.getByRole('button', { name: 'Publish' }).click()
  await expect(moderator.getByText('The comment is published.')).toBeVisible()
  await page.goto(`${chapters.branch}/comments`)
  expect(await placesOf(page, [pseudonym])).toEqual({ found: [pseudonym], exposed: [] })

  // The codes of a new account are shown until they have been written down.
  await page.goto('/en/account/codes')
  const codes = await page.locator('ol code').allInnerTexts()
  expect(codes.length).toBeGreaterThan(5)
  expect(await placesOf(page, codes)).toEqual({ found: [...codes].sort(), exposed: [] })

  await finishCourse(site.databaseFile, pseudonym)
  await page.goto('/en/courses/run-a-party/proof')
  await page.getByRole('textbox', { name: 'Name on the proof' }).fill('Qadde Qubbe')
  await page.getByRole('button', { name: 'Make the proof' }).click()
  const proof = await page.locator('.proof-code').innerText()
  expect(await placesOf(page, ['Qadde Qubbe', proof])).toEqual({
    found: [proof, 'Qadde Qubbe'].sort(),
    exposed: [],
  })
  await page.goto('/en/proof/verify')
  const key = await page.locator('.proof-code').innerText()
  await page.getByRole('textbox', { name: 'Code' }).fill(proof)
  await page.getByRole('button', { name: 'Check' }).click()
  expect(await placesOf(page, ['Qadde Qubbe', key])).toEqual({
    found: ['Qadde Qubbe', key].sort(),
    exposed: [],
  })
})

test('a passphrase that is offered again is not translated', async ({ page }) => {
  await page.goto('/en/sign-up')
  const offered = await page.getByLabel('Passphrase').inputValue()
  await page.getByLabel('Passphrase').fill('short')
  await page.getByRole('button', { name: 'Create an account' }).click()
  const shown = page.locator('strong[translate=no]')
  await expect(shown).toHaveCount(1)
  expect((await placesOf(page, [await shown.innerText()])).exposed).toEqual([])
  expect(offered).not.toBe('')
})
