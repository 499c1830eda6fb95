import * as argon2 from '@node-rs/argon2'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { useTestDatabase } from '../../../tests/factories/test-database.ts'
import { database } from '../../platform/database.server.ts'
import { changePassphrase } from '../passphrases/change-passphrase.server.ts'
import { signUp } from '../sign-up.server.ts'
import { getLearner, sessionIdIn } from './sessions.server.ts'
import { signIn } from './sign-in.server.ts'

vi.mock('@node-rs/argon2', async (original) => {
  const real = await original<typeof argon2>()
  return { ...real, hash: vi.fn(real.hash), verify: vi.fn(real.verify) }
})

useTestDatabase()
const passphrase = 'six quiet otters near the bridge'
const onBorrowedDevice = { passphrase, ownDevice: false }

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] })
  vi.mocked(argon2.hash).mockClear()
  vi.mocked(argon2.verify).mockClear()
})
afterEach(() => {
  vi.useRealTimers()
})

function from(setCookie: string): Request {
  return new Request('http://localhost/en', {
    headers: { Cookie: setCookie.split(';')[0] as string },
  })
}

async function someoneSignedUp(pseudonym: string) {
  const outcome = await signUp({ pseudonym, ...onBorrowedDevice })
  if (outcome.kind !== 'signed-up') throw new Error(outcome.kind)
  const learner = await getLearner(from(outcome.cookie))
  if (!learner) throw new Error('not signed in')
  return { ...learner, request: from(outcome.cookie) }
}

describe('signing up', () => {
  test('makes an account of a pseudonym and a hash, and signs in', async () => {
    const { learnerId, pseudonym } = await someoneSignedUp('Calm Otter 42')
    expect(pseudonym).toBe('Calm Otter 42')
    const row = await (await database()).learner.findUniqueOrThrow({ where: { id: learnerId } })
    expect(row.pseudonymKey).toBe('calm otter 42')
    expect(row.passphraseHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    expect(Object.keys(row).sort()).toEqual([
      'answersCountedFrom',
      'createdOn',
      'id',
      'lastSeenOn',
      'passphraseHash',
      'pseudonym',
      'pseudonymKey',
      'readingChoices',
    ])
  })

  test('with a pseudonym that looks the same as one there is, is refused', async () => {
    await someoneSignedUp('Mild Heron 17')
    expect(await signUp({ pseudonym: ' mild HERON\u200b 17', ...onBorrowedDevice })).toEqual({
      kind: 'taken',
    })
  })

  test('twice at once makes one account', async () => {
    const outcomes = await Promise.all(
      [1, 2].map(() => signUp({ pseudonym: 'Twin 1', ...onBorrowedDevice })),
    )
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['signed-up', 'taken'])
  })
})

