import AxeBuilder from '@axe-core/playwright'
import { expect, makeCircle, test } from './site.ts'

test.describe.configure({ mode: 'parallel' })

for (const [lang, colorScheme] of [
  ['sv', 'light'],
  ['en-XB', 'dark'],
] as const)
  test(`the pages of a circle are whole for everyone, on a narrow screen, in ${lang}`, async ({
    page,
    context,
    signIn,
  }) => {
    await signIn(context)
    const address = (await makeCircle(context)).replace('/en/', `/${lang}/`)
    await page.emulateMedia({ colorScheme })
    await page.setViewportSize({ width: 360, height: 800 })
    for (const path of [
      '',
      '/people',
      '/plan',
      '/invitation',
      '/leave',
      '/hard',
      '/plan?done=replan',
    ]) {
      await page.goto(address + path)
      const { violations } = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'])
        .analyze()
      expect(violations.map(({ id, nodes }) => `${path}: ${id} ${nodes[0]?.html}`)).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
        360,
      )
      const silent = await page.locator('main').evaluate((main) => {
        const saidBy = (element: Element | null | undefined) =>
          (element?.getAttribute('aria-describedby') ?? '')
            .split(' ')
            .map((id) => document.getElementById(id)?.textContent ?? '')
        // A line may stand once for a group of fields, or for a group of groups.
        const around = (one: Element): Element[] => [
          one,
          ...(one.parentElement ? around(one.parentElement) : []),
        ]
        const fields = [
          ...main.querySelectorAll<HTMLInputElement>('input:not([type=hidden]), select, textarea'),
        ]
        return fields
          .filter((one) => one.name !== '')
          .filter(
            (one) =>
              ![...around(one), one.form]
                .flatMap(saidBy)
                .some((text) => /Vem som kan se|Who can see/.test(text)),
          )
          .map(({ name }) => name)
      })
      expect(silent).toEqual([])
    }
  })
