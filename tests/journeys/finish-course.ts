import { createClient } from '@libsql/client'
import { loadCatalogue } from '../../app/courses/load/load-catalogue.server.ts'
import { realCourses } from '../broken-courses/course.ts'

let loading: ReturnType<typeof loadCatalogue> | undefined

/** The course of the repository, loaded once for all tests of a worker: it takes a while. */
async function realCourse() {
  loading ??= loadCatalogue({ ...realCourses, trustsCache: true })
  const loaded = await loading
  if (loaded.kind === 'broken') throw new Error(JSON.stringify(loaded.problems))
  return loaded.catalogue.courses.get('run-a-party')!
}

/**
 * Gives a learner what a proof asks for: chapters read with every question answered right, all but
 * the last `chaptersLeft` of them, and, if wanted, a check answered whole; a question can wait in
 * the review too.
 */
export async function finishCourse(
  databaseFile: string,
  pseudonym: string,
  { withCheck = true, withReview = false, chaptersLeft = 0 } = {},
) {
  const course = await realCourse()
  const client = createClient({ url: `file:${databaseFile}` })
  await client.execute('PRAGMA busy_timeout = 5000')
  const { rows } = await client.execute({
    sql: 'SELECT id FROM Learner WHERE pseudonym = ?',
    args: [pseudonym],
  })
  const id = rows[0]?.id as string
  const check = {
    sql:
      'INSERT INTO CourseCheck (learnerId, course, seed, drawnOn, lastAttempt, ' +
      `finishedOn) VALUES (?, 'run-a-party', 's', '2026-01-01', 0, '2026-01-02')`,
    args: [id],
  }
  const [first] = course.chapters
  const [question, hash] = [...(first?.questionHashes ?? [])][0] ?? []
  const review = {
    sql: `INSERT INTO ReviewCard (learnerId, course, chapter, question, questionHash, stability, difficulty, reviewedOn, dueOn, isSuspended)
      VALUES (?, 'run-a-party', ?, ?, ?, 1, 5, '2026-01-01', '2026-01-02', 0)`,
    args: [id, first?.slug ?? null, question ?? null, hash ?? null],
  }
  await client.batch([
    ...['Visit', 'Attempt', 'CourseCheck'].map((table) => ({
      sql: `DELETE FROM ${table} WHERE learnerId = ?`,
      args: [id],
    })),
    ...course.chapters
      .slice(0, course.chapters.length - chaptersLeft)
      .flatMap(({ slug, questionHashes }, i) => [
        {
          sql:
            'INSERT INTO Visit (learnerId, course, chapter, openedOn, readOn, turn) VALUES (?, ' +
            `'run-a-party', ?, '2026-01-01', '2026-01-01', ?)`,
          args: [id, slug, i + 1],
        },
        ...[...questionHashes].map(([question, hash]) => ({
          sql:
            'INSERT INTO Attempt (learnerId, course, chapter, question, questionHash, answer, isRight, ' +
            `answeredOn) VALUES (?, 'run-a-party', ?, ?, ?, '{}', 1, '2026-01-01')`,
          args: [id, slug, question, hash],
        })),
      ]),
    ...(withCheck ? [check] : []),
    ...(withReview ? [review] : []),
  ])
  client.close()
}