describe('signing in', () => {
  test('P13: with the right passphrase starts a new session', async () => {
    const before = await someoneSignedUp('Glad Lynx 20')
    const outcome = await signIn({ pseudonym: 'glad lynx 20', ...onBorrowedDevice })
    if (outcome.kind !== 'signed-in') throw new Error(outcome.kind)
    const after = await getLearner(from(outcome.cookie))
    expect(after?.learnerId).toBe(before.learnerId)
    expect(after?.sessionId).not.toBe(before.sessionId)
  })

  test('makes a hash of weaker parameters again, once the passphrase is at hand, and no other', async () => {
    const { learnerId } = await someoneSignedUp('Mended Marten 25')
    const learners = (await database()).learner
    const weak = argon2.hashSync(onBorrowedDevice.passphrase, {
      memoryCost: 8,
      timeCost: 1,
      parallelism: 1,
    })
    await learners.update({ where: { id: learnerId }, data: { passphraseHash: weak } })
    const hashNow = async () =>
      (await learners.findUniqueOrThrow({ where: { id: learnerId } })).passphraseHash
    await signIn({
      pseudonym: 'Mended Marten 25',
      passphrase: 'wrong wrong wrong',
      ownDevice: false,
    })
    expect(await hashNow()).toBe(weak)
    for (let n = 0; n < 2; n++)
      expect(await signIn({ pseudonym: 'Mended Marten 25', ...onBorrowedDevice })).toMatchObject({
        kind: 'signed-in',
      })
    const mended = await hashNow()
    expect(argon2.parseOptions(mended)).toMatchObject({ memoryCost: 19_456, timeCost: 2 })
    expect(await signIn({ pseudonym: 'Mended Marten 25', ...onBorrowedDevice })).toMatchObject({
      kind: 'signed-in',
    })
    expect(await hashNow()).toBe(mended)
  })

  test.each([
    ['marks', 'River Rook 26', 'don’t stop the river’s slow song', (typed: string) => typed],
    [
      'accents',
      'River Rook 27',
      'don\u00b4t stop the river\u00b4s slow song',
      (typed: string) => typed.normalize('NFKC'),
    ],
    ['backticks', 'River Rook 28', 'don`t stop the river`s slow song', (typed: string) => typed],
  ])('an account that was made with typographic %s opens as before, and from then on with plain ones', async (_, pseudonym, typographic, hashedThen) => {
    const { learnerId } = await someoneSignedUp(pseudonym)
    const learners = (await database()).learner
    // Hashed as it was typed, as accounts were until they were told alike.
    const options = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 }
    await learners.update({
      where: { id: learnerId },
      data: { passphraseHash: argon2.hashSync(hashedThen(typographic), options) },
    })
    const signInWith = (text: string) => signIn({ pseudonym, passphrase: text, ownDevice: false })
    expect(await signInWith("don't stop the river's slow song")).toEqual({ kind: 'refused' })
    expect(await signInWith(typographic)).toMatchObject({ kind: 'signed-in' })
    expect(await signInWith("don't stop the river's slow song")).toMatchObject({
      kind: 'signed-in',
    })
    expect(await signInWith(typographic)).toMatchObject({ kind: 'signed-in' })
    expect(await signInWith("Don't stop the river's slow song")).toEqual({ kind: 'refused' })
  })

  test.each([
    ['wrong wrong wrong', 1],
    ['it isn’t this one', 2],
  ])('P14: “%s” is %i times the work, whether anybody has the name or not', async (wrong, times) => {
    await someoneSignedUp(`Even Eagle ${times}`)
    for (const pseudonym of [`Even Eagle ${times}`, `Nobody at all ${times}`]) {
      vi.mocked(argon2.verify).mockClear()
      expect(await signIn({ pseudonym, passphrase: wrong, ownDevice: false })).toEqual({
        kind: 'refused',
      })
      expect(argon2.verify).toHaveBeenCalledTimes(times)
    }
  })

  test('P14: a name that nobody has gets the same answer after the same work', async () => {
    await someoneSignedUp('Neat Newt 30')
    const answers: unknown[] = []
    for (const pseudonym of ['Neat Newt 30', 'Nobody 30']) {
      vi.mocked(argon2.verify).mockClear()
      vi.mocked(argon2.hash).mockClear()
      answers.push(await signIn({ pseudonym, passphrase: 'wrong wrong wrong', ownDevice: false }))
      expect(argon2.verify).toHaveBeenCalledTimes(1)
      expect(argon2.hash).not.toHaveBeenCalled()
      const stored = vi.mocked(argon2.verify).mock.calls[0]?.[0] as string
      expect(argon2.parseOptions(stored)).toMatchObject({
        algorithm: 2,
        memoryCost: 19_456,
        timeCost: 2,
        parallelism: 1,
        saltLen: 16,
        outputLen: 32,
      })
    }
    expect(answers).toEqual([{ kind: 'refused' }, { kind: 'refused' }])
  })

  test('a name that nobody has is slowed like one that somebody has', async () => {
    await someoneSignedUp('Warm Wren 40')
    const answersTo = async (pseudonym: string) => {
      const answers: unknown[] = []
      for (let n = 0; n < 7; n++)
        answers.push(await signIn({ pseudonym, passphrase: 'wrong wrong wrong', ownDevice: false }))
      return answers
    }
    vi.setSystemTime(new Date('2027-01-01T00:00:00Z'))
    const known = await answersTo('Warm Wren 40')
    expect(await answersTo('Nobody 40')).toEqual(known)
    expect(known.at(-1)).toEqual({ kind: 'wait', seconds: 1 })
  })

  test('a guess that has to wait costs no work', async () => {
    for (let n = 0; n < 50; n++)
      await signIn({ pseudonym: 'Nobody 50', passphrase: 'wrong wrong wrong', ownDevice: false })
    expect(argon2.verify).toHaveBeenCalledTimes(5)
  })

  test('P14: after 1,000 wrong guesses the right passphrase is let in within 8 seconds', async () => {
    await someoneSignedUp('Keen Kiwi 60')
    vi.mocked(argon2.verify).mockResolvedValue(false)
    for (let guesses = 0; guesses < 1000; ) {
      const outcome = await signIn({
        pseudonym: 'Keen Kiwi 60',
        passphrase: `wrong guess ${guesses}`,
        ownDevice: false,
      })
      if (outcome.kind === 'wait') vi.setSystemTime(Date.now() + outcome.seconds * 1000)
      else guesses += 1
    }
    const real = await vi.importActual<typeof argon2>('@node-rs/argon2')
    vi.mocked(argon2.verify).mockImplementation(real.verify)
    const first = await signIn({ pseudonym: 'Keen Kiwi 60', ...onBorrowedDevice })
    expect(first).toMatchObject({ kind: 'wait' })
    vi.setSystemTime(Date.now() + 8000)
    expect(await signIn({ pseudonym: 'Keen Kiwi 60', ...onBorrowedDevice })).toMatchObject({
      kind: 'signed-in',
    })
  })

  test('P14: 200 at once are all let in, two verifications at a time', async () => {
    await someoneSignedUp('Busy Bison 70')
    const real = await vi.importActual<typeof argon2>('@node-rs/argon2')
    let running = 0
    let max = 0
    vi.mocked(argon2.verify).mockImplementation(async (...parameters) => {
      running += 1
      max = Math.max(max, running)
      return real.verify(...parameters).finally(() => {
        running -= 1
      })
    })
    const names = Array.from({ length: 200 }, (_, n) => `Nobody ${700 + n}`)
    const outcomes = await Promise.all(
      names.map((pseudonym) => signIn({ pseudonym, ...onBorrowedDevice })),
    )
    expect(outcomes.every(({ kind }) => kind === 'refused')).toBe(true)
    expect(max).toBe(2)
  })
})

