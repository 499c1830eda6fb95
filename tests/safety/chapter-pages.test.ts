import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createClient } from '@libsql/client'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { brokenCourse } from '../broken-courses/course.ts'
import { send } from '../fuzz/send.ts'
import { startServer, type TestServer } from '../journeys/server.ts'
import { seed } from '../seed.ts'
import { ensureTemplate } from '../template-database.ts'

const courses = brokenCourse()
const chapter = (lang = 'en') => `/${lang}/courses/tiny/first`
const passphrase = 'six quiet otters near the bridge'
const languages = ['en', 'sv', 'en-XB']
// Of no session; but a page that was asked for with a cookie is not one that guests share.
const nobody = `s=${'a'.repeat(40)}`

let site: TestServer
beforeAll(async () => {
  await ensureTemplate('chapter-pages')
  site = await startServer('chapter-pages', { LOG_LEVEL: 'error', COURSES: courses.folder })
})
afterAll(async () => {
  await site?.stop()
  courses.remove()
})

async function ask(
  path: string,
  cookie = '',
  fields?: Record<string, string> | [string, string][],
) {
  const answer = await fetch(site.origin + path, {
    method: fields ? 'POST' : 'GET',
    headers: { Cookie: cookie, 'Accept-Language': 'en', 'Accept-Encoding': 'gzip' },
    redirect: 'manual',
    ...(fields && { body: new URLSearchParams(fields) }),
  })
  return { status: answer.status, headers: answer.headers, html: await answer.text() }
}

async function someone(pseudonym: string): Promise<string> {
  const { headers } = await ask('/en/sign-up', '', { pseudonym, passphrase })
  return headers.getSetCookie()[0]?.split(';')[0] ?? ''
}

/** What an address of a chapter carries along; comments of ZA stand in it, of IN in the next one. */
const queries = ['', '?country=ZA', '?country=IN', '?country=SE', '?pictures=no']

/**
 * The page as Remix renders it, whole: an address with a slash at its end is none that is put
 * together from parts. Only the links to other languages have that slash too.
 */
async function renderedWhole(path: string, cookie: string): Promise<string> {
  const { html } = await ask(path.replace(/\?|$/, '/$&'), cookie)
  return html.replaceAll(/(href="\/[\w-]+\/courses\/tiny\/first)\/(?=["?])/g, '$1')
}

async function expectWhole(cookie: string, lang = 'en', query = '') {
  const { html } = await ask(chapter(lang) + query, cookie)
  expect(html).toBe(await renderedWhole(chapter(lang) + query, cookie))
  // Others look at a chapter too: it never says who is signed in.
  expect(html).not.toMatch(/Quiet Otter|Hasty Hare/)
  expect(html).toMatch(/^<!doctype html><html lang=[\s\S]+<\/html>$/)
  return html
}

/** The form at a section of the chapter that keeps a note, or deletes the one that is there. */
async function note(cookie: string, section: string, fields: Record<string, string>, lang = 'en') {
  const address = `${chapter(lang)}/notes/${section}`
  const [, seen = ''] = /name="seen" value="(\d+)"/.exec((await ask(address, cookie)).html) ?? []
  const { status } = await ask(address, cookie, { ...fields, seen })
  // There is nothing to be deleted, now and then.
  expect([303, ...(fields.intent === 'delete-note' ? [404] : [])]).toContain(status)
}

const asTheyCome = { size: 'usual', letters: 'serif', light: 'device', spacing: 'usual' }

/** The form that says how pages are to look. */
async function choose(cookie: string, choices: Record<string, string>) {
  const fields = { ...asTheyCome, pictures: 'yes', ...choices }
  expect((await ask('/en/reading', cookie, fields)).status).toBe(303)
}

/** What a learner can do that the chapter shows, with other forms than its own. */
const otherActs: ((cookie: string, lang: string) => Promise<void>)[] = [
  (cookie, lang) => note(cookie, 'meeting', { intent: 'keep-note', text: 'Ask Amina' }, lang),
  (cookie, lang) =>
    note(cookie, 'afterwards', { intent: 'keep-note', text: 'Closed on Mondays' }, lang),
  (cookie, lang) => note(cookie, 'meeting', { intent: 'delete-note' }, lang),
  (cookie) => choose(cookie, { size: 'largest', light: 'dark' }),
  (cookie) => choose(cookie, { pictures: 'no' }),
  (cookie) => choose(cookie, {}),
]

