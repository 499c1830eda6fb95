import { describe, expect, test } from 'vitest'
import { useTestDatabase } from '../../tests/factories/test-database.ts'
import { getLearner } from '../accounts/sessions/sessions.server.ts'
import { signUp } from '../accounts/sign-up.server.ts'
import { database } from '../platform/database.server.ts'
import type { loader as accountLoader } from './$lang.account.tsx'
import * as account from './$lang.account.tsx'
import * as recovering from './$lang.recover.tsx'
import * as signIn from './$lang.sign-in.tsx'
import * as signOut from './$lang.sign-out.tsx'
import * as signUpRoute from './$lang.sign-up.tsx'

useTestDatabase()
const passphrase = 'six quiet otters near the bridge'

type Arguments = Parameters<typeof accountLoader>[0]

/**
 * What Remix hands a loader or action for a form posted to an address; for a GET without a form.
 */
function posting(path: string, form?: Record<string, string>, cookie = ''): Arguments {
  const init = form
    ? { method: 'POST', body: new URLSearchParams(form), headers: { Cookie: cookie } }
    : { headers: { Cookie: cookie } }
  const request = new Request(`http://localhost${path}`, init)
  const context = {
    learner: () => getLearner(request),
    catalogue: {
      courses: new Map([['c', { texts: new Map([['en', { title: 'Garden Year' }]]) }]]),
    },
  }
  return { request, params: { lang: 'en' }, context } as unknown as Arguments
}

/** The response or data that a loader or action gives, returned or thrown. */
async function outcome(
  answer: Promise<unknown>,
): Promise<{ status?: number; init?: ResponseInit; data?: unknown; headers: Headers }> {
  return (await answer.catch((thrown: unknown) => thrown)) as never
}

async function cookieOf(pseudonym: string): Promise<string> {
  const made = await signUp({ pseudonym, passphrase, ownDevice: false })
  if (made.kind !== 'signed-up') throw new Error(made.kind)
  return made.cookie.split(';')[0] as string
}

async function hashesOf(pseudonymKey: string): Promise<string[]> {
  const learners = await (await database()).learner.findMany({ where: { pseudonymKey } })
  return learners.map(({ passphraseHash }) => passphraseHash)
}

