import Libsql from 'libsql'

const answersEach = 40
/** In one transaction. */
const learnersAtOnce = 500
const answer = JSON.stringify({ options: ['the-first-one', 'the-third-one'] })

/** The columns of an answer. */
const cells = 9

/** @param {number} after */
const day = (after) => new Date(Date.now() + after * 86_400_000).toISOString().slice(0, 10)

/**
 * Fills a migrated database with learners, forty answers each. Some have been away for too long, and
 * some have a session that has expired. Tells how far it has come.
 * @param {string} file
 * @param {{ learners: number, unused: number, expired: number, say: (words: string) => void }} how
 */
export function seedLearners(file, { learners, unused, expired, say }) {
  const db = new Libsql(file)
  db.exec('PRAGMA synchronous = OFF')
  const rows = Array.from({ length: answersEach }, () => `(${'?,'.repeat(cells - 1)}?)`).join()
  const addLearner = db.prepare(
    `INSERT INTO Learner (id, pseudonym, pseudonymKey, passphraseHash, createdOn, lastSeenOn)
      VALUES (?, ?, ?, 'x', '2024-01-01', ?)`,
  )
  const addSkeleton = db.prepare(
    'INSERT INTO PseudonymSkeleton (skeleton, learnerId) VALUES (?, ?)',
  )
  const addAnswers = db.prepare(
    `INSERT INTO Attempt (learnerId, course, chapter, question, questionHash, answer, isRight, answeredOn, confidence)
      VALUES ${rows}`,
  )
  const addSession = db.prepare(
    'INSERT INTO Session (id, learnerId, ownDevice, startedOn, expiresAt) VALUES (?, ?, 0, ?, ?)',
  )
  const yesterday = new Date(Date.now() - 86_400_000).toISOString()
  for (let n = 0; n < learners; n += 1) {
    if (n % learnersAtOnce === 0) db.exec('BEGIN')
    const id = `seeded-learner-${String(n).padStart(8, '0')}`
    addLearner.run(id, `seeded ${n}`, `seeded ${n}`, n < unused ? '2024-01-01' : day(-(n % 200)))
    addSkeleton.run(`seeded ${n}`, id)
    const values = []
    for (let i = 0; i < answersEach; i += 1) {
      const hash = `${n}-${i}`.padStart(16, '0')
      const place = [`chapter-${i % 20}`, `question-number-${i}`, hash, answer]
      values.push(id, 'run-a-party', ...place, i % 3 ? 1 : 0, day(-(i % 200)), null)
    }
    addAnswers.run(...values)
    if (n < expired) addSession.run(`expired-${n}`, id, day(-2), yesterday)
    if ((n + 1) % learnersAtOnce === 0 || n + 1 === learners) db.exec('COMMIT')
    if ((n + 1) % 20_000 === 0) say(`  ${n + 1} of ${learners} learners`)
  }
  db.exec('PRAGMA wal_checkpoint(TRUNCATE)')
  db.close()
}
