import { describe, expect, test } from 'vitest'
import { useTestDatabase } from '../../tests/factories/test-database.ts'
import { storeStudies } from '../../tests/factories/test-learner.ts'
import { problemTexts } from '../accounts/problem-texts.ts'
import { getLearner } from '../accounts/sessions/sessions.server.ts'
import { signUp } from '../accounts/sign-up.server.ts'
import { translate } from '../i18n/i18n.ts'
import { languages } from '../i18n/languages.ts'
import { database } from '../platform/database.server.ts'
import { newId } from '../platform/random.server.ts'
import { exportLearner } from './export-learner.server.ts'
import { learnerTables } from './learner-tables.ts'

useTestDatabase()

async function someone(pseudonym: string) {
  const made = await signUp({
    pseudonym,
    passphrase: 'six quiet otters near the bridge',
    ownDevice: true,
  })
  if (made.kind !== 'signed-up') throw new Error(made.kind)
  const request = new Request('http://localhost/sv/account/export.json', {
    headers: { Cookie: made.cookie.split(';')[0] as string },
  })
  const { learnerId, sessionId } = (await getLearner(request))!
  const place = { learnerId, course: 'run-a-party', chapter: 'the-branch' }
  await (await database()).attempt.create({
    data: {
      ...place,
      question: 'receipts',
      questionHash: 'h',
      answer: '"trust"',
      isRight: false,
      answeredOn: '2026-03-14',
    },
  })
  await storeStudies(learnerId, `What ${pseudonym} tells`)
  await (await database()).circle.create({
    data: {
      id: newId(),
      revision: 'r',
      state: '{}',
      name: 'Tuesday',
      course: 'run-a-party',
      startedOn: '2026-03-14',
      lastOn: '2026-03-14',
      meetings: 0,
      hours: 0,
      participants: 0,
      attendances: 0,
      members: { create: { learnerId, seatId: 's' } },
      marks: { create: { learnerId, chapter: 'the-branch', section: 'meeting' } },
      formerSeats: { create: { learnerId, seatId: 'earlier' } },
    },
  })
  await (await database()).role.create({ data: { learnerId, role: 'host' } })
  await (await database()).roleChange.create({
    data: { day: '2026-03-14', act: 'granted', role: 'host', subject: learnerId },
  })
  return { learnerId, sessionId }
}

describe('exporting', () => {
  test('P9: gives every row of every table, and nobody else’s', async () => {
    const { learnerId } = await someone('Export Egret 1')
    await someone('Export Egret 2')
    const tables = await exportLearner(learnerId)
    expect(tables.map(({ table }) => table)).toEqual(learnerTables.map(({ table }) => table))
    for (const { table, columns, rows } of tables) {
      expect([table, rows.length > 0]).toEqual([table, true])
      for (const row of rows) expect(Object.keys(row)).toEqual(Object.keys(columns))
    }
    const text = JSON.stringify(tables)
    expect(text).toContain('Export Egret 1')
    expect(text).not.toContain('Export Egret 2')
    expect(tables.find(({ table }) => table === 'Attempt')?.rows).toMatchObject([
      {
        course: 'run-a-party',
        chapter: 'the-branch',
        question: 'receipts',
        answer: '"trust"',
        isRight: false,
        answeredOn: '2026-03-14',
      },
    ])
    expect(tables.find(({ table }) => table === 'Session')?.rows).toMatchObject([
      { ownDevice: true, expiresAt: expect.stringMatching(/Z$/) },
    ])
  })

  test('says of the hash of the passphrase and the ids of sessions that they are kept, not shown, and why', async () => {
    const { learnerId, sessionId } = await someone('Export Egret 3')
    const tables = await exportLearner(learnerId)
    const text = JSON.stringify(tables)
    expect(text).not.toContain('argon2')
    expect(text).not.toContain(sessionId)
    expect(tables[0]?.rows[0]?.passphraseHash).toEqual({ withheld: 'accounts:withheld.passphrase' })
    expect(tables[1]?.rows[0]?.id).toEqual({ withheld: 'accounts:withheld.session' })
  })

  test.each(languages)('has words for every table and column in $tag', (language) => {
    for (const { title, columns, withheld } of learnerTables)
      for (const key of [title, ...Object.values(columns), ...Object.values(withheld)])
        expect(problemTexts({ key }, translate(language)).key).toMatch(/\S/)
  })
})
