import type { Page } from '@playwright/test'
import { expect, test } from './site.ts'

const saysWho = { en: 'Who can see', sv: 'Vem som kan se' } as const

/** Follows the links from a language's start page. Returns how many fields each page with fields has, and those without a word on who can see them. */
function followed(page: Page, words: string) {
  return page.evaluate(async (words) => {
    const home = location.pathname
    const open = [home]
    const known = new Set(open)
    const fields: Record<string, number> = {}
    const silent: string[] = []
    for (let path = open.pop(); path; path = open.pop()) {
      const response = await fetch(path)
      const page = new DOMParser().parseFromString(await response.text(), 'text/html')
      for (const link of page.querySelectorAll('a[href]')) {
        const { origin, pathname } = new URL(link.getAttribute('href') as string, new URL(path, location.href))
        if (origin !== location.origin || known.has(pathname) || !pathname.startsWith(`${home}/`)) continue
        known.add(pathname)
        open.push(pathname)
      }
      const saidBy = (element: Element | null | undefined) =>
        (element?.getAttribute('aria-describedby') ?? '').split(' ').map((id) => (id ? page.getElementById(id)?.textContent : '') ?? '')
      for (const field of page.querySelectorAll<HTMLInputElement>('input, select, textarea')) {
        // What has no name is never sent: the box that opens a word's explanation.
        if (!field.name || ['hidden', 'submit', 'button', 'reset'].includes(field.type) || field.closest('[hidden]')) continue
        fields[path] = (fields[path] ?? 0) + 1
        const said = [field, field.closest('fieldset'), field.form].flatMap(saidBy)
        if (!said.some((text) => text.includes(words))) silent.push(`${path}: ${field.name}`)
      }
    }
    return { pages: known.size, fields, silent }
  }, words)
}

for (const language of ['en', 'sv'] as const) {
  test(`P11: beside every field stands who can see it, in ${language}`, async ({ page, context, signIn }) => {
    test.setTimeout(120_000)
    await page.goto(`/${language}`)
    const guest = await followed(page, saysWho[language])
    await signIn(context)
    await page.reload()
    const learner = await followed(page, saysWho[language])
    expect([...guest.silent, ...learner.silent]).toEqual([])
    const chapter = `/${language}/courses/run-a-party/the-branch`
    for (const name of ['search', 'sign-up', 'sign-in']) expect(guest.fields).toHaveProperty([`/${language}/${name}`])
    for (const path of [`/${language}/account`, chapter]) expect(learner.fields).toHaveProperty([path])
    expect(guest.fields).toHaveProperty([chapter])
    console.log(`Fields on ${Object.keys({ ...guest.fields, ...learner.fields }).length} of ${guest.pages} and ${learner.pages} pages`)
  })
}
