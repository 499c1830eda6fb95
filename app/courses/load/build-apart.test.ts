import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { brokenCourse, loadGoodCourse } from '../../../tests/broken-courses/course.ts'
import { buildApart } from './build-apart.server.ts'
import type { BuiltPieces } from './build-courses.server.ts'
import { fromPieces, toPieces } from './course-pieces.server.ts'
import { watchCatalogue } from './current-catalogue.server.ts'
import type { LoadOptions } from './load-catalogue.server.ts'

/** A process that does these things with the jobs that it is sent. */
function builder(work: string) {
  const folder = mkdtempSync(join(tmpdir(), 'cirkel-builder-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const script = join(folder, 'builder.mjs')
  writeFileSync(script, `process.once('message', async (jobs) => { ${work} })`)
  return buildApart(script)
}

const jobs = ['one', 'two'].map((folder) => ({ folder, file: `/nowhere/${folder}` }))
const sendAll = `
  const send = (message) => new Promise((sent) => process.send(message, sent))
  for (const { folder } of jobs) {
    await send({ kind: 'compiled' })
    await send({ kind: 'built', pieces: [Buffer.from(folder)], problems: [] })
  }
  process.exit()`

test('courses that are built apart come back one by one, in order, and each text is told', async () => {
  const seen: string[] = []
  let texts = 0
  await builder(sendAll)(jobs, {
    built: async ({ pieces }: BuiltPieces) => {
      seen.push(Buffer.from(pieces![0]!).toString())
    },
    compiled: () => {
      texts += 1
    },
  })
  expect([seen, texts]).toEqual([['one', 'two'], 2])
})

test('a process that ends too soon has built nothing, whatever it had said', async () => {
  const on = { built: async () => {}, compiled: () => {} }
  const sendOne = `process.send({ kind: 'built', pieces: [], problems: [] }, () => process.exit(9))`
  await expect(builder(sendOne)(jobs, on)).rejects.toThrow('ended with 9')
  await expect(builder(`process.kill(process.pid, 'SIGKILL')`)(jobs, on)).rejects.toThrow('SIGKILL')
})

test('the last good courses stay where the process that builds dies, and the host is told', async () => {
  const { remove, ...course } = brokenCourse()
  onTestFinished(remove)
  const options: LoadOptions = { ...course }
  const holder = await watchCatalogue(options)
  const before = holder.current()
  options.build = builder('process.exit(3)')
  expect(await holder.reload()).toMatch('the process that compiles chapters ended with 3')
  expect(holder.current()).toBe(before)
})

test('a course is the same after it was taken to pieces: itself, its tools and each chapter', async () => {
  const course = await loadGoodCourse()
  const pieces = toPieces(course)
  expect(pieces).toHaveLength(2 + course.chapters.length)
  const again = await fromPieces(pieces)
  expect(again).toEqual(course)
  expect(again.parts[0]!.chapters[1]).toBe(again.chapters[1])
  await expect(fromPieces([...pieces.slice(0, 2), Buffer.from('no chapter')])).rejects.toThrow()
})
