import { chapters, expect, test } from './site.ts'

test('a chapter’s page carries every rule of the whole style sheet that fits something on it, and few others', async ({
  page,
  context,
  request,
  signIn,
}) => {
  const styleIn = (html: string) => /<style>([\s\S]*?)<\/style>/.exec(html)?.[1] ?? ''
  const whole = styleIn(await (await request.get('/en')).text())
  const missingHere = () =>
    page.evaluate((text) => {
      const selectorsOf = (rules: CSSRuleList): string[] =>
        [...rules].flatMap((rule) =>
          rule instanceof CSSStyleRule
            ? rule.selectorText.split(/,(?![^(]*\))/)
            : 'cssRules' in rule
              ? selectorsOf(rule.cssRules as CSSRuleList)
              : [],
        )
      const sheet = new CSSStyleSheet()
      sheet.replaceSync(text)
      const here = new Set([...document.styleSheets].flatMap((own) => selectorsOf(own.cssRules)))
      const fits = (selector: string) =>
        document.querySelector(selector.replace(/::?(?!not|has)[\w-]+(\([^)]*\))?/g, '') || '*')
      return selectorsOf(sheet.cssRules).filter((one) => !here.has(one) && fits(one))
    }, whole)

  for (const path of [
    chapters.branch,
    `${chapters.branch}?country=ZA`,
    '/sv/courses/run-a-party/money',
  ]) {
    await page.goto(path)
    expect(await missingHere(), path).toEqual([])
  }
  await signIn(context)
  await page.goto(chapters.branch)
  await page.getByRole('button', { name: 'I have read this chapter' }).click()
  expect(await missingHere()).toEqual([])
  const chapterStyle = styleIn(await page.content())
  expect(chapterStyle.length).toBeLessThan(whole.length * 0.8)
})

test('a chapter’s page carries less script than others, and has nothing that needs the rest', async ({
  page,
  context,
  request,
  signIn,
}) => {
  const scriptIn = (html: string) =>
    /<script type="module">([\s\S]*?)<\/script>/.exec(html)?.[1] ?? ''
  const whole = scriptIn(await (await request.get('/en')).text())
  const read = async () => ({
    length: scriptIn(await page.content()).length,
    needy: await page.locator('[data-minutes], [data-shows], form[data-wipe]').count(),
  })
  await page.goto(chapters.branch)
  const { length, needy } = await read()
  expect(needy).toBe(0)
  expect(length).toBeGreaterThan(1000)
  expect(length).toBeLessThan(whole.length * 0.85)
  await signIn(context)
  await page.goto(chapters.branch)
  expect(await read()).toEqual({ length, needy: 0 })
})
