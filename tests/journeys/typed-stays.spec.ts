import type { Page } from '@playwright/test'
import { finishCourse } from './finish-course.ts'
import { chapters, circlePagesOf, expect, test } from './site.ts'

/** Ways to fill a form in wrongly: what a person writes in each of its fields. */
const ways = ['a number of a phone and an address', 'far too much', 'only the last field'] as const

/**
 * Fills each form of a page in wrongly, in several ways, and sends it. Returns how many were
 * refused, and what was typed or chosen in one of those and does not stand in the form of the
 * answer. Passphrases and codes are never sent back.
 */
function lostOn(page: Page, path: string) {
  return page.evaluate(
    async ({ path, ways }) => {
      const read = async (response: Response) =>
        new DOMParser().parseFromString(await response.text(), 'text/html')
      const secret = /^(passphrase|code$|pseudonym$)/
      const isShown = (field: HTMLInputElement) =>
        field.name &&
        !['hidden', 'submit', 'button', 'password'].includes(field.type) &&
        !secret.test(field.name) &&
        !field.closest('[hidden]')
      const fieldsOf = (form: HTMLFormElement) =>
        [...form.querySelectorAll<HTMLInputElement>('input, select, textarea')].filter(isShown)
      const intentOf = (form: HTMLFormElement) =>
        form.querySelector<HTMLInputElement>('input[name=intent]')?.value
      const contentOf = (field: HTMLInputElement) =>
        ['checkbox', 'radio'].includes(field.type)
          ? `${field.value} ${field.checked}`
          : field.value.replaceAll('\r', '').trim()

      const fill = (fields: HTMLInputElement[], way: (typeof ways)[number]) => {
        for (const [index, field] of fields.entries()) {
          const isLast = index === fields.length - 1
          if (field.type === 'checkbox') field.checked = !field.checked
          else if (field.type === 'radio') field.checked = true
          else if (field.tagName === 'SELECT')
            (field as unknown as HTMLSelectElement).selectedIndex =
              (field as unknown as HTMLSelectElement).length - 1
          else if (['date', 'time'].includes(field.type))
            field.value = field.type === 'date' ? '1999-02-03' : '03:04'
          // A browser sends no words from a field for numbers.
          else if (field.type === 'number')
            field.value = way === 'far too much' ? '99999' : field.value
          else if (way === 'only the last field') field.value = isLast ? 'kept' : ''
          else
            field.value =
              way === 'far too much'
                ? 'kept words '.repeat(20)
                : `kept ${index} +263 77 123 4567 kept@example.org`
        }
      }
      const lost: string[] = []
      let refused = 0
      const count = (await read(await fetch(path))).querySelectorAll('form[method=post]').length
      for (let at = 0; at < count; at++) {
        for (const way of ways) {
          const form = (await read(await fetch(path))).querySelectorAll<HTMLFormElement>(
            'form[method=post]',
          )[at]
          if (!form || form.dataset.quiz || fieldsOf(form).length === 0) continue
          const filled = fieldsOf(form)
          fill(filled, way)
          const body = new URLSearchParams()
          for (const [name, value] of new FormData(form)) body.append(name, String(value))
          const button = form.querySelector<HTMLButtonElement>('button[type=submit][name]')
          if (button) body.append(button.name, button.value)
          const response = await fetch(form.getAttribute('action') ?? path, {
            method: 'POST',
            body,
          })
          if (response.status >= 500) lost.push(`${path} (${way}): ${response.status}`)
          if (response.status !== 400) continue
          refused += 1
          const answer = await read(response)
          const again = [...answer.querySelectorAll<HTMLFormElement>('form[method=post]')].find(
            (one) =>
              intentOf(one) === intentOf(form) &&
              fieldsOf(one).some(({ name }) => name === filled[0]?.name),
          )
          const found = again
            ? fieldsOf(again).map((field) => `${field.name}=${contentOf(field)}`)
            : []
          for (const field of fieldsOf(form)) {
            const typed = `${field.name}=${contentOf(field)}`
            if (!found.includes(typed)) lost.push(`${path} (${way}): ${typed.slice(0, 60)}`)
          }
        }
      }
      return { refused, lost }
    },
    { path, ways },
  )
}

test.use({ complaints: /400|404|429/ })

test('no form that is refused loses what was typed or chosen in it', async ({
  page,
  context,
  site,
  signIn,
}) => {
  const lost: string[] = []
  let refused = 0
  const look = async (paths: string[]) => {
    for (const path of paths) {
      const found = await lostOn(page, path)
      lost.push(...found.lost)
      refused += found.refused
    }
  }
  await page.goto('/en')
  await look([
    '/en/sign-up',
    '/en/sign-in',
    '/en/recover',
    '/en/proof/verify',
    '/en/courses/run-a-party/tools/vote-goal',
  ])
  const { pseudonym } = await signIn(context)
  await finishCourse(site.databaseFile, pseudonym)
  const circle = await circlePagesOf(context)
  await look([
    '/en/circles/new',
    `${chapters.branch}/comment`,
    '/en/courses/run-a-party/proof',
    '/en/account',
    ...circle,
  ])
  expect(lost).toEqual([])
  expect(refused).toBeGreaterThan(20)
})