/** What a learner can send from the chapter. */
const acts: [string, string][][] = [
  [
    ['intent', 'answer'],
    ['check', 'alone'],
    ['q.alone', 'may'],
  ],
  [
    ['intent', 'answer'],
    ['check', 'alone'],
    ['q.alone', 'may-not'],
  ],
  [
    ['intent', 'answer'],
    ['check', 'who-came'],
    ['q.who-came', 'guests'],
    ['q.who-came', 'members'],
  ],
  [
    ['intent', 'answer'],
    ['check', 'any-day'],
    ['q.any-day', 'false'],
    ['sure.any-day', 'sure'],
  ],
  [
    ['intent', 'answer'],
    ['check', ''],
    ['q.any-day', 'true'],
    ['q.alone', 'may-not'],
  ],
  [
    ['intent', 'answer'],
    ['check', 'in-order'],
    ['q.in-order.open', '1'],
  ],
  [
    ['intent', 'answer'],
    ['intent', 'read'],
  ],
  [
    ['intent', 'answer'],
    ['intent', 'unread'],
  ],
  [
    ['intent', 'answer'],
    ['intent', 'bookmark:cafe'],
  ],
  [
    ['intent', 'answer'],
    ['intent', 'bookmark:meeting'],
  ],
  [
    ['intent', 'answer'],
    ['intent', 'unbookmark'],
  ],
]

