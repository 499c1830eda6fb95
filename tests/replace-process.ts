import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'

// Puts a database in the place of another, in a process that ends itself with SIGKILL right before
// the n-th change to a folder: `node --import tsx tests/replace-process.ts PATH FRESH N`. Exits with
// 0 where there are fewer.
const [path = '', fresh = '', last = ''] = process.argv.slice(2)
let calls = 0
for (const name of ['linkSync', 'renameSync', 'rmSync', 'fsyncSync'] as const) {
  const call = fs[name] as (...args: unknown[]) => unknown
  Object.assign(fs, {
    [name](...args: unknown[]) {
      calls += 1
      if (calls === Number(last)) process.kill(process.pid, 'SIGKILL')
      return call(...args)
    },
  })
}
syncBuiltinESMExports()
const { replaceFile } = await import('../scripts/backups/sqlite-restore.ts')
replaceFile(path, fresh, 'then').finish()
