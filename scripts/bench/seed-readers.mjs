import { createHash } from 'node:crypto'
import { createClient } from '@libsql/client'

/** @param {number} after */
const day = (after) => new Date(Date.now() + after * 86_400_000).toISOString().slice(0, 10)

/**
 * The token in the cookie of a learner, as Lucia makes them: 40 letters.
 * @param {number} learner
 */
const tokenOf = (learner) =>
  `many${String(learner).padStart(36, '0')}`.replaceAll(
    /[0-9]/g,
    (digit) => 'abcdefghij'[Number(digit)] ?? '',
  )

/**
 * Makes many learners by SQL, each signed in and each in another state of one chapter: some of its
 * answers, the bookmark in one of its sections or nowhere, read or not. The answers are drawn from
 * those that somebody has sent, so that they are stored as the site stores them.
 * @param {string} file
 * @param {{ count: number, from: string, course: string, chapter: string, sections: string[] }} what
 * @returns {Promise<Record<string, string>[]>} The headers that each of them sends.
 */
export async function seedReaders(file, { count, from, course, chapter, sections }) {
  const client = createClient({ url: `file:./${file}` })
  await client.execute('PRAGMA busy_timeout = 5000')
  const { rows } = await client.execute({
    sql: `SELECT question, questionHash, answer, isRight FROM Attempt
      WHERE course = ? AND chapter = ? AND learnerId = (SELECT id FROM Learner WHERE pseudonym = ?)`,
    args: [course, chapter, from],
  })
  const all = Array.from({ length: count }, (_, n) => n)
  const learners = all.map((n) => ({
    id: `many-${n}`,
    session: createHash('sha256').update(tokenOf(n)).digest('hex'),
    section: n % 3 ? null : sections[(n / 3) % sections.length],
    readOn: n % 2 ? day(-n % 30) : null,
  }))
  // The digits of a learner's number say which questions are answered: no two are alike.
  const attempts = all.flatMap((n) =>
    rows.filter((_, i) => (n >> (i % 10)) & 1).map((row) => ({ ...row, id: `many-${n}` })),
  )
  const [people, answers] = [JSON.stringify(learners), JSON.stringify(attempts)]
  await client.batch(
    [
      {
        sql: `INSERT INTO Learner (id, pseudonym, pseudonymKey, passphraseHash, createdOn, lastSeenOn)
          SELECT value ->> 'id', value ->> 'id', value ->> 'id', 'x', ?, ? FROM json_each(?)`,
        args: [day(-30), day(0), people],
      },
      {
        sql: `INSERT INTO Session (id, learnerId, ownDevice, startedOn, expiresAt)
          SELECT value ->> 'session', value ->> 'id', 0, ?, ? FROM json_each(?)`,
        args: [
          day(0),
          new Date(Date.now() + 3_600_000).toISOString().replace('Z', '+00:00'),
          people,
        ],
      },
      {
        sql: `INSERT INTO Visit (learnerId, course, chapter, openedOn, section, readOn, turn)
          SELECT value ->> 'id', ?, ?, ?, value ->> 'section', value ->> 'readOn', 1 FROM json_each(?)`,
        args: [course, chapter, day(-30), people],
      },
      {
        sql: `INSERT INTO Attempt (learnerId, course, chapter, question, questionHash, answer, isRight, answeredOn)
          SELECT value ->> 'id', ?, ?, value ->> 'question', value ->> 'questionHash', value ->> 'answer', value ->> 'isRight', ?
          FROM json_each(?)`,
        args: [course, chapter, day(-1), answers],
      },
    ],
    'write',
  )
  client.close()
  return all.map((n) => ({ cookie: `s=${tokenOf(n)}` }))
}
