import { expect, test } from 'vitest'
import { useTestDatabase } from '../../tests/factories/test-database.ts'
import { database } from '../platform/database.server.ts'
import { storeMissingSkeletons } from './learner-store.server.ts'
import { hashPassphrase } from './passphrases/passphrase.server.ts'
import { pseudonymKey } from './pseudonym.ts'
import { signIn } from './sessions/sign-in.server.ts'
import { signUp } from './sign-up.server.ts'

useTestDatabase()

const account = { passphrase: 'six quiet otters near the bridge', ownDevice: false }

/** Stores an account as the site did before it knew what pseudonyms look like. */
async function storeOld(pseudonym: string) {
  const passphraseHash = await hashPassphrase(account.passphrase)
  const row = {
    id: pseudonym,
    pseudonym,
    pseudonymKey: pseudonymKey(pseudonym),
    passphraseHash,
    createdOn: '2026-03-14',
    lastSeenOn: '2026-03-14',
  }
  await (await database()).learner.create({ data: row })
}

test('nobody signs up with a pseudonym that can be taken for another’s', async () => {
  expect(await signUp({ pseudonym: 'Calm Marten 31', ...account })).toMatchObject({
    kind: 'signed-up',
  })
  for (const pseudonym of [
    'СаIm Mаrten 31',
    'CaIm Marten 31',
    'calm rnarten 31',
    'ＣＡＬＭ marten 3l',
  ])
    expect([pseudonym, await signUp({ pseudonym, ...account })]).toEqual([
      pseudonym,
      { kind: 'taken' },
    ])
})

test('of two who sign up at once with such pseudonyms, one gets an account', async () => {
  const outcomes = await Promise.all(
    ['Same Seal 5', 'Ѕаmе Ѕеаl 5'].map((pseudonym) => signUp({ pseudonym, ...account })),
  )
  expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['signed-up', 'taken'])
})

test('two old accounts whose pseudonyms look alike both stay, and nobody becomes the third', async () => {
  await storeOld('Old Crane')
  await storeOld('Оld Сrаnе')
  await storeMissingSkeletons()
  await storeMissingSkeletons()
  for (const pseudonym of ['Old Crane', 'Оld Сrаnе', 'old crane'])
    expect(await signIn({ pseudonym, ...account })).toMatchObject({ kind: 'signed-in' })
  expect(await signUp({ pseudonym: 'OId Crane', ...account })).toEqual({ kind: 'taken' })
  await (await database()).learner.delete({ where: { id: 'Old Crane' } })
  await storeMissingSkeletons()
  expect(await signUp({ pseudonym: 'OId Crane', ...account })).toEqual({ kind: 'taken' })
  await (await database()).learner.delete({ where: { id: 'Оld Сrаnе' } })
  expect(await signUp({ pseudonym: 'OId Crane', ...account })).toMatchObject({ kind: 'signed-up' })
})

test('a pseudonym that looks like somebody’s signs nobody in as them', async () => {
  await signUp({ pseudonym: 'Keen Kiwi 88', ...account })
  expect(await signIn({ pseudonym: 'Кееn Kiwi 88', ...account })).toEqual({ kind: 'refused' })
})