describe('changing the passphrase', () => {
  const newPassphrase = 'seven loud geese on the lake'

  test('P13: ends every session and starts a new one', async () => {
    const before = await someoneSignedUp('Swift Seal 80')
    const outcome = await changePassphrase({
      learnerId: before.learnerId,
      sessionId: before.sessionId,
      passphrase,
      newPassphrase,
      ownDevice: true,
    })
    if (outcome.kind !== 'changed') throw new Error(outcome.kind)
    expect(outcome.cookie).toContain('Max-Age')
    expect(await getLearner(before.request)).toBeNull()
    expect((await getLearner(from(outcome.cookie)))?.learnerId).toBe(before.learnerId)
    expect(await signIn({ pseudonym: 'Swift Seal 80', ...onBorrowedDevice })).toEqual({
      kind: 'refused',
    })
    expect(
      await signIn({ pseudonym: 'Swift Seal 80', passphrase: newPassphrase, ownDevice: false }),
    ).toMatchObject({ kind: 'signed-in' })
  })

  test('needs the one there is, and guessing it is slowed', async () => {
    const { learnerId, sessionId, request } = await someoneSignedUp('Misty Mole 90')
    const tries: string[] = []
    for (let n = 0; n < 6; n++)
      tries.push(
        (
          await changePassphrase({
            learnerId,
            sessionId,
            passphrase: 'wrong',
            newPassphrase,
            ownDevice: false,
          })
        ).kind,
      )
    expect(tries).toEqual([...Array(5).fill('wrong-passphrase'), 'wait'])
    expect(await getLearner(request)).not.toBeNull()
  })

  test('P14: who guesses from another session of theirs does not keep the owner waiting', async () => {
    const owner = await someoneSignedUp('Robbed Rabbit 97')
    const stolen = await signIn({ pseudonym: 'Robbed Rabbit 97', ...onBorrowedDevice })
    if (stolen.kind !== 'signed-in') throw new Error(stolen.kind)
    const change = { learnerId: owner.learnerId, newPassphrase, ownDevice: false }
    const guess = (n: number) =>
      changePassphrase({
        ...change,
        sessionId: sessionIdIn(stolen.cookie),
        passphrase: `wrong guess ${n}`,
      })
    for (let n = 0; n < 5; n++) await guess(n)
    expect((await guess(5)).kind).toBe('wait')
    const own = { ...change, sessionId: owner.sessionId, passphrase }
    expect((await changePassphrase(own)).kind).toBe('changed')
  })

  test('P14: while strangers guess at a name, its owner, signed in, changes the passphrase', async () => {
    const owner = await someoneSignedUp('Beset Badger 95')
    for (let n = 0; n < 30; n++)
      await signIn({
        pseudonym: 'Beset Badger 95',
        passphrase: `wrong guess ${n}`,
        ownDevice: false,
      })
    const strangers = Array.from({ length: 400 }, (_, n) =>
      signIn({ pseudonym: `Nobody 95 ${n}`, passphrase: 'wrong wrong wrong', ownDevice: false }),
    )
    const outcome = await changePassphrase({
      learnerId: owner.learnerId,
      sessionId: owner.sessionId,
      passphrase,
      newPassphrase,
      ownDevice: true,
    })
    expect(outcome.kind).toBe('changed')
    expect((await Promise.all(strangers)).some(({ kind }) => kind === 'wait')).toBe(true)
  })
})
