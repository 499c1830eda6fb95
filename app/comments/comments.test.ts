import { beforeEach, describe, expect, test } from 'vitest'
import { useTestDatabase } from '../../tests/factories/test-database.ts'
import { storeLearner } from '../../tests/factories/test-learner.ts'
import { database } from '../platform/database.server.ts'
import {
  commentsOf,
  commentsToModerate,
  commentToModerate,
  countComments,
} from './comment-store.server.ts'
import { decideComment } from './decide-comment.server.ts'
import { forgetSender } from './forget-sender.server.ts'
import { publishedIn, publishedVersion, refreshPublished } from './published.server.ts'
import { sendComment } from './send-comment.server.ts'
import { withdrawComment } from './withdraw-comment.server.ts'

useTestDatabase()

const place = { course: 'tiny', chapter: 'first' }
const today = '2026-11-21'

const someone = () => storeLearner({ day: today, name: 'Otter ' })

const commentForm = (text: string) => ({
  ...place,
  section: null,
  country: 'ZW',
  language: 'en',
  text,
  isSigned: true,
  sentOn: '2026-11-20',
})
const send = (learnerId: string, text: string) => sendComment({ learnerId, ...commentForm(text) })

/** Sends a comment and returns its number. */
async function sent(learnerId: string, text: string): Promise<number> {
  expect(await send(learnerId, text)).toEqual({ kind: 'sent' })
  return (await commentsOf(learnerId))[0]!.id
}

const publish = (id: number, moderatorId: string) =>
  decideComment({ id, from: 'waiting', moderatorId, today }, { to: 'published' })
const decline = (id: number, moderatorId: string, from: 'waiting' | 'published' = 'waiting') =>
  decideComment(
    { id, from, moderatorId, today },
    { to: 'declined', reason: 'names-someone', note: 'In the second line.' },
  )
const publishedTexts = () => publishedIn(place).map(({ text }) => text)

let sender = ''
let moderator = ''
beforeEach(async () => {
  const db = await database()
  await db.comment.deleteMany()
  await refreshPublished()
  sender = await someone()
  moderator = await someone()
})

describe('P16: a comment appears only after a moderator approves it', () => {
  test('not while it waits, not when it is declined, and at once when it is approved', async () => {
    const [first, second] = [await sent(sender, 'first'), await sent(sender, 'second')]
    expect(publishedTexts()).toEqual([])
    await decline(first, moderator)
    expect(publishedTexts()).toEqual([])
    const before = publishedVersion()
    expect(await publish(second, moderator)).toEqual({ kind: 'decided' })
    expect(publishedTexts()).toEqual(['second'])
    expect(publishedVersion()).not.toBe(before)
  })

  test('not on the word of its own sender, though they are a moderator', async () => {
    const id = await sent(moderator, 'mine')
    expect(await publish(id, moderator)).toEqual({ kind: 'own' })
    expect(await commentToModerate(moderator, id)).toMatchObject({ state: 'waiting', isOwn: true })
    expect(publishedTexts()).toEqual([])
  })

  test('not after it was declined, by whatever form', async () => {
    const id = await sent(sender, 'once declined')
    await decline(id, moderator)
    for (const from of ['waiting', 'published', 'declined'] as const)
      expect(
        await decideComment({ id, from, moderatorId: moderator, today }, { to: 'published' }),
      ).toMatchObject({ kind: 'otherwise-now' })
    expect(publishedTexts()).toEqual([])
  })

  test('when the site starts again, those that were approved are there again, and only those', async () => {
    await publish(await sent(sender, 'approved'), moderator)
    await sent(sender, 'waits')
    await refreshPublished()
    expect(publishedTexts()).toEqual(['approved'])
  })
})

test('P12: a published comment shows pseudonym or none, country and month, and nothing else of its sender or the day', async () => {
  const nameless = await someone()
  await publish(await sent(sender, 'signed'), moderator)
  await sendComment({
    learnerId: nameless,
    ...commentForm('not signed'),
    isSigned: false,
    section: 'door',
  })
  await publish((await commentsOf(nameless))[0]!.id, moderator)
  const common = { country: 'ZW', language: 'en', month: '2026-11' }
  expect(publishedIn(place)).toEqual([
    { ...common, text: 'not signed', section: 'door', pseudonym: null },
    { ...common, text: 'signed', section: null, pseudonym: `Otter ${sender}` },
  ])
})

