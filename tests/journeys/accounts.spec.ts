import { chapters, expect, test } from './site.ts'

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'a learner' : 'a learner without script', () => {
    test.use({ javaScriptEnabled })

    test('P2: makes an account with what is suggested, reads, answers, leaves, and goes on later where they stopped', async ({
      page,
      context,
    }) => {
      await page.goto('/en/sign-up')
      const pseudonym = await page.getByLabel('Pseudonym').inputValue()
      const passphrase = await page.getByLabel('Passphrase', { exact: true }).inputValue()
      expect(passphrase.split(/[ -]/).length).toBeGreaterThanOrEqual(6)
      await page.getByRole('button', { name: 'Create an account' }).click()
      await page.getByRole('button', { name: 'I have written them down' }).click()
      await expect(page).toHaveURL('/en')

      await page.goto(chapters.branch)
      const question = page.locator('.question#who-went-home')
      await question.getByRole('radio', { name: /§ 4, § 5 and § 6/ }).check()
      await question.getByRole('button', { name: /Check the answer/ }).click()
      await expect(question.getByText('Not quite right.')).toBeVisible()
      await page
        .locator('.section-head', { has: page.locator('#committee') })
        .getByRole('button', { name: 'Bookmark' })
        .click()
      await expect(page).toHaveURL(`${chapters.branch}#committee`)

      await context.clearCookies()
      await page.goto('/en/sign-in')
      await page.getByLabel('Pseudonym').fill(pseudonym.toUpperCase())
      await page.getByLabel('Passphrase').fill(passphrase)
      await page.getByRole('button', { name: 'Sign in' }).click()
      await page.getByRole('link', { name: /Continue where you stopped: The branch/ }).click()
      await expect(page).toHaveURL(`${chapters.branch}#committee`)
      await expect(page.locator('.question#who-went-home .reason')).toHaveCount(4)

      await page.goto('/sv/courses/run-a-party/the-branch')
      await expect(
        page.locator('.question#who-went-home').getByText('Inte helt rätt.'),
      ).toBeVisible()
    })

    test('goes on at the first question that is left, where no bookmark lies', async ({
      page,
      context,
      signIn,
    }) => {
      await signIn(context)
      await page.goto(chapters.branch)
      const question = page.locator('.question#who-went-home')
      await question.getByRole('radio', { name: /§ 4 and § 5/ }).check()
      await question.getByRole('button', { name: /Check the answer/ }).click()
      await expect(question.getByText('Your answer is correct.')).toBeVisible()
      await page.goto('/en')
      await page.getByRole('link', { name: /Continue where you stopped/ }).click()
      await expect(page).toHaveURL(`${chapters.branch}#two-resign`)
    })

    test('whose session ends while reading is told that the answer is not kept', async ({
      page,
      context,
      signIn,
    }) => {
      await signIn(context)
      await page.goto(chapters.branch)
      await context.clearCookies()
      const question = page.locator('.question#who-went-home')
      await question.getByRole('radio', { name: /§ 4 and § 5/ }).check()
      await question.getByRole('button', { name: /Check the answer/ }).click()
      await expect(
        question.getByText('You are no longer signed in, so this answer is not stored.'),
      ).toBeVisible()
      await expect(
        question.getByRole('button', { name: 'Sign in and keep the answers' }),
      ).toBeVisible()
    })

    test('tries a wrong answer again, marks the chapter read, and sees in the contents what is left', async ({
      page,
      context,
      signIn,
    }) => {
      await signIn(context)
      await page.goto(chapters.branch)
      const question = page.locator('.question#who-went-home')
      await question.getByRole('radio', { name: /§ 4, § 5 and § 6/ }).check()
      await question.getByRole('button', { name: /Check the answer/ }).click()
      await question.getByRole('button', { name: /Try again/ }).click()
      await question.getByRole('radio', { name: /§ 4 and § 5/ }).check()
      await question.getByRole('button', { name: /Check the answer/ }).click()
      await expect(question.getByText('Your answer is correct.')).toBeVisible()
      await page.getByRole('button', { name: 'I have read this chapter' }).click()
      await expect(page.getByText('You have marked this chapter as read.')).toBeVisible()
      await page.goto('/en/courses/run-a-party')
      const line = page
        .getByRole('listitem')
        .filter({ has: page.getByRole('link', { name: 'The branch' }) })
      await expect(line).toContainText('Read · 7 questions left to answer correctly')
      // The part that is being read stands open; the others fold.
      await page.getByRole('heading', { name: 'Ideas' }).click()
      await expect(
        page.getByRole('listitem').filter({ has: page.getByRole('link', { name: 'Why parties' }) }),
      ).toContainText('Not opened')
      await page.goto(chapters.branch)
      await page.getByRole('button', { name: 'Mark as not read' }).click()
      await expect(page.getByRole('button', { name: 'I have read this chapter' })).toBeVisible()
    })

    test('is led to sign in, and then to where they were going', async ({
      page,
      browser,
      site,
      signIn,
    }) => {
      const other = await browser.newContext({ baseURL: site.origin })
      const { pseudonym, passphrase } = await signIn(other)
      await other.close()
      await page.goto('/en/progress')
      await page.getByLabel('Pseudonym').fill(pseudonym)
      await page.getByLabel('Passphrase').fill(passphrase)
      await page.getByRole('button', { name: 'Sign in' }).click()
      await expect(page).toHaveURL('/en/progress')
    })

    test('signs out, and the pages do not know them any more', async ({
      page,
      context,
      signIn,
    }) => {
      const { pseudonym } = await signIn(context)
      await page.goto('/en')
      await expect(page.getByRole('navigation', { name: 'Account and language' })).toContainText(
        pseudonym,
      )
      await page.goto('/en/sign-out')
      await page.getByRole('button', { name: 'Sign out' }).click()
      await expect(
        page.getByRole('navigation', { name: 'Account and language' }),
      ).not.toContainText(pseudonym)
      await page.goto('/en/account')
      await expect(page).toHaveURL(/\/en\/sign-in/)
    })
  })
}

