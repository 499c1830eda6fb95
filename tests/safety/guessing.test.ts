import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startServer, type TestServer } from '../journeys/server.ts'
import { ensureTemplate } from '../template-database.ts'
import { codeOfCircle } from './seed-rows.ts'
import { startPeopledSite } from './site.ts'

let site: TestServer
beforeAll(async () => {
  await ensureTemplate('guessing')
  site = await startServer('guessing', { LOG_LEVEL: 'error' })
})
afterAll(() => site?.stop())

const passphrase = 'six quiet otters near the bridge'

async function post(path: string, fields: Record<string, string>, cookie = '') {
  const headers: Record<string, string> = cookie ? { Cookie: cookie } : {}
  const answer = await fetch(site.origin + path, {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers,
    redirect: 'manual',
  })
  await answer.arrayBuffer()
  return {
    status: answer.status,
    wait: Number(answer.headers.get('retry-after')),
    cookie: answer.headers.getSetCookie()[0]?.split(';')[0] ?? '',
  }
}

async function someoneSignedUp(pseudonym: string): Promise<string> {
  const { status, cookie } = await post('/en/sign-up', { pseudonym, passphrase })
  expect(status).toBe(303)
  return cookie
}

/** Signs in as somebody who does as the page tells them: the statuses of the answers. */
async function signInAsTold(pseudonym: string): Promise<number[]> {
  const first = await post('/en/sign-in', { pseudonym, passphrase })
  if (first.status !== 429) return [first.status]
  await new Promise((resolve) => setTimeout(resolve, first.wait * 1000))
  const second = await post('/en/sign-in', { pseudonym, passphrase })
  return [first.status, second.status]
}

describe('P14: while strangers guess', () => {
  let isOver = false
  let guesses = 0
  let refusals = 0
  const guessers: Promise<void>[] = []
  const guess = async (pseudonym: string) => {
    guesses += 1
    const { status } = await post('/en/sign-in', {
      pseudonym,
      passphrase: `wrong guess number ${guesses}`,
    })
    if (status === 429) refusals += 1
  }
  const owners = ['Beset Badger', ...Array.from({ length: 5 }, (_, n) => `Passing Plover ${n}`)]
  const cookies = new Map<string, string>()

  beforeAll(async () => {
    for (const owner of owners) cookies.set(owner, await someoneSignedUp(owner))
    const keepOn = async (nameOf: () => string) => {
      while (!isOver) await guess(nameOf())
    }
    for (let n = 0; n < 6; n++) guessers.push(keepOn(() => `Nobody ${guesses}`))
    for (let n = 0; n < 2; n++) guessers.push(keepOn(() => 'Beset Badger'))
    // The first hundreds are tried; from then on strangers are told to wait.
    while (refusals === 0)
      await Promise.all(Array.from({ length: 150 }, () => guess(`Nobody ${guesses}`)))
  })
  afterAll(async () => {
    isOver = true
    await Promise.all(guessers)
  })

  test('every owner signs in, the one whose name is guessed at too, with one wait', async () => {
    for (const answers of await Promise.all(owners.map(signInAsTold)))
      expect([[303], [429, 303]]).toContainEqual(answers)
  })

  test('who is signed in changes the passphrase and erases the account at the first try', async () => {
    const fields = {
      intent: 'change-passphrase',
      passphrase,
      passphraseNew: 'seven loud geese on the lake',
    }
    const changed = await post('/en/account', fields, cookies.get('Beset Badger'))
    expect(changed.status).toBe(303)
    const erased = await post(
      '/en/account/erase',
      { passphrase: fields.passphraseNew, published: 'remove' },
      changed.cookie,
    )
    expect(erased.status).toBe(303)
    for (const owner of owners.slice(1))
      expect(
        (await post('/en/account/erase', { passphrase, published: 'remove' }, cookies.get(owner)))
          .status,
      ).toBe(303)
  })
})

test('P14: codes of circles are guessed five times, also where one’s own circle is opened in between', async () => {
  const peopled = await startPeopledSite('guessing-codes')
  try {
    const open = async (code: string) =>
      (await peopled.open('member', `/en/join/${code}`)).received.status
    const statuses: number[] = []
    for (let n = 0; n < 7; n++) {
      statuses.push(await open(`AAAA22${'23456789'[n]}`))
      await open(codeOfCircle)
    }
    expect(statuses).toEqual([404, 404, 404, 404, 404, 429, 429])
  } finally {
    await peopled.stop()
  }
})
