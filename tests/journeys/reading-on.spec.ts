import { chapters, expect, test } from './site.ts'

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'a guest' : 'a guest without script', () => {
    test.use({ javaScriptEnabled })

    test('opens a word’s explanation where it stands, by keyboard too, and closes it again', async ({
      page,
    }) => {
      await page.goto(chapters.branch)
      const word = page.locator('.explained').first()
      const box = word.getByRole('checkbox')
      await word.locator('label').scrollIntoViewIfNeeded()
      const place = await word.boundingBox()
      await expect(word.getByRole('note')).toBeHidden()
      await word.locator('label').click()
      await expect(word.getByRole('note')).toBeVisible()
      expect((await word.boundingBox())?.y).toBe(place?.y)
      await expect(word.getByRole('link', { name: 'Words explained' })).toHaveAttribute(
        'href',
        /\/glossary#word-/,
      )
      await box.focus()
      await page.keyboard.press('Space')
      await expect(word.getByRole('note')).toBeHidden()
      await page.emulateMedia({ media: 'print' })
      await box.focus()
      await page.keyboard.press('Space')
      await expect(word.getByRole('note')).toBeHidden()
    })

    test('takes answers along to another language, and nothing of them is in the address or a cookie', async ({
      page,
      context,
    }) => {
      await page.goto(chapters.branch)
      const question = page.locator('.question#who-went-home')
      await question.getByRole('radio', { name: /§ 4 and § 5/ }).check()
      await question.getByRole('button', { name: /Check the answer/ }).click()
      await expect(question.getByText('Your answer is correct.')).toBeVisible()
      await page.getByText('Language: English').click()
      await page.locator('.languages').getByText('Svenska').click()
      await expect(page).toHaveURL(/\/sv\/courses\/run-a-party\/the-branch(#.*)?$/)
      await expect(question.getByText('Ditt svar är rätt.')).toBeVisible()
      await page
        .locator('.section-head', { has: page.locator('#committee') })
        .getByText('English')
        .click()
      await expect(page).toHaveURL(/\/en\/courses\/run-a-party\/the-branch#committee$/)
      await expect(question.getByText('Your answer is correct.')).toBeVisible()
      expect(await context.cookies()).toEqual([])
    })

    test('takes along what is chosen and not checked yet, with the link beside the questions', async ({
      page,
    }) => {
      await page.goto('/sv/courses/run-a-party/the-branch')
      const question = page.locator('.question#who-went-home')
      await question.getByRole('radio').nth(1).check()
      await page.locator('.quiz .section-head').getByRole('button', { name: 'English' }).click()
      await expect(page).toHaveURL(/\/en\/courses\//)
      await expect(question.getByRole('radio').nth(1)).toBeChecked()
    })

    test('is told where a country has no comment in a chapter, and is offered others', async ({
      page,
    }) => {
      await page.goto(`${chapters.branch}?country=IS`)
      await expect(
        page.getByText('This chapter has no comments yet from the country that you chose'),
      ).toBeVisible()
      await page.getByRole('link', { name: 'Choose another country.' }).click()
      await expect(page).toHaveURL(/#comments$/)
      await page.goto(chapters.branch)
      await expect(page.getByText('has no comments yet')).toBeHidden()
    })

    test('sees the result below the bar that stays in sight, on a small phone', async ({
      page,
    }) => {
      await page.setViewportSize({ width: 360, height: 740 })
      await page.goto(chapters.branch)
      const question = page.locator('.question#who-went-home')
      await question.getByRole('radio', { name: /§ 4, § 5 and § 6/ }).check()
      await question.getByRole('button', { name: /Check the answer/ }).click()
      await expect(question.getByText('Not quite right.')).toBeVisible()
      await expect(question.getByRole('link', { name: /Read/ })).toBeVisible()
      const bar = await page.locator('header.bar').boundingBox()
      // The question works on a document: its result alone fits below the bar.
      const result = await question.locator('.result').boundingBox()
      if (!javaScriptEnabled)
        expect(result?.y).toBeGreaterThanOrEqual((bar?.y ?? 0) + (bar?.height ?? 0))
      const again = page.locator('.question#who-went-home')
      await again.getByRole('button', { name: /Try again/ }).click()
      await again.getByRole('radio', { name: /§ 4 and § 5/ }).check()
      await again.getByRole('button', { name: /Check the answer/ }).click()
      await expect(again.getByText('Your answer is correct.')).toBeVisible()
      await expect(again.locator('.result a')).toHaveCount(0)
    })

    test('hears each language link and each comment by a name of its own', async ({ page }) => {
      await page.goto('/sv/courses/run-a-party/the-branch')
      const names = await page
        .locator('main .section-tools a[hreflang], main .section-tools button')
        .evaluateAll((links) => links.map((link) => link.textContent))
      expect(new Set(names).size).toBe(names.length)
      expect(names.length).toBeGreaterThan(5)
      await expect(
        page.getByRole('complementary', { name: /^Så gjordes det: / }).first(),
      ).toBeVisible()
    })
  })
}