describe('the forms of an account', () => {
  test('a guest signs up, and goes by the recovery codes on to where they were going', async () => {
    const made = await outcome(
      signUpRoute.action(
        posting('/en/sign-up', { pseudonym: 'Otter 1', passphrase, to: '/en/progress' }),
      ),
    )
    expect(made.status).toBe(303)
    expect(made.headers.get('Location')).toBe('/en/account/codes?to=%2Fen%2Fprogress')
    expect(made.headers.get('Set-Cookie')).toMatch(
      /^s=[a-z2-7]{40}; Path=\/; HttpOnly; SameSite=Lax$/,
    )
  })

  test('a bad form gives back what was typed, but never a passphrase', async () => {
    const bad = await outcome(
      signUpRoute.action(
        posting('/en/sign-up', { pseudonym: 'me@example.org', passphrase, ownDevice: 'on' }),
      ),
    )
    expect(bad.init?.status).toBe(400)
    expect(bad.data).toMatchObject({
      typed: { pseudonym: 'me@example.org', ownDevice: 'on' },
      problems: { pseudonym: expect.stringContaining('email') },
    })
    expect(JSON.stringify(bad.data)).not.toContain(passphrase)
  })

  test('a passphrase that is the pseudonym again is refused', async () => {
    const bad = await outcome(
      signUpRoute.action(
        posting('/en/sign-up', { pseudonym: 'Patient Pelican', passphrase: 'patient pelican' }),
      ),
    )
    expect(bad.data).toMatchObject({
      problems: { passphrase: expect.stringContaining('same as the pseudonym') },
    })
  })

  test('a passphrase that everyone would guess is refused wherever a new one is chosen, and nothing changes', async () => {
    const cookie = await cookieOf('Finch 6')
    const [hash] = await hashesOf('finch 6')
    for (const guessed of ['Garden Year 2026', 'finch 6 finch 6', 'unbelievable']) {
      const answers = [
        await outcome(
          signUpRoute.action(
            posting('/en/sign-up', { pseudonym: 'finch 6 ', passphrase: guessed }),
          ),
        ),
        await outcome(
          recovering.action(
            posting('/en/recover', { pseudonym: 'finch 6', code: 'ABCD', passphraseNew: guessed }),
          ),
        ),
        await outcome(
          account.action(
            posting(
              '/en/account',
              { intent: 'change-passphrase', passphrase, passphraseNew: guessed },
              cookie,
            ),
          ),
        ),
      ]
      expect(answers.map(({ init }) => init?.status)).toEqual([400, 400, 400])
      const problems = answers.map(({ data }) =>
        Object.keys((data as { problems: object }).problems),
      )
      expect(problems).toEqual([['passphrase'], ['passphraseNew'], ['passphraseNew']])
    }
    expect(await hashesOf('finch 6')).toEqual([hash])
  })

  test('a wrong passphrase and an unknown name get the same page, and later the same wait', async () => {
    await cookieOf('Heron 2')
    const answersTo = async (pseudonym: string) => {
      const answers: unknown[] = []
      for (let n = 0; n < 6; n++) {
        const { data, init } = await outcome(
          signIn.action(posting('/en/sign-in', { pseudonym, passphrase: 'wrong' })),
        )
        answers.push([JSON.stringify(data).replace(pseudonym, 'NAME'), init])
      }
      return answers
    }
    const known = await answersTo('Heron 2')
    expect(await answersTo('Nobody 2')).toEqual(known)
    expect(known.at(-1)).toMatchObject([
      expect.stringContaining('Wait 1 s'),
      { status: 429, headers: { 'Retry-After': '1' } },
    ])
  })

  test('nobody is sent to another site after signing in', async () => {
    await cookieOf('Lynx 3')
    const done = await outcome(
      signIn.action(
        posting('/en/sign-in', { pseudonym: 'Lynx 3', passphrase, to: '//evil.example/en' }),
      ),
    )
    expect(done.headers.get('Location')).toBe('/en')
  })

  test('someone who is signed in is sent home from sign-in and sign-up', async () => {
    const cookie = await cookieOf('Newt 4')
    for (const route of [signIn, signUpRoute]) {
      expect(
        (await outcome(route.loader(posting('/en/sign-in', undefined, cookie)))).headers.get(
          'Location',
        ),
      ).toBe('/en')
    }
  })

  test('another’s session is not found', async () => {
    const mine = await cookieOf('Wren 5')
    const others = await cookieOf('Seal 5')
    const session = (await getLearner(posting('/en', undefined, others).request))
      ?.sessionId as string
    const refused = await outcome(
      account.action(posting('/en/account', { intent: 'end-session', session }, mine)),
    )
    expect(refused.status).toBe(404)
    expect(await getLearner(posting('/en', undefined, others).request)).not.toBeNull()
  })

  test('an unknown field, an unknown intent and no form are refused, and nothing fails', async () => {
    const cookie = await cookieOf('Kiwi 6')
    expect(
      (
        await outcome(
          signIn.action(posting('/en/sign-in', { pseudonym: 'a', passphrase: 'b', role: 'admin' })),
        )
      ).status,
    ).toBe(400)
    expect(
      (await outcome(account.action(posting('/en/account', { intent: 'erase' }, cookie)))).status,
    ).toBe(400)
    expect(
      (await outcome(account.action(posting('/en/account', { intent: 'end-session' }, cookie))))
        .status,
    ).toBe(400)
    expect((await outcome(signIn.action(posting('/en/sign-in', {})))).init?.status).toBe(400)
  })

  test('signing out ends the session, for a guest too without fuss', async () => {
    const cookie = await cookieOf('Tern 7')
    for (const sent of [cookie, '']) {
      const done = await outcome(signOut.action(posting('/en/sign-out', {}, sent)))
      expect([done.status, done.headers.get('Set-Cookie')]).toEqual([
        303,
        's=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0',
      ])
    }
    expect(await getLearner(posting('/en', undefined, cookie).request)).toBeNull()
  })
})