describe('a chapter that is put together from parts', () => {
  test('is after anything that learners do, byte for byte, the page that Remix renders whole, and nobody else’s', async () => {
    const cookies = [await someone('Quiet Otter'), await someone('Hasty Hare')]
    const own = acts.map((fields) => async (cookie: string, lang: string, query: string) => {
      const { status, html } = await ask(chapter(lang) + query, cookie, fields)
      expect([200, 303]).toContain(status)
      if (status === 200) expect(html).toMatch(/<\/html>$/)
    })
    const walk = fc.sample(
      fc.tuple(
        fc.constantFrom(...cookies),
        fc.oneof(fc.constantFrom(...own), fc.constantFrom(...otherActs)),
        fc.constantFrom(...languages),
        fc.constantFrom(...queries),
      ),
      { numRuns: 60, seed },
    )
    for (const [who, act, lang, query] of walk) {
      await act(who, lang, query)
      for (const cookie of [...cookies, nobody]) await expectWhole(cookie, lang, query)
    }
  })

  test('is for guests the page that somebody gets who is not signed in', async () => {
    for (const lang of languages)
      for (const query of queries) {
        const { status, html } = await ask(chapter(lang) + query)
        // No comment of the course tells of Sweden: that address is not a guest's.
        expect(status).toBe(query === '?country=SE' ? 302 : 200)
        if (status === 200) expect(html).toBe(await expectWhole(nobody, lang, query))
      }
  })

  test('shows notes, and how pages are to look, at once and only to their learner', async () => {
    const cookie = await someone('Calm Crane')
    const { headers } = await ask('/en/sign-in', '', { pseudonym: 'Calm Crane', passphrase })
    const second = headers.getSetCookie()[0]?.split(';')[0] ?? ''
    const other = await someone('Deaf Dove')
    const shows = async (text: string) =>
      Promise.all(
        [cookie, second, other, nobody].map(async (who) => {
          // Asked for twice: a page that is kept is sent the second time.
          await expectWhole(who)
          return (await expectWhole(who)).includes(text)
        }),
      )
    const [own, nowhere] = [
      [true, true, false, false],
      [false, false, false, false],
    ]
    expect(await shows('one note of your own')).toEqual(nowhere)
    await note(cookie, 'meeting', { intent: 'keep-note', text: 'Ask Amina' })
    expect(await shows('one note of your own')).toEqual(own)
    await note(second, 'afterwards', { intent: 'keep-note', text: 'Closed on Mondays' })
    expect(await shows('2 notes of your own')).toEqual(own)
    expect(await shows('Amina')).toEqual(nowhere)
    await note(second, 'meeting', { intent: 'delete-note' })
    expect(await shows('one note of your own')).toEqual(own)
    await note(cookie, 'afterwards', { intent: 'delete-note' })
    expect(await shows('of your own')).toEqual(nowhere)

    const look = 'class="size-largest light-dark"'
    expect(await shows(look)).toEqual(nowhere)
    await choose(second, { size: 'largest', light: 'dark' })
    expect(await shows(look)).toEqual(own)
    expect(await shows('<svg')).toEqual([true, true, true, true])
    await choose(cookie, { pictures: 'no' })
    expect(await shows(look)).toEqual(nowhere)
    expect(await shows('class="pictures-no"')).toEqual(own)
    await choose(cookie, {})
    expect(await shows('class="pictures-no"')).toEqual(nowhere)
  })

  test('is one gzip file for a browser that takes gzip, and as good without', async () => {
    const cookie = await someone('Slow Seal')
    const headers = { Cookie: cookie }
    const as = async (encoding: string) =>
      send(site.origin, {
        method: 'GET',
        path: chapter(),
        headers: { ...headers, 'Accept-Encoding': encoding },
      })
    const [zipped, plain] = [await as('gzip, deflate, br, zstd'), await as('identity')]
    expect(zipped.headers['content-encoding']).toBe('gzip')
    expect(plain.headers['content-encoding']).toBeUndefined()
    expect(plain.body.length).toBeGreaterThan(5000)
  })

  test('is for guests the one page that is as small as Brotli makes it, however a browser asks', async () => {
    const sizeAs = async (encoding: string) => {
      const { headers } = await send(site.origin, {
        method: 'GET',
        path: chapter('sv'),
        headers: { 'Accept-Encoding': encoding },
      })
      expect(headers['content-encoding']).toBe('br')
      return Number(headers['content-length'])
    }
    // Made while another page is: then it is compressed fast, and again when it is asked for again.
    await Promise.all([sizeAs('br'), sizeAs('gzip, deflate, br, zstd')])
    const sizes = []
    for (let n = 0; n < 50; n++) {
      sizes.push(await sizeAs(n % 2 ? 'br' : 'gzip, deflate, br, zstd'))
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    expect(new Set(sizes.slice(-4)).size).toBe(1)
    expect(Math.min(...sizes)).toBe(sizes.at(-1))
  })

  test('shows a change at once: in another session, of another learner, of the course', async () => {
    const cookie = await someone('Late Lark')
    const other = await ask('/en/sign-in', '', { pseudonym: 'Late Lark', passphrase })
    const second = other.headers.getSetCookie()[0]?.split(';')[0] ?? ''
    expect(await expectWhole(second)).not.toContain('REASON-MAY-NOT')
    await ask(chapter(), cookie, { intent: 'answer', check: 'alone', 'q.alone': 'may-not' })
    expect(await expectWhole(second)).toContain('REASON-MAY-NOT')
    await ask('/en/sign-out', cookie, {})
    expect(await expectWhole(cookie)).toContain('href="/en/sign-in"')
    expect(await expectWhole(second)).toContain('REASON-MAY-NOT')

    const text = '<b>"Ours"</b> &amp; {0} {quiz} $& by the well'
    const words = ' and nine people came to hear how the branch had met'.repeat(4)
    const sent = {
      country: 'KE',
      section: '',
      text: text + words,
      language: 'en',
      signed: 'pseudonym',
    }
    const { status } = await ask(`${chapter()}/comment`, second, sent)
    expect(status).toBe(303)
    expect(await expectWhole(second)).not.toContain('by the well')
    const moderator = await someone('Fair Fox')
    const db = createClient({ url: `file:./${site.databaseFile}` })
    await db.execute('PRAGMA busy_timeout = 5000')
    await db.execute(
      `INSERT INTO Role (learnerId, role) SELECT id, 'moderator' FROM Learner WHERE pseudonym = 'Fair Fox'`,
    )
    const { rows } = await db.execute('SELECT id FROM Comment')
    await ask(`/en/comments/${rows[0]?.id}`, moderator, { intent: 'publish' })
    for (const lang of languages)
      for (const who of [second, moderator, nobody])
        expect(await expectWhole(who, lang)).toContain(
          '&lt;b&gt;&quot;Ours&quot;&lt;/b&gt; &amp;amp; {0} {quiz} $&amp; by the well',
        )

    await db.execute(`UPDATE Learner SET pseudonym = 'Other <Lark>' WHERE pseudonym = 'Late Lark'`)
    await expectWhole(second)
    db.close()

    const file = join(courses.folder, 'tiny/01-first/en.mdx')
    const before = readFileSync(file, 'utf8')
    writeFileSync(file, before.replace('Some branches meet in a café.', 'Some meet under a tree.'))
    while (!(await ask(chapter(), second)).html.includes('Some meet under a tree.'))
      await new Promise((resolve) => setTimeout(resolve, 200))
    for (const who of [second, nobody])
      expect(await expectWhole(who)).not.toContain('Some branches')
  })

  test('keeps its status where a form is refused or nobody is signed in', async () => {
    const cookie = await someone('Odd Owl')
    const refused = await ask(chapter(), cookie, { intent: 'answer', 'q.nothing': 'x' })
    expect(refused.status).toBe(400)
    expect(refused.html).toContain('<h1>')
    const guest = await ask(chapter(), '', { intent: 'read' })
    expect(guest.status).toBe(307)
    expect(guest.headers.get('location')).toMatch(/^\/en\/sign-in/)
    expect((await ask('/en/courses/tiny/third', cookie)).status).toBe(404)
  })
})
