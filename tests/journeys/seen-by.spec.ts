import type { BrowserContext } from '@playwright/test'
import { findFields, inOrder } from './fields.ts'
import { finishCourse } from './finish-course.ts'
import { onEveryPage, seenByTable } from './seen-by-table.ts'
import { chapters, expect, joinCircle, makeCircle, test } from './site.ts'

/** What the table says for one person, its audiences in the order in which they are found. */
function expectedFor(person: string) {
  const pages = Object.entries({ ...onEveryPage, ...seenByTable[person] })
  return Object.fromEntries(
    pages.map(([page, fields]) => [
      page,
      Object.fromEntries(Object.entries(fields).map(([name, seen]) => [name, inOrder(seen)])),
    ]),
  )
}

async function post({ request }: BrowserContext, path: string, form: Record<string, string>) {
  expect(
    (await request.post(path, { form, maxRedirects: 0 })).status(),
    `${path} ${JSON.stringify(form)}`,
  ).toBe(303)
}

const nowhere = /^(?!)/

for (const language of ['en', 'sv'] as const) {
  const home = `/${language}`

  test(`P11: beside every field stands who can see it, in ${language}`, async ({
    page,
    context,
    signIn,
  }) => {
    const within = new RegExp(`^${home}/`)
    // Pages that no link leads a guest to: the first draw of a check, and where a proof's code is
    // checked.
    const unlinked = [`${home}/courses/run-a-party/check?draw=0123abcd`, `${home}/proof/verify`]
    await page.goto(home)
    expect(await findFields(page, { from: [home, ...unlinked], within })).toEqual(
      expectedFor('guest'),
    )
    await signIn(context)
    expect(await findFields(page, { from: [home], within })).toEqual(expectedFor('learner'))
  })

  test(`P11: beside every field of a circle, a proof and a comment stands who can see it, in ${language}`, async ({
    page,
    context,
    browser,
    site,
    signIn,
  }) => {
    await page.goto(home)
    const { pseudonym } = await signIn(context)
    const address = await makeCircle(context)
    const meeting = `${address}/meetings/1`
    await post(context, meeting, { intent: 'add-decision', id: 'd', decision: 'We sit in a ring' })
    await post(context, meeting, { intent: 'add-task', id: 't', task: 'Bring chairs', seat: '' })
    for (const [seat, added] of [
      ['s1', 'Bo'],
      ['s2', 'Cy'],
    ] as const)
      await post(context, `${address}/people`, { intent: 'add-seat', newSeat: seat, added })
    await page.goto(`${address}/invitation`)
    const code = /join\/(\w{8})/.exec(
      (await page.locator('main').textContent()) ?? '',
    )?.[1] as string
    const other = await browser.newContext({ baseURL: site.origin })
    await signIn(other)
    const member = await joinCircle(other, { origin: site.origin, code, name: 'Di' })

    const circle = address.replace('/en', home)
    const ofCircle = {
      from: ['', '/meetings/1', '/meetings/2', '/report', '/leave', '/people', '/plan'].map(
        (path) => circle + path,
      ),
      within: new RegExp(`^${circle}/`),
    }
    expect(await findFields(page, ofCircle)).toEqual(expectedFor('leader'))
    expect(await findFields(member, ofCircle)).toEqual(expectedFor('member'))

    const text = `In our ward the branch had not met for a year. We began with the bus queue: two of us asked everyone who waited what they
      wanted put right first. Nine in ten said the water pipe. So the first meeting had one point, and thirty-one came. (${language})`
    await post(other, `${chapters.branch}/comment`, {
      country: 'ZW',
      section: '',
      text,
      language: 'en',
      signed: 'none',
    })
    const moderator = await (await browser.newContext({ baseURL: site.origin })).newPage()
    await signIn(moderator.context(), 'moderator')
    await moderator.goto(`${home}/comments`)
    expect(
      await findFields(moderator, {
        from: [`${home}/comments`],
        within: new RegExp(`^${home}/comments/`),
      }),
    ).toEqual(expectedFor('moderator'))
    expect(
      await findFields(moderator, { from: [`${home}/join/${code}`], within: nowhere }),
    ).toEqual(expectedFor('learner with an invitation'))

    const waiting = moderator.getByRole('listitem').filter({ hasText: `(${language})` })
    await waiting.getByRole('button').first().click()
    await expect(waiting).toHaveCount(0)
    expect(await findFields(member, { from: [`${home}/account/erase`], within: nowhere })).toEqual(
      expectedFor('sender of a published comment'),
    )

    await finishCourse(site.databaseFile, pseudonym, { withReview: true })
    const course = `${home}/courses/run-a-party`
    const finished = [`${course}/proof`, `${course}/check?draw=0123abcd`, `${home}/review`]
    expect(await findFields(page, { from: finished, within: nowhere })).toEqual(
      expectedFor('learner who has finished'),
    )
  })
}