test.describe('with something wrong in the form', () => {
  test.use({ complaints: /400|429/ })

  test('a newcomer is told beside each field, and loses nothing typed', async ({ page }) => {
    await page.goto('/en/sign-up')
    await page.getByLabel('Pseudonym').fill('someone@example.org')
    await page.getByLabel('Passphrase', { exact: true }).fill('short')
    await page.getByLabel(/own device/).check()
    await page.getByRole('button', { name: 'Create an account' }).click()
    await expect(page.getByRole('alert')).toBeVisible()
    await expect(page.getByLabel('Pseudonym')).toHaveValue('someone@example.org')
    await expect(page.getByLabel('Pseudonym')).toHaveAttribute('aria-invalid', 'true')
    await expect(page.getByLabel(/own device/)).toBeChecked()
  })

  test('someone whose pseudonym is taken keeps what they wrote down: the field is empty, and a new suggestion stands beside it', async ({
    page,
    context,
    browser,
    site,
    signIn,
  }) => {
    const other = await browser.newContext({ baseURL: site.origin })
    const { pseudonym } = await signIn(other)
    await other.close()
    await page.goto('/en/sign-up')
    const passphrase = page.getByLabel('Passphrase', { exact: true })
    const written = await passphrase.inputValue()
    await page.getByLabel('Pseudonym').fill(pseudonym)
    await page.getByRole('button', { name: 'Create an account' }).click()
    await expect(page.getByRole('alert')).toContainText('Someone else has this pseudonym')
    await expect(passphrase).toHaveValue('')
    await expect(page.locator('strong', { hasText: /^(\S+ ){5}\S+$/ })).toBeVisible()
    await page.getByLabel('Pseudonym').fill(`${pseudonym} too`.slice(0, 40))
    await passphrase.fill('too short')
    await page.getByRole('button', { name: 'Create an account' }).click()
    await expect(page.getByRole('alert')).toContainText('at least 12 characters')
    await expect(passphrase).toHaveValue('')
    await passphrase.fill(written)
    await page.getByRole('button', { name: 'Create an account' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Recovery codes')
    expect(await context.cookies()).toHaveLength(1)
  })

  for (const [lang, label, button, common, guessable] of [
    [
      'en',
      'Passphrase',
      'Create an account',
      'Many people have used this passphrase',
      'easy to guess',
    ],
    ['sv', 'Lösenfras', 'Skapa konto', 'Många har använt den här', 'lätt att gissa'],
  ] as const)
    test(`someone who thinks of what everyone thinks of is told so beside the field, and nothing is stored (${lang})`, async ({
      page,
      context,
    }) => {
      await page.goto(`/${lang}/sign-up`)
      const passphrase = page.getByLabel(label, { exact: true })
      for (const [typed, problem] of [
        ['unbelievable', common],
        ['Run a party 2026', guessable],
      ] as const) {
        await passphrase.fill(typed)
        await page.getByRole('button', { name: button }).click()
        await expect(page.getByRole('alert')).toContainText(problem)
        await expect(passphrase).toHaveAttribute('aria-invalid', 'true')
        await expect(passphrase).toHaveValue('')
      }
      expect(await context.cookies()).toEqual([])
    })

  test('someone whose phone put a capital into the passphrase is told to look for it, and nobody else is', async ({
    page,
    context,
    signIn,
  }) => {
    const { pseudonym, passphrase } = await signIn(context)
    await context.clearCookies()
    const refusal = async (name: string, typed: string) => {
      await page.goto('/en/sign-in')
      await page.getByLabel('Pseudonym').fill(name)
      await page.getByLabel('Passphrase').fill(typed)
      await page.getByRole('button', { name: 'Sign in' }).click()
      return page.getByRole('alert').innerText()
    }
    const capital = passphrase.replace(/^./, (first) => first.toUpperCase())
    expect(await refusal(pseudonym, capital)).toContain(
      'Capital and small letters are different in the passphrase',
    )
    // It is said of what was typed, not of what is stored.
    expect(await refusal('nobody of that name', capital)).toContain(
      'Capital and small letters are different in the passphrase',
    )
    expect(await refusal(pseudonym, 'not the right passphrase')).not.toContain('Capital')
  })

  test('P14: someone with a wrong passphrase hears the same as someone with an unknown name', async ({
    page,
    browser,
    site,
    signIn,
  }) => {
    const other = await browser.newContext({ baseURL: site.origin })
    const { pseudonym } = await signIn(other)
    await other.close()
    const heard: string[] = []
    for (const name of [pseudonym, 'nobody of that name']) {
      await page.goto('/en/sign-in')
      await page.getByLabel('Pseudonym').fill(name)
      await page.getByLabel('Passphrase').fill('not the right passphrase')
      await page.getByRole('button', { name: 'Sign in' }).click()
      heard.push(await page.getByRole('alert').innerText())
    }
    expect(heard[0]).toBe(heard[1])
  })
})

test('P13: a learner sees their sessions and ends the others', async ({
  page,
  context,
  browser,
  site,
  signIn,
}) => {
  const { pseudonym, passphrase } = await signIn(context)
  const elsewhere = await browser.newContext({ baseURL: site.origin })
  const other = await elsewhere.newPage()
  await other.goto('/en/sign-in')
  await other.getByLabel('Pseudonym').fill(pseudonym)
  await other.getByLabel('Passphrase').fill(passphrase)
  await other.getByRole('button', { name: 'Sign in' }).click()
  await expect(other.getByRole('navigation', { name: 'Account and language' })).toContainText(
    pseudonym,
  )
  await page.goto('/en/account')
  await page.getByRole('button', { name: 'End all other sign-ins' }).click()
  await expect(page.getByRole('button', { name: 'End all other sign-ins' })).toHaveCount(0)
  await other.goto('/en/account')
  await expect(other).toHaveURL(/sign-in/)
  await page.goto('/en/account')
  await expect(page).toHaveURL('/en/account')
  await elsewhere.close()
})

test('someone sees the passphrase that they type when they ask for it, and it is hidden again when it is sent', async ({
  page,
  context,
  signIn,
}) => {
  const { pseudonym, passphrase } = await signIn(context)
  const field = page.getByLabel('Passphrase', { exact: true })
  const show = page.getByRole('button', { name: 'Show the passphrase' })
  await context.clearCookies()
  await page.goto('/en/sign-in')
  await page.getByLabel('Pseudonym').fill(pseudonym)
  await field.fill(passphrase)
  await expect(field).toHaveAttribute('type', 'password')
  await expect(show).toHaveAttribute('aria-pressed', 'false')
  await show.focus()
  await page.keyboard.press('Enter')
  await expect(field).toHaveAttribute('type', 'text')
  await expect(field).toHaveValue(passphrase)
  await expect(show).toHaveAttribute('aria-pressed', 'true')
  await show.click()
  await expect(field).toHaveAttribute('type', 'password')
  await show.click()

  const typeAt = (event: 'submit' | 'pagehide') =>
    page.evaluate(
      (event) =>
        new Promise((resolve) => {
          const input = document.querySelector<HTMLInputElement>('#passphrase')
          const look = (sent: Event) => {
            sent.preventDefault()
            resolve(input?.type)
          }
          addEventListener(event, look, { once: true })
          if (event === 'submit') input?.form?.requestSubmit()
          else dispatchEvent(new PageTransitionEvent('pagehide'))
        }),
      event,
    )
  expect(await typeAt('submit')).toBe('password')
  await show.click()
  await expect(field).toHaveAttribute('type', 'text')
  expect(await typeAt('pagehide')).toBe('password')

  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page).not.toHaveURL(/sign-in/)
  for (const path of ['/en/account', '/en/account/erase']) {
    await page.goto(path)
    await expect(show).toBeVisible()
  }
})

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false })

  test('nothing promises to show a passphrase', async ({ page }) => {
    await page.goto('/en/sign-in')
    await expect(page.getByLabel('Passphrase', { exact: true })).toBeVisible()
    await expect(page.getByText('Show the passphrase')).toBeHidden()
  })
})
