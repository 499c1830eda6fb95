import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { makeZim, NoZimWriter, zimLanguages } from '../../app/packages/zim/zim.server.ts'
import { goodCourse } from '../broken-courses/course.ts'
import { bookOf, catalogueOf } from './books.ts'

const isThere = (program: string) => !spawnSync(program, ['--version']).error
const hasTools = ['zimwriterfs', 'zimcheck', 'kiwix-serve'].every(isThere)

/** A port that nobody has. */
async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

describe('a course as a ZIM', () => {
  afterEach(() => vi.unstubAllEnvs())

  test('is not made where its writer is not installed', async () => {
    const book = bookOf(await catalogueOf(goodCourse), 'en')
    vi.stubEnv('PATH', '/nowhere')
    await expect(makeZim(book)).rejects.toThrow(NoZimWriter)
  })

  test('names the languages of the course, its own first', async () => {
    expect(zimLanguages(bookOf(await catalogueOf(goodCourse), 'sv'))).toBe('eng,swe')
  })
})

describe.runIf(hasTools)('a ZIM, read back by Kiwix', () => {
  let folder: string
  let file: string
  let server: ChildProcess
  let address: string

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'cirkel-zim-test-'))
    file = join(folder, 'notes.zim')
    writeFileSync(file, await makeZim(bookOf(await catalogueOf(goodCourse), 'en')))
    const port = await freePort()
    server = spawn('kiwix-serve', ['--address=127.0.0.1', `--port=${port}`, file], {
      stdio: 'ignore',
    })
    address = `http://127.0.0.1:${port}`
    for (;;) {
      const answer = await fetch(address).catch(() => null)
      if (answer) break
      await setTimeout(100)
    }
  })
  afterAll(() => {
    server?.kill()
    rmSync(folder, { recursive: true, force: true })
  })

  test('is whole by its own checker', () => {
    const { stdout, status } = spawnSync('zimcheck', ['-A', file], { encoding: 'utf8' })
    expect(stdout).toContain('Overall Test Status: Pass')
    expect(status).toBe(0)
  })

  test('shows a chapter with its reasons in each language, and its style and script', async () => {
    // Where the pages stand differs between versions of Kiwix: its catalogue says it.
    const catalogue = await (await fetch(`${address}/catalog/v2/entries`)).text()
    const below = /type="text\/html" href="([^"]+)"/.exec(catalogue)?.[1]
    const page = async (name: string) => {
      const answer = await fetch(`${address}${below}/${name}`)
      return { status: answer.status, text: await answer.text() }
    }
    expect((await page('en/first.html')).text).toContain('REASON-MAY: she is not the branch.')
    for (const name of ['index.html', 'sv/first.html', 'en/search.html', 'book.css', 'book.js'])
      expect([name, (await page(name)).status]).toEqual([name, 200])
    expect((await page('en/third.html')).status).toBe(404)
  })

  test('is called as the host called the site', async () => {
    const catalogue = await (await fetch(`${address}/catalog/v2/entries`)).text()
    expect(catalogue).toContain('Notes &lt;&amp;&gt;')
  })
})
