import { closeDatabase } from '../app/platform/database.server.ts'
import { SqliteConnection } from '../app/platform/sqlite/connection.server.ts'
import { answerQuestions } from '../app/quizzes/chapter-quiz/answer-questions.server.ts'
import { questionsOf } from '../app/quizzes/chapter-quiz/chapter-questions.ts'
import { loadGoodCourse } from './broken-courses/course.ts'

// Stores a learner's answers to three questions in the database of DATABASE_URL, in a process that
// ends itself with SIGKILL right before its n-th call to SQLite:
// `tsx tests/answer-process.ts LEARNER N`. Exits with 0 where there are fewer calls than that.
const [learnerId = '', last = ''] = process.argv.slice(2)
let calls = 0
for (const name of ['query', 'execute', 'begin', 'commit'] as const) {
  const call = SqliteConnection.prototype[name] as (...args: unknown[]) => unknown
  Object.assign(SqliteConnection.prototype, {
    [name](this: SqliteConnection, ...args: unknown[]) {
      calls += 1
      if (calls === Number(last)) process.kill(process.pid, 'SIGKILL')
      return call.apply(this, args)
    },
  })
}
const course = await loadGoodCourse()
const [chapter] = course.chapters
if (!chapter) throw new Error('the course has no chapter')
const questions = questionsOf(chapter, 'en', course.source)
const fields = new URLSearchParams('check=&q.alone=may-not&q.any-day=false&q.who-came=members')
await answerQuestions({ chapter, questions, fields, learnerId, today: '2026-03-14' })
await closeDatabase()