describe('an sender', () => {
  test('has five comments waiting at most, also when they are sent at once', async () => {
    const kinds = (
      await Promise.all(Array.from({ length: 8 }, (_, i) => send(sender, `at once ${i}`)))
    )
      .map(({ kind }) => kind)
      .sort()
    expect(kinds).toEqual([...Array(5).fill('sent'), ...Array(3).fill('too-many-waiting')])
    await publish((await commentsOf(sender))[0]!.id, moderator)
    expect(await send(sender, 'room again')).toEqual({ kind: 'sent' })
  })

  test('who presses twice has sent it once; what was declined may be sent again', async () => {
    for (let i = 0; i < 4; i++) await sent(sender, `before ${i}`)
    const id = await sent(sender, 'twice')
    expect(await send(sender, 'twice')).toEqual({ kind: 'sent-before' })
    await decline(id, moderator)
    expect(await send(sender, 'twice')).toEqual({ kind: 'sent' })
    expect(await sendComment({ learnerId: moderator, ...commentForm('twice') })).toEqual({
      kind: 'sent',
    })
  })

  test('sees where each stands, with the reason and the moderator’s words', async () => {
    await decline(await sent(sender, 'declined'), moderator)
    await publish(await sent(sender, 'published'), moderator)
    await sent(sender, 'waiting')
    expect(await commentsOf(sender)).toMatchObject([
      { text: 'waiting', state: 'waiting', reason: null },
      { text: 'published', state: 'published', reason: null },
      { text: 'declined', state: 'declined', reason: 'names-someone', note: 'In the second line.' },
    ])
  })

  test('withdraws one, published or not, and it is gone from the chapter at once', async () => {
    const [kept, published] = [await sent(sender, 'kept'), await sent(sender, 'published')]
    await publish(kept, moderator)
    await publish(published, moderator)
    expect(await withdrawComment(sender, published)).toBe(true)
    expect(publishedTexts()).toEqual(['kept'])
    expect(await withdrawComment(sender, published)).toBe(false)
  })

  test('cannot withdraw another’s', async () => {
    const id = await sent(sender, 'hers')
    expect(await withdrawComment(moderator, id)).toBe(false)
    expect(await commentsOf(sender)).toHaveLength(1)
  })
})

describe('a moderator', () => {
  test('reads the waiting ones oldest first, page by page, with the pseudonym only where its sender signed with it', async () => {
    const senders = await Promise.all(Array.from({ length: 9 }, someone))
    for (const [i, learnerId] of senders.entries())
      await sendComment({ learnerId, ...commentForm(`text ${i}`), isSigned: i % 2 === 0 })
    const page = await commentsToModerate(moderator, 'waiting', { offset: 3, limit: 4 })
    expect(page.map(({ text, pseudonym }) => [text, pseudonym])).toEqual([
      ['text 3', null],
      ['text 4', `Otter ${senders[4]}`],
      ['text 5', null],
      ['text 6', `Otter ${senders[6]}`],
    ])
    expect(JSON.stringify(page)).not.toContain(senders[3])
    expect(await countComments()).toEqual({ waiting: 9, published: 0, declined: 0 })
  })

  test('who comes second is told what the first decided, and nothing changes', async () => {
    const other = await someone()
    const id = await sent(sender, 'two at once')
    const outcomes = await Promise.all([publish(id, moderator), decline(id, other)])
    const [winner] = outcomes.filter(({ kind }) => kind === 'decided')
    expect(winner).toBeDefined()
    const { state } = (await commentsOf(sender))[0]!
    expect(outcomes).toContainEqual({
      kind: 'otherwise-now',
      comment: expect.objectContaining({ id, state }),
    })
    expect(publishedTexts()).toEqual(state === 'published' ? ['two at once'] : [])
  })

  test('takes a published one back, and its sender is told why', async () => {
    const id = await sent(sender, 'taken back')
    await publish(id, moderator)
    expect(await decline(id, moderator, 'published')).toEqual({ kind: 'decided' })
    expect(publishedTexts()).toEqual([])
    expect(await commentsOf(sender)).toMatchObject([{ state: 'declined', reason: 'names-someone' }])
  })

  test('is told of one that its sender has withdrawn meanwhile', async () => {
    const id = await sent(sender, 'withdrawn')
    await withdrawComment(sender, id)
    expect(await publish(id, moderator)).toEqual({ kind: 'gone' })
  })
})

describe('an sender whose account is erased', () => {
  const threeStates = async () => {
    await publish(await sent(sender, 'published'), moderator)
    await decline(await sent(sender, 'declined'), moderator)
    await sent(sender, 'waiting')
  }

  test('leaves nothing where they choose so', async () => {
    await threeStates()
    await forgetSender(sender, { published: 'remove' })
    expect(await (await database()).comment.count()).toBe(0)
    expect(publishedTexts()).toEqual([])
  })

  test('leaves what was published, without name, number or day, where they choose so', async () => {
    await threeStates()
    await forgetSender(sender, { published: 'keep-without-name' })
    await forgetSender(sender, { published: 'keep-without-name' })
    expect(await (await database()).comment.findMany()).toMatchObject([
      {
        text: 'published',
        learnerId: null,
        isSigned: false,
        sentOn: '2026-11',
        decidedOn: '2026-11',
      },
    ])
    expect(publishedIn(place)).toMatchObject([
      { text: 'published', pseudonym: null, month: '2026-11' },
    ])
  })

  test('keeps others’ comments as they are', async () => {
    await threeStates()
    await publish(await sent(moderator, 'of another'), sender)
    await forgetSender(sender, { published: 'remove' })
    expect(publishedIn(place)).toMatchObject([
      { text: 'of another', pseudonym: `Otter ${moderator}` },
    ])
  })

  test('is not told when a kept one is taken back: it is deleted', async () => {
    await threeStates()
    await forgetSender(sender, { published: 'keep-without-name' })
    const [kept] = await commentsToModerate(moderator, 'published', { offset: 0, limit: 5 })
    expect(await decline(kept!.id, moderator, 'published')).toEqual({ kind: 'decided' })
    expect(await (await database()).comment.count()).toBe(0)
    expect(publishedTexts()).toEqual([])
  })
})
