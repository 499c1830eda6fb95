import { readdirSync, readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
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
    await expect(
      page.getByRole('heading', { name: 'If you cannot keep anything on paper' }),
    ).toBeVisible()
    await page.getByRole('link', { name: 'Filled in, as an example' }).click()
    await expect(page.getByText('Kelmora')).toBeVisible()
    await expect(page.getByText('The people and numbers are not real.')).toBeVisible()
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

/**
 * How many sheets each of the pages fills. They are printed one behind another, since printing each
 * alone takes minutes: a link to the place where each begins writes that place into the PDF.
 */
async function countSheets(page: Page, paths: string[]): Promise<number[]> {
  await page.goto(paths[0] as string)
  await page.evaluate(async (paths) => {
    const pages = await Promise.all(
      paths.map(async (path) =>
        new DOMParser().parseFromString(await (await fetch(path)).text(), 'text/html'),
      ),
    )
    const all = document.querySelector('main') as HTMLElement
    all.replaceChildren()
    pages.forEach((one, i) => {
      const begin = document.createElement('div')
      begin.id = `begin-${i}`
      if (i > 0) begin.style.breakBefore = 'page'
      const link = document.createElement('a')
      link.href = `#${begin.id}`
      link.textContent = '·'
      link.style.position = 'absolute'
      begin.append(link, ...(one.querySelector('main') as HTMLElement).childNodes)
      all.append(begin)
    })
  }, paths)
  const pdf = (await page.pdf({ ...sheet, margin })).toString('latin1')
  const printed = [...pdf.matchAll(/^(\d+) 0 obj\s*<<\/Type \/Page$/gm)].map(([, id]) => id)
  const begins = paths.map((path, i) => {
    const begin = printed.indexOf(new RegExp(`/begin-${i} \\[(\\d+) 0 R`).exec(pdf)?.[1])
    expect(begin, `${path} is in the PDF`).toBeGreaterThanOrEqual(i)
    return begin
  })
  return begins.map((begin, i) => (begins[i + 1] ?? printed.length) - begin)
}

for (const lang of ['en', 'sv'])
  test(`every tool fills no more printed sheets than it says, on A4 and on Letter, in ${lang}`, async ({
    page,
  }) => {
    const pages = toolFiles.flatMap(({ slug, sheets }) =>
      ['', '?view=example'].map((view) => ({
        path: `/${lang}/courses/run-a-party/tools/${slug}${view}`,
        sheets,
      })),
    )
    const counted = await countSheets(
      page,
      pages.map(({ path }) => path),
    )
    const tooLong = pages
      .map((one, i) => ({ ...one, fills: counted[i] as number }))
      .filter(({ sheets, fills }) => fills > sheets)
    expect(tooLong).toEqual([])
  })
