import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectedRoutes } from './expected/index.ts'
import { roles } from './people.ts'
import { circleOfTrainer } from './seed-rows.ts'
import { startPeopledSite } from './site.ts'

// What the server does with the longest texts that a form or an address can hold: each field of each
// form is sent with nearly 64 KB, what is read of an address with 14 KB, and what met them is noted. Work is counted in letters, never in time.

const mark = 'qzjx'
const bytes = 60_000
/** The longest text that anything but one pass over it may be given: a comment's characters. */
const longestStudied = 6000

const addressBytes = 14_000

const filledTo = (max: number) => (text: string) =>
  `${mark} a${text.repeat(max / Buffer.byteLength(encodeURIComponent(text)))} ${mark}`
const samples = ['word on. ', 'စာရေးသူ', '\u0301\u0323', '\t']
const texts = samples.map(filledTo(bytes))
const addressTexts = [...samples, '"', '$t(', '-', 'İ'].map(filledTo(addressBytes))
// The mark is there when the text has been read; the address itself, which the router looks at from
// its beginning on, does not hold it.
const written = (text: string) =>
  encodeURIComponent(text).replaceAll(mark, `%${mark.charCodeAt(0).toString(16)}${mark.slice(1)}`)
// What is read of an address: words searched for, what to do afterwards, what to show.
const inAddresses = [
  '/en/search?q=',
  '/en/sign-in?to=/en/',
  '/en/countries/SE?with=',
  '/en/courses/run-a-party/the-branch?country=',
  '/en/courses/run-a-party/the-branch?again=',
  '/en/courses/run-a-party/check?draw=',
  '/en/review?after=',
  '/en/account?done=',
  `/en/circles/${circleOfTrainer}/meetings/1?undo=`,
  `/en/circles/${circleOfTrainer}/meetings/1?of=`,
]

const folder = mkdtempSync(join(tmpdir(), 'cirkel-text-'))
const log = join(folder, 'work.json')
const sizes = new Map<string, number>()
/** The statuses of the answers to long addresses. */
const answered: number[] = []

// One sign or class of signs, once or in a row; or from the beginning on, with counted repetitions
// alone. Such an expression looks at each sign once.
const onePass = [
  /^\/(?:\[(?:\\.|[^\]])*\]|\\p\{\w+\}|\\u[0-9a-f]{4}|\\[^pPu]|[^\\[\](){}|*+?.^$])\+?\/[a-z]*$/,
  /^\/\^(?:\[(?:\\.|[^\]])*\]|\\.|[^\\[*+])*\$?\/[a-z]*$/,
]
// Others that do, looked at one by one: either of several signs; a sign beside another; from the
// beginning on, with signs between that the repeated classes do not have; thirty signs at most.
const scripts = String.raw`[\p{Script=Myanmar}\p{Script=Khmer}\p{Script=Thai}\p{Script=Lao}]`
const alsoOnePass = new Set(
  [
    /([\p{M}\uff9e\uff9f]{30})[\p{M}\uff9e\uff9f]+/gu,
    new RegExp(`(?<=${scripts})\\u200b+(?=${scripts})`, 'gu'),
    /(?<=\p{Extended_Pictographic})[\ufe0e\ufe0f]/gu,
    /\r\n?|[\u0085\u2028\u2029]/g,
    /(?![\u200b-\u200f]|\p{Variation_Selector})\p{Default_Ignorable_Code_Point}/gu,
    /[\p{Co}\p{Cs}\ufff9-\ufffd]|(?!\n)\p{Cc}/gu,
    /^([a-z0-9-]+)\.([a-z0-9-]+)\.([a-z0-9-]+)$/,
    /^[^\p{Cc}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]*$/u,
  ].map(String),
)
const isOnePass = (expression: string) =>
  alsoOnePass.has(expression) || onePass.some((shape) => shape.test(expression))

beforeAll(async () => {
  const site = await startPeopledSite('text-work', undefined, {
    NODE_OPTIONS: `--import ${resolve('tests/safety/record-text-work.mjs')}`,
    TEXT_WORK_LOG: log,
    TEXT_WORK_MARK: mark,
  })
  for (const { at, forms = {} } of Object.values(expectedRoutes).flat())
    for (const [intent, { fields = {}, sent }] of Object.entries(forms)) {
      const role =
        roles.find((one) => sent[one] === 'done') ??
        roles.find((one) => ['page', 'page, stored', 'onward', 'file'].includes(sent[one])) ??
        'owner'
      // However long an answer takes: what was done for it is noted.
      for (const name of Object.keys(fields))
        for (const text of texts)
          await site
            .post(role, at, { ...(intent ? { intent } : {}), ...fields, [name]: text })
            .catch(() => {})
    }
  for (const address of inAddresses)
    for (const text of address.includes('?q=') ? addressTexts : addressTexts.slice(0, 2)) {
      const { received } = await site.open('trainer', address + written(text))
      answered.push(received.status)
    }
  await site.stop()
  for (const [name, size] of JSON.parse(readFileSync(log, 'utf8'))) sizes.set(name, size)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('P15: of the longest texts that a form can hold', () => {
  test('what is looked through more than once is short', () => {
    const long = [...sizes].filter(
      ([name, size]) => name.startsWith('/') && size > longestStudied && !isOnePass(name),
    )
    expect(long).toEqual([])
  })

  test('words are told apart in a comment’s characters, and no list of words is sorted', () => {
    expect(sizes.get('segment') ?? 0).toBeLessThanOrEqual(longestStudied)
    expect(sizes.get('sort') ?? 0).toBeLessThanOrEqual(longestStudied)
  })

  test('no letter with its marks is sorted that has more than a passphrase’s characters', () => {
    expect(sizes.get('normalize')).toBeGreaterThan(0)
    expect(sizes.get('normalize')).toBeLessThanOrEqual(1000)
  })

  test('a long address is answered, and not by a fault', () => {
    expect(answered).toHaveLength(addressTexts.length + 2 * (inAddresses.length - 1))
    expect(answered.filter((status) => status >= 500 || status === 431)).toEqual([])
  })

  test('each was met: what is noted is the work on texts that were sent', () => {
    expect(sizes.get('/\\s+/gu')).toBeGreaterThan(bytes / 10)
  })
})
