import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from './site.ts'

const tools = '/en/courses/run-a-party/tools'

/** The tools of the course as their files say it: the slug, and how many sheets each may fill. */
const toolFiles = readdirSync('courses/run-a-party/tools').map((folder) => {
  const text = readFileSync(`courses/run-a-party/tools/${folder}/en.mdx`, 'utf8')
  return { slug: folder.slice(5), sheets: Number(/^sheets: (\d)/m.exec(text)?.[1]) }
})

test.describe('a tool', () => {
  test.use({ javaScriptEnabled: false })

  test('is found in the toolbox, in its chapter and by search', async ({ page }) => {
    await page.goto('/en/courses/run-a-party')
    await page.getByRole('link', { name: 'Toolbox' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Toolbox' })).toBeVisible()
    await page.getByRole('link', { name: 'Cash book page' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Cash book page' })).toBeVisible()

    await page.goto('/en/courses/run-a-party/money#tools')
    await expect(
      page
        .getByRole('region', { name: 'Tools for this chapter' })
        .getByRole('link', { name: 'Cash book page' }),
    ).toBeVisible()

    await page.goto('/en/search?q=cash book page')
    await expect(page.getByRole('link', { name: 'Cash book page' }).first()).toHaveAttribute(
      'href',
      `${tools}/cash-book`,
    )
  })

  test('is shown blank, filled in by the invented branch, and for those who can keep no paper', async ({
    page,
  }) => {
    await page.goto(`${tools}/cash-book`)
    await expect(page.getByText('Kelmora')).toHaveCount(0)
    await expect(page.getByRole('row')).toHaveCount(20)
    await expect(page.getByRole('heading', { name: 'If you can keep no paper' })).toBeVisible()
    await page.getByRole('link', { name: 'Filled in, as an example' }).click()
    await expect(page.getByText('Kelmora')).toBeVisible()
    await expect(page.getByText('Its people and figures are made up.')).toBeVisible()
    await expect(page.getByRole('row', { name: /^Total/ })).toContainText('301.75')
  })

  test('calculates without script, keeps nothing, and says which number it did not understand', async ({
    page,
  }) => {
    await page.goto(`${tools}/vote-goal`)
    for (const [label, number] of [
      ['People who may vote here', '10,000'],
      ['Turnout last time', '50'],
      ['Share of the votes that you need', '30'],
      ['Votes that we had last time', '1 000'],
      ['How many of them come again', '90'],
      ['Pairs that go out', '10'],
      ['Evenings for each pair', 'half'],
      ['Doors for one pair in an evening', '50'],
      ['Doors for one talk', '4'],
      ['Talks for one vote more', '10'],
      ['Votes of a party that joins', '500'],
      ['How many of its voters follow', '50'],
    ] as const)
      await page.getByLabel(label).fill(number)
    await page.getByRole('button', { name: 'Calculate' }).click()
    await expect(page.getByLabel('Evenings for each pair')).toHaveAttribute('aria-invalid', 'true')
    await expect(page.getByLabel('Evenings for each pair')).toHaveValue('half')
    await expect(page.getByLabel('People who may vote here')).toHaveValue('10,000')

    await page.getByLabel('Evenings for each pair').fill('12')
    await page.getByRole('button', { name: 'Calculate' }).click()
    const results = page.getByRole('definition')
    await expect(results).toHaveText(['5,000', '1,501', '900', '6,000', '150', '250', '201', '481'])
    expect(page.url()).not.toContain('10')

    await page.goto(`${tools}/vote-goal`)
    await expect(page.getByLabel('People who may vote here')).toHaveValue('')
  })
})

// A sheet as narrow as A4 and as short as Letter: what fits on it fits on both.
const sheet = { width: '210mm', height: '279.4mm' }
const margin = { top: '1.5cm', bottom: '1.5cm', left: '1.5cm', right: '1.5cm' }
const tens = Array.from({ length: Math.ceil(toolFiles.length / 10) }, (_, ten) => ten * 10)

for (const lang of ['en', 'sv'])
  for (const first of tens)
    test(`every tool fills no more printed sheets than it says, on A4 and on Letter, in ${lang}, from the ${first + 1}th`, async ({
      page,
    }) => {
      test.slow()
      for (const { slug, sheets } of toolFiles.slice(first, first + 10))
        for (const view of ['', '?view=example']) {
          await page.goto(`/${lang}/courses/run-a-party/tools/${slug}${view}`)
          const pdf = (await page.pdf({ ...sheet, margin })).toString('latin1')
          const pages = pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0
          expect.soft(pages, `${slug}${view}`).toBeLessThanOrEqual(sheets)
        }
    })
