import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import Libsql from 'libsql'

// Another process on a site's database, as a backup or a look with a tool is one. `hold FILE` takes
// the lock for writing and keeps it until a line comes on standard input; `random FILE` takes it
// again and again, for up to 0.4 s, until it is ended.
const [how, file] = process.argv.slice(2)
const database = new Libsql(file, { timeout: 10_000 })

if (how === 'hold') {
  database.exec('BEGIN IMMEDIATE')
  console.log('held')
  for await (const _ of createInterface({ input: process.stdin })) break
  database.exec('ROLLBACK')
} else {
  for (;;) {
    database.exec('BEGIN IMMEDIATE')
    console.log('held')
    await pause(Math.random() * 400)
    database.exec('ROLLBACK')
    await pause(Math.random() * 300)
  }
}
