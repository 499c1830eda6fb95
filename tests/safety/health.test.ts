import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startServer, type TestServer } from '../journeys/server.ts'
import { ensureTemplate } from '../template-database.ts'

const health = async ({ origin }: TestServer) => {
  const response = await fetch(`${origin}/healthz`)
  return [response.status, await response.text()] as const
}

describe('health', () => {
  let site: TestServer
  const folder = mkdtempSync(join(tmpdir(), 'courses-'))
  const cache = mkdtempSync(join(tmpdir(), 'cache-'))
  beforeAll(async () => {
    await ensureTemplate('health')
    cpSync('tests/broken-courses/good', folder, { recursive: true })
  })
  afterAll(async () => {
    await site?.stop()
    for (const one of [folder, cache]) rmSync(one, { recursive: true })
  })

  test('says that the courses are broken while they are, and no longer', async () => {
    site = await startServer('health', {
      COURSES: folder,
      CACHE: join(cache, 'cache'),
      LOG_LEVEL: 'info',
    })
    expect((await health(site))[0]).toBe(200)
    const file = join(folder, 'tiny', 'course.yaml')
    const good = readFileSync(file, 'utf8')
    const broken = site.printed('The courses are broken')
    writeFileSync(file, 'source: [')
    await broken
    expect(await health(site)).toEqual([
      503,
      'the courses are broken; the last good ones are served',
    ])
    const mended = site.printed('the courses were loaded')
    writeFileSync(file, good)
    await mended
    expect((await health(site))[0]).toBe(200)
    await site.stop()
  })

  test('says that nothing can be stored when no file can grow, while reading and Leave go on', async () => {
    // Room for the shared memory of the log, and for a few changes in the log itself.
    site = await startServer('health-full', { LOG_LEVEL: 'silent' }, { maxFileBlocks: 64 })
    const signUp = (number: number) =>
      fetch(`${site.origin}/en/sign-up`, {
        method: 'POST',
        body: new URLSearchParams({
          pseudonym: `Calm Otter ${number}`,
          passphrase: 'blue lantern over wide water',
        }),
        redirect: 'manual',
      })
    let status = 303
    for (let number = 41; status === 303 && number < 60; number++)
      status = (await signUp(number)).status
    expect(status).toBe(503)
    expect(await health(site)).toEqual([503, expect.stringMatching(/^nothing can be stored: disk/)])
    expect((await fetch(`${site.origin}/en`)).status).toBe(200)
    const left = await fetch(`${site.origin}/leave`, {
      redirect: 'manual',
      headers: { Cookie: 's=someone' },
    })
    expect([left.status, left.headers.get('clear-site-data')]).toEqual([
      303,
      '"cache", "cookies", "storage"',
    ])
  })
})
