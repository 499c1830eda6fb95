import { expect, test } from './site.ts'

test('a guide has cards to cut apart, each a situation with a question, as many in Swedish', async ({
  page,
}) => {
  await page.goto('/en/courses/run-a-party/guide/money')
  const cards = page.locator('.discussion-cards > li')
  const count = await cards.count()
  expect(count).toBeGreaterThan(1)
  for (const card of await cards.all()) await expect(card.locator('b')).toContainText('?')
  await page.goto('/sv/courses/run-a-party/guide/money')
  await expect(cards).toHaveCount(count)
})
