import { beforeEach, describe, expect, test } from 'vitest'
import { isOnServer, useTestDatabase } from '../../tests/factories/test-database.ts'
import { getLearner } from '../accounts/sessions/sessions.server.ts'
import { signUp } from '../accounts/sign-up.server.ts'
import { commentsOf } from '../comments/comment-store.server.ts'
import { decideComment } from '../comments/decide-comment.server.ts'
import { publishedIn, publishedVersion, refreshPublished } from '../comments/published.server.ts'
import { sendComment } from '../comments/send-comment.server.ts'
import { database } from '../platform/database.server.ts'
import { erasePerson, eraseUnused } from './erase-person.server.ts'

const stored = useTestDatabase()
const passphrase = 'six quiet otters near the bridge'
const place = { course: 'tiny', chapter: 'first' }
let count = 0

async function someone(name: string) {
  count += 1
  const pseudonym = `${name} ${count}`
  const made = await signUp({ pseudonym, passphrase, ownDevice: false })
  if (made.kind !== 'signed-up') throw new Error(made.kind)
  const request = new Request('http://localhost/en', {
    headers: { Cookie: made.cookie.split(';')[0] as string },
  })
  const { learnerId, sessionId } = (await getLearner(request))!
  return { learnerId, sessionId, pseudonym, request }
}

/** Sends comments that are published, declined and waiting. Returns their texts. */
async function tellsThree(
  { learnerId, pseudonym }: { learnerId: string; pseudonym: string },
  moderatorId: string,
) {
  const texts = ['published', 'declined', 'waiting'].map(
    (state) => `${state} tale told under number ${pseudonym.replace(/\D/g, '')}x`,
  )
  for (const text of texts)
    await sendComment({
      learnerId,
      ...place,
      section: null,
      country: 'ZW',
      language: 'en',
      text,
      isSigned: true,
      sentOn: '2026-03-14',
    })
  const [, declined, published] = await commentsOf(learnerId)
  const seen = { from: 'waiting', moderatorId, today: '2026-03-15' } as const
  await decideComment({ ...seen, id: published!.id }, { to: 'published' })
  await decideComment(
    { ...seen, id: declined!.id },
    { to: 'declined', reason: 'other', note: `note about ${texts[1]}` },
  )
  return texts
}

/** Sends a comment that nobody decides about. */
async function tellsOne({ learnerId }: { learnerId: string }) {
  const comment = {
    section: null,
    country: 'ZW',
    language: 'en',
    text: 'nobody has read this',
    isSigned: true,
  }
  await sendComment({ learnerId, ...place, ...comment, sentOn: '2026-03-14' })
}

describe('P9: erasing asks what becomes of published comments', () => {
  let sender: Awaited<ReturnType<typeof someone>>
  let texts: string[]

  /** What is left of the sender, wherever it is. */
  async function found(): Promise<string[]> {
    const all = [...texts, sender.learnerId, sender.pseudonym]
    const isThere = await Promise.all(all.map((text) => stored.holds(text)))
    return all.filter((_, i) => isThere[i])
  }

  beforeEach(async () => {
    sender = await someone('Erased Sender')
    texts = await tellsThree(sender, (await someone('Grey Moderator')).learnerId)
    expect(await found()).toEqual([...texts, sender.learnerId, sender.pseudonym])
    expect(publishedIn(place)[0]).toMatchObject({ text: texts[0], pseudonym: sender.pseudonym })
  })

  test('removed: no text, no number and no name of theirs is in the raw file, and none on the chapter', async () => {
    const outcome = await erasePerson({ ...sender, passphrase, choices: { published: 'remove' } })
    expect(outcome).toMatchObject({ kind: 'erased', isOverwritten: !isOnServer })
    expect(await found()).toEqual([])
    expect(publishedIn(place).some(({ text }) => texts.includes(text))).toBe(false)
  })

  test('kept without a name: only what was published is in the raw file, with nothing that leads to them, and not the day', async () => {
    await erasePerson({ ...sender, passphrase, choices: { published: 'keep-without-name' } })
    expect(await found()).toEqual([texts[0]])
    expect(publishedIn(place)[0]).toMatchObject({
      text: texts[0],
      pseudonym: null,
      month: '2026-03',
    })
    const [kept] = await (await database()).comment.findMany({ where: { text: texts[0] } })
    expect(kept).toMatchObject({
      learnerId: null,
      isSigned: false,
      sentOn: '2026-03',
      decidedOn: '2026-03',
      reason: null,
      note: null,
    })
    await refreshPublished()
    expect(publishedIn(place)[0]).toMatchObject({ text: texts[0], pseudonym: null })
  })

  test('of somebody of whom nothing is published, no page that guests share is made again for it', async () => {
    const silent = await someone('Silent Reader')
    await tellsOne(silent)
    const before = publishedVersion()
    await erasePerson({ ...silent, passphrase, choices: { published: 'remove' } })
    expect(publishedVersion()).toBe(before)
    await erasePerson({ ...sender, passphrase, choices: { published: 'remove' } })
    expect(publishedVersion()).not.toBe(before)
  })

  test('with the wrong passphrase nothing becomes of them', async () => {
    await erasePerson({ ...sender, passphrase: 'wrong', choices: { published: 'remove' } })
    expect(await commentsOf(sender.learnerId)).toHaveLength(3)
  })

  test('P10: of an account that nobody uses, they stay without a name', async () => {
    await eraseUnused({ now: () => new Date('2098-01-01') })
    expect(await found()).toEqual([texts[0]])
    expect(publishedIn(place)[0]).toMatchObject({ text: texts[0], pseudonym: null })
  })
})
