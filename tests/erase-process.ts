import Libsql from 'libsql'
import { erasePeople } from '../app/personal-data/erase-person.server.ts'
import { closeDatabase } from '../app/platform/database.server.ts'
import { SqliteConnection } from '../app/platform/sqlite/connection.server.ts'
import { PageOverwriter } from '../app/platform/sqlite/page-overwriter.server.ts'

// Erases a learner from the database of DATABASE_URL, in a process that ends itself with SIGKILL
// right before its n-th call to SQLite: `tsx tests/erase-process.ts LEARNER N`. Exits with 0 where
// there are fewer calls than that.
const [learnerId = '', last = ''] = process.argv.slice(2)
let calls = 0

function countCalls(prototype: object, names: string[]) {
  for (const name of names) {
    const call = Reflect.get(prototype, name) as (...args: unknown[]) => unknown
    Object.assign(prototype, {
      [name](this: unknown, ...args: unknown[]) {
        calls += 1
        if (calls === Number(last)) process.kill(process.pid, 'SIGKILL')
        return call.apply(this, args)
      },
    })
  }
}

countCalls(SqliteConnection.prototype, ['query', 'execute', 'emptyLog'])
countCalls(PageOverwriter.prototype, ['overwrite', 'overwriteFree', 'pagesInLog'])
countCalls(Libsql.prototype, ['exec', 'prepare'])
await erasePeople([learnerId], { published: 'remove' })
await closeDatabase()
