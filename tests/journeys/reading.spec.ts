import { chapters, expect, makeCircle, test } from './site.ts'

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'a guest' : 'a guest without script', () => {
    test.use({ javaScriptEnabled })

    test('lands in their language and reads a chapter from the start page', async ({
      browser,
      site,
    }) => {
      const context = await browser.newContext({
        locale: 'sv-SE',
        javaScriptEnabled,
        baseURL: site.origin,
      })
      const page = await context.newPage()
      await page.goto('/')
      await expect(page).toHaveURL('/sv')
      await page.getByRole('link', { name: 'Börja läsa' }).click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Varför partier')
      await page.getByRole('link', { name: /^Nästa ·/ }).click()
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      expect(await context.cookies()).toEqual([])
      await context.close()
    })

    test('P1: sees the pictures with their labels, and what they show in words', async ({
      page,
    }) => {
      await page.goto(chapters.branch)
      const picture = page.getByRole('img', { name: /Two branches side by side/ })
      await expect(picture).toBeVisible()
      await expect(picture).toContainText('50 members')
      await expect(page.locator('.illustration')).toHaveCount(5)
    })

    test('reads the comments of one country only, and then of all again', async ({ page }) => {
      await page.goto(chapters.branch)
      const comments = page.locator('aside.comment')
      await expect(comments).toHaveCount(5)
      await page.locator('.countries').getByRole('link', { name: 'South Africa' }).click()
      await expect(comments).toHaveCount(1)
      await expect(comments).toContainText('South Africa')
      await expect(comments).toBeInViewport()
      await comments.getByRole('link', { name: 'Show comments from all countries' }).click()
      await expect(comments).toHaveCount(5)
    })

    test('changes language at a section and stays there', async ({ page }) => {
      await page.goto('/sv/courses/run-a-party/the-branch')
      const section = page.locator('.section-head', { has: page.locator('#committee') })
      await section.getByRole('link', { name: 'English' }).click()
      await expect(page).toHaveURL(`${chapters.branch}#committee`)
      await expect(page.locator('html')).toHaveAttribute('lang', 'en')
      await expect(page.locator('#committee')).toBeInViewport()
    })

    test('changes language at the questions and stays there', async ({ page }) => {
      await page.goto('/sv/courses/run-a-party/the-branch')
      for (const id of [
        'talk-about-it',
        'group-exercise',
        'branch-task',
        'check-what-you-know',
        'sources',
        'comments',
        'words',
      ]) {
        // Beside the questions it is a button, which takes a guest’s answers along
        // (reading-on.spec.ts).
        if (id === 'check-what-you-know') continue
        const link = page
          .locator('.section-head', { has: page.locator(`#${id}`) })
          .getByRole('link', { name: 'English' })
        await expect(link).toHaveAttribute('href', `${chapters.branch}#${id}`)
      }
    })

    test('looks up a source and another chapter', async ({ page }) => {
      await page.goto(chapters.branch)
      await page.getByRole('link', { name: /African National Congress, 2012/ }).click()
      await expect(page.locator('#anc-constitution-2012')).toBeInViewport()
      await page.getByRole('link', { name: 'study circles' }).click()
      await expect(page).toHaveURL(chapters.study)
    })

    test('P1: finds a place by a word in it, and is told when there is none', async ({ page }) => {
      await page.goto('/en')
      await page
        .getByRole('banner')
        .getByRole('searchbox')
        .or(page.getByRole('combobox'))
        .fill('annual')
      await page.keyboard.press('Enter')
      await expect(page).toHaveURL('/en/search?q=annual')
      await page.getByLabel('Search the course').fill('discharge')
      await page.getByRole('button', { name: 'Search' }).click()
      await page
        .getByRole('link', { name: /The branch: The annual meeting decides/ })
        .first()
        .click()
      await expect(page).toHaveURL(`${chapters.branch}#annual-meeting`)
      await page.goto('/en/search?q=xyzzyplugh')
      await expect(page.getByRole('heading', { name: /No results for “xyzzyplugh”/ })).toBeVisible()
    })

    test('P6: leaves at once', async ({ page, neutral }) => {
      await page.goto(chapters.branch)
      await page.getByRole('link', { name: 'Leave' }).click()
      await expect(page).toHaveURL(neutral.address)
    })
  })
}

test('P6: a guest presses Shift three times and is gone', async ({ page, neutral }) => {
  await page.goto(chapters.branch)
  for (let i = 0; i < 3; i++) await page.keyboard.press('Shift')
  await expect(page).toHaveURL(neutral.address)
})

test('with script, the language menu keeps the section that is being read', async ({ page }) => {
  await page.goto(`${chapters.branch}#the-year`)
  await page.getByText('Language: English').click()
  await page.locator('.languages').getByRole('link', { name: 'Svenska' }).click()
  await expect(page).toHaveURL('/sv/courses/run-a-party/the-branch#the-year')
})

test.describe('the language menu without script', () => {
  test.use({ javaScriptEnabled: false })

  test('opens, keeps the query, and says beforehand that a page opens at its beginning', async ({
    page,
  }) => {
    await page.goto('/en/search?q=quorum')
    const menu = page.locator('.languages')
    await expect(menu.getByRole('link', { name: 'Svenska' })).toBeHidden()
    await menu.getByText('Language: English').click()
    await expect(menu.getByText('opens the page at its beginning')).toBeVisible()
    await menu.getByRole('link', { name: 'Svenska' }).click()
    await expect(page).toHaveURL('/sv/search?q=quorum')
  })
})

test.describe('where there is no page', () => {
  test.use({ complaints: /404/ })

  test('the reader is told so in their language, and led home', async ({ page }) => {
    for (const path of ['/sv/finns-inte', '/sv/courses/nej', '/sv/courses/run-a-party/nej']) {
      const response = await page.goto(path)
      expect(response?.status()).toBe(404)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sidan finns inte')
      await expect(page).toHaveTitle('Sidan finns inte')
    }
    await page.getByRole('link', { name: 'Gå till startsidan' }).click()
    await expect(page).toHaveURL('/sv')
  })
})

test('P1: a chapter prints without what is only for the screen, and with its questions', async ({
  page,
}) => {
  await page.goto(chapters.branch)
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('banner')).toBeHidden()
  await expect(page.locator('.utility')).toBeHidden()
  await expect(page.locator('.contents-fold')).toBeHidden()
  await expect(page.getByRole('button', { name: /Check the answer/ }).first()).toBeHidden()
  await expect(page.getByRole('group').first()).toBeVisible()
  await expect(page.locator('aside.comment').first()).toBeVisible()
})

test('no sheet of paper says who can see what is typed', async ({ page, context, signIn }) => {
  await signIn(context)
  const circle = await makeCircle(context)
  const tool = '/en/courses/run-a-party/tools/vote-goal'
  await page.emulateMedia({ media: 'print' })
  for (const path of [
    chapters.branch,
    tool,
    `${circle}/report`,
    `${circle}/meetings/1`,
    `${circle}/invitation`,
  ]) {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    const said = await page
      .getByText('Who can see')
      .evaluateAll((all) => all.filter((one) => one.getClientRects().length > 0).length)
    expect([path, said]).toEqual([path, 0])
  }
})
