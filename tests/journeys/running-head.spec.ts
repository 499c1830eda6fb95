import { chapters, expect, makeCircle, test } from './site.ts'

test('each sheet of a printed chapter, circle and run sheet says what it belongs to, and a screen does not', async ({
  page,
  context,
  signIn,
}) => {
  await signIn(context)
  const circle = await makeCircle(context)
  const heads: Record<string, RegExp> = {
    [chapters.branch]: /^.+ · 5\. The branch$/,
    [circle]: /^Round table$/,
    [`${circle}/plan`]: /^Round table · Plan$/,
    [`${circle}/report`]: /^Round table · .+$/,
    [`${circle}/meetings/1/run-sheet`]: /^Round table · .+$/,
  }
  for (const [path, words] of Object.entries(heads)) {
    await page.emulateMedia({ media: 'screen' })
    await page.goto(path)
    const head = page.locator('article > .running-head:first-child')
    await expect(head).toHaveText(words)
    await expect(head).toBeHidden()
    await page.emulateMedia({ media: 'print' })
    // Browsers repeat the head of a table on each sheet that the table covers.
    await expect(head).toHaveCSS('display', 'table-header-group')
    await expect(head.locator('xpath=..')).toHaveCSS('display', 'table')
    await expect(head).toBeVisible()
  }
})
