import { expect, makeCircle, test } from './site.ts'

test.describe.configure({ mode: 'parallel' })

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? 'a plan' : 'a plan without script', () => {
    test.use({ javaScriptEnabled, complaints: /40[09]/ })

    test('that is refused keeps its numbers and what was typed, names the meeting and marks the field', async ({
      context,
      signIn,
      page,
    }) => {
      await signIn(context)
      await page.goto(`${await makeCircle(context)}/plan`)
      const legends = page.locator('.meeting-fields > legend')
      const numbers = ['Meeting 1', 'Meeting 2', 'Meeting 3', 'Meeting 4', 'New meeting']
      await expect(legends).toHaveText(numbers)
      const second = page.getByRole('group', { name: 'Meeting 2' })
      await second.getByLabel('Day').fill('2099-01-01')
      await page.getByRole('group', { name: 'Meeting 4' }).getByLabel('Time').fill('20:15')
      await page.getByRole('button', { name: 'Save the plan' }).click()
      await expect(page.getByRole('alert')).toContainText(/^Meeting 2, Day: /)
      await expect(legends).toHaveText(numbers)
      await expect(page.locator('[aria-invalid=true]')).toHaveCount(1)
      await expect(second.getByLabel('Day')).toHaveAttribute('aria-invalid', 'true')
      await expect(second.getByLabel('Day')).toHaveAccessibleDescription(/too far/)
      await expect(second.getByLabel('Day')).toHaveValue('2099-01-01')
      await expect(page.getByRole('group', { name: 'Meeting 4' }).getByLabel('Time')).toHaveValue(
        '20:15',
      )
    })

    test('offers one more meeting as the circle meets: at its hour, for its study hours', async ({
      context,
      signIn,
      page,
    }) => {
      await signIn(context)
      await page.goto(`${await makeCircle(context)}/plan`)
      await page.getByText('Add a meeting').click()
      const more = page.getByRole('group', { name: 'New meeting' })
      await expect(more.getByLabel('Time')).toHaveValue('18:00')
      await expect(more.getByLabel('Study hours')).toHaveValue('3')
      const day = new Date(Date.now() + 60 * 86_400_000).toISOString().slice(0, 10)
      await more.getByLabel('Day').fill(day)
      await page.getByRole('button', { name: 'Save the plan' }).click()
      await expect(page.getByText('Saved.')).toBeVisible()
      const fifth = page.getByRole('group', { name: 'Meeting 5' })
      await expect(fifth.getByLabel('Day')).toHaveValue(day)
      await expect(fifth.getByLabel('Study hours')).toHaveValue('3')
    })

    test('says which chapters of a cancelled meeting nobody reads now, until it takes place after all', async ({
      context,
      signIn,
      page,
    }) => {
      await signIn(context)
      const circle = await makeCircle(context)
      await page.goto(circle)
      const read = page.locator('.plan > li').nth(1).locator('p').nth(1).getByRole('link')
      const titles = await read.allInnerTexts()
      expect(titles.length).toBeGreaterThan(0)
      await page.goto(`${circle}/plan`)
      await page.getByRole('button', { name: 'Cancel meeting 2' }).click()
      const row = page.getByRole('listitem').filter({ hasText: 'Put meeting 2 back in the plan' })
      await expect(row.getByRole('link')).toHaveText(titles)
      const without = page.getByText(/^These chapters are not in any meeting: /)
      for (const title of titles) await expect(without).toContainText(title)
      await page.getByRole('button', { name: 'Put meeting 2 back in the plan' }).click()
      await expect(page.getByRole('button', { name: 'Cancel meeting 2' })).toBeVisible()
      for (const title of titles) await expect(without).not.toContainText(title)
    })
  })
