import { EventEmitter } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, expect, test, vi } from 'vitest'

const cache = vi.hoisted(() => ({ folder: '' }))
const made = vi.hoisted(() => ({ drafts: [] as string[], exitCode: 0 }))

vi.mock('../platform/environment.server.ts', () => {
  cache.folder = mkdtempSync(join(tmpdir(), 'packages-'))
  return {
    environment: {
      CACHE: cache.folder,
      COURSES: './courses',
      SITE_NAME: 'Notes',
      LOG_LEVEL: 'silent',
    },
  }
})
// Making a file takes a minute, and `tests/journeys/take.spec.ts` does it. This process is over
// before anybody can have it give way.
vi.mock('node:child_process', () => ({
  spawn: (_: string, args: string[]) => {
    const draft = args[args.indexOf('--out') + 1] as string
    made.drafts.push(draft)
    const child = Object.assign(new EventEmitter(), { stderr: new EventEmitter(), pid: 2 ** 30 })
    setImmediate(() => {
      if (made.exitCode === 0) writeFileSync(draft, 'the whole course')
      child.emit('close', made.exitCode)
    })
    return child
  },
}))
vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof import('node:fs/promises')>()
  return { ...real, readdir: vi.fn(real.readdir) }
})

const { offeredFiles } = await import('./offered-files.ts')
const { askForPackage, openPackage, putPackage, stateOfPackage } = await import(
  './package-files.server.ts'
)

afterAll(() => rmSync(cache.folder, { recursive: true }))
beforeEach(() => {
  made.drafts = []
  made.exitCode = 0
})

const asked = (version: string) => ({
  course: 'run-a-party',
  lang: 'en',
  version,
  file: offeredFiles[1]!,
})
const folder = () => join(cache.folder, 'packages')

async function haveMade(version: string) {
  await askForPackage(asked(version))
  await expect.poll(async () => (await askForPackage(asked(version))).kind).toBe('ready')
}

test('a fault in reading the program’s files is not remembered: the next one who asks tries again', async () => {
  vi.mocked(readdir).mockRejectedValueOnce(new Error('too many open files'))
  expect(await askForPackage(asked('zero'))).toEqual({ kind: 'failed' })
  expect((await askForPackage(asked('zero'))).kind).toBe('waiting')
  await haveMade('zero')
})

test('a file is made once for all who ask, under another name until it is whole', async () => {
  expect(await openPackage(asked('one'))).toBeNull()
  await Promise.all([1, 2, 3].map(() => askForPackage(asked('one'))))
  await haveMade('one')
  expect(made.drafts).toHaveLength(1)
  expect(existsSync(made.drafts[0] as string)).toBe(false)
  expect((await openPackage(asked('one')))?.bytes.toString()).toBe('the whole course')
})

test('to look where a file stands has nothing made', async () => {
  expect(await stateOfPackage(asked('looked'))).toEqual({ kind: 'unasked' })
  expect(await stateOfPackage(asked('looked'))).toEqual({ kind: 'unasked' })
  expect(made.drafts).toEqual([])
  await haveMade('looked')
  expect((await stateOfPackage(asked('looked'))).kind).toBe('ready')
})

test('what the host made is offered as what the site makes is', async () => {
  const file = offeredFiles.find(({ isMadeByHost }) => isMadeByHost)!
  const request = { ...asked('printed'), file }
  expect(await stateOfPackage(request)).toEqual({ kind: 'unasked' })
  await putPackage(request, Buffer.from('printed'))
  expect(await stateOfPackage(request)).toEqual({ kind: 'ready', bytes: 7 })
  expect((await openPackage(request))?.bytes.toString()).toBe('printed')
  expect(made.drafts).toEqual([])
})

test('two sites that share a folder never write to the same name', async () => {
  made.exitCode = 1
  await askForPackage(asked('two'))
  await expect.poll(async () => (await askForPackage(asked('two'))).kind).toBe('failed')
  vi.resetModules()
  const other = await import('./package-files.server.ts')
  await other.askForPackage(asked('two'))
  await expect.poll(() => made.drafts.length).toBe(2)
  expect(new Set(made.drafts).size).toBe(2)
})

test('what another site made today stays; old editions and drafts that were left go', async () => {
  const old = ['before-notes.epub', 'before-notes.epub.1234.draft']
  const today = 'another-site-notes.epub'
  for (const name of [...old, today]) writeFileSync(join(folder(), name), 'x')
  const twoDaysAgo = Date.now() / 1000 - 2 * 24 * 60 * 60
  for (const name of old) utimesSync(join(folder(), name), twoDaysAgo, twoDaysAgo)
  await haveMade('three')
  await expect.poll(() => readdirSync(folder()).filter((name) => old.includes(name))).toEqual([])
  expect(readdirSync(folder())).toContain(today)
})
