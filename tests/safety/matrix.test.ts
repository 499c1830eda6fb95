import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Expected, PerRole } from './expectation.ts'
import { expectedRoutes } from './expected/index.ts'
import { type Role, roles } from './people.ts'
import { builtRoutes, hasShape, intentsInCode, withoutAnId } from './routes.ts'
import { type PeopledSite, startPeopledSite } from './site.ts'

// Who may do what, for every route that the built server knows: each is opened, and each of its
// forms is sent, by everyone there can be.

const routes = await builtRoutes()
const expectationsOf = (id: string): Expected[] => [expectedRoutes[id] ?? []].flat() as Expected[]
const how =
  'is not in the matrix of who may do what. Add it to the file of its module in ' +
  'tests/safety/expected (the README there says how), with what each role meets.'

let site: PeopledSite
beforeAll(async () => {
  site = await startPeopledSite('matrix')
})
afterAll(() => site?.stop())

/** What each role meets, by role. */
async function met(ask: (role: Role) => Promise<{ outcome: string }>): Promise<PerRole> {
  const outcomes: Partial<Record<Role, string>> = {}
  for (const role of roles) outcomes[role] = (await ask(role)).outcome
  return outcomes as PerRole
}

/** A page's text, but for the address that it stands at. */
function wordsOf({ body }: { body: string }, address: string): string {
  // What pads a page to whole steps depends on how long its address is.
  return body.replaceAll(address.slice(3), '').trimEnd()
}

describe('P11: who may do what is written down', () => {
  test('for every route', () => {
    for (const { id } of routes) expect(expectationsOf(id), `app/${id} ${how}`).not.toEqual([])
    expect(
      Object.keys(expectedRoutes).filter((id) => !routes.some((route) => route.id === id)),
    ).toEqual([])
  })

  test('at an address of that route', () => {
    for (const { id, shape } of routes)
      for (const { at } of expectationsOf(id))
        expect([id, at, hasShape(at, shape)]).toEqual([id, at, true])
  })

  test('for every form of a route that takes any', () => {
    for (const { id, takesForms } of routes)
      for (const { forms } of expectationsOf(id))
        expect(Object.keys(forms ?? {}).length > 0, `A form of app/${id} ${how}`).toBe(takesForms)
  })

  test('for every intent that a form can have', () => {
    const listed = new Set(
      Object.values(expectedRoutes).flatMap((one) =>
        [one].flat().flatMap(({ forms }) => Object.keys(forms ?? {})),
      ),
    )
    for (const intent of intentsInCode())
      expect(listed.has(intent), `The intent "${intent}" ${how}`).toBe(true)
  })
})

describe.each(routes)('P11: $id', ({ id, shape, takesForms }) => {
  const expectations = expectationsOf(id)

  test.each(expectations)('$at opens for whom it should', async ({ at, opened }) => {
    expect(await met((role) => site.open(role, at))).toEqual(opened)
    if (/^\/en(\/|$)/.test(at))
      expect(await met((role) => site.open(role, at.replace('/en', '/sv')))).toEqual(opened)
  })

  test.runIf(/:(?!lang)/.test(shape)).each(expectations)(
    '$at with an id that nobody has is not found, in the same words as another’s',
    async ({ at, opened }) => {
      for (const wrong of withoutAnId(at, shape))
        for (const role of roles) {
          const { outcome, received } = await site.open(role, wrong)
          expect([wrong, role, outcome]).toEqual([
            wrong,
            role,
            opened[role] === 'sign-in' ? 'sign-in' : 'not-found',
          ])
          if (opened[role] === 'not-found')
            expect(wordsOf((await site.open(role, at)).received, at)).toBe(wordsOf(received, wrong))
        }
    },
  )

  test.runIf(shape.startsWith('/:lang'))(
    'in a language that the site does not have is not found',
    async () => {
      for (const { at, opened } of expectations)
        for (const role of roles) {
          const { outcome } = await site.open(role, at.replace('/en', '/xx'))
          // Who must sign in may be told so first.
          const allowed = opened[role] === 'sign-in' ? ['not-found', 'sign-in'] : ['not-found']
          expect([at, role, outcome, allowed.includes(outcome)]).toEqual([at, role, outcome, true])
        }
    },
  )

  if (!takesForms) {
    test('takes no form from anyone', async () => {
      for (const { at } of expectations)
        for (const role of roles)
          expect(['no-form', 'not-found']).toContain(
            (await site.post(role, at, { intent: 'read' })).outcome,
          )
    })
    return
  }

  for (const { at, forms = {} } of expectations)
    for (const [intent, { fields = {}, sent }] of Object.entries(forms)) {
      const form = `${at} takes the form${intent && ` “${intent}”`}`
      const all = { ...(intent ? { intent } : {}), ...fields }
      test(`${form} from whom it should`, async () => {
        expect(await met((role) => site.post(role, at, all))).toEqual(sent)
      })

      test(`P15: ${form} from no other site, and not with a field too many, and stores nothing`, async () => {
        for (const role of roles) {
          expect([role, (await site.post(role, at, all, 'https://evil.example')).outcome]).toEqual([
            role,
            'forbidden',
          ])
          const { outcome } = await site.post(role, at, { ...all, isModerator: 'true' })
          expect([
            role,
            ['refused', 'not-found', 'sign-in', 'onward'].includes(outcome),
            outcome,
          ]).toEqual([role, true, outcome])
        }
      })

      test(`P15: ${form} with any of its fields left out, or empty, without failing`, async () => {
        const role =
          roles.find((one) => !['not-found', 'sign-in', 'refused'].includes(sent[one])) ?? 'host'
        const less = Object.keys(all).flatMap((name) => [
          Object.fromEntries(Object.entries(all).filter(([other]) => other !== name)),
          { ...all, [name]: '' },
        ])
        for (const fields of [{}, ...less]) {
          const { outcome } = await site.post(role, at, fields)
          expect([fields, /^[a-z]/.test(outcome), outcome]).toEqual([fields, true, outcome])
        }
      })
    }

  test('takes no form with an intent that does not exist', async () => {
    for (const { at } of expectations)
      for (const role of roles) {
        const { outcome } = await site.post(role, at, { intent: 'no-such-intent' })
        expect([
          at,
          role,
          ['refused', 'not-found', 'sign-in', 'onward'].includes(outcome),
          outcome,
        ]).toEqual([at, role, true, outcome])
      }
  })
})

test('P5: every one of these answers had every security header, whole', () => {
  expect(site.headersAmiss()).toEqual([])
})
