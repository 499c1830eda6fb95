import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient } from '@libsql/client'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startServer, type TestServer } from '../journeys/server.ts'
import { ensureTemplate } from '../template-database.ts'

const asked = async ({ origin }: TestServer, path: string) => {
  const response = await fetch(origin + path)
  return [response.status, await response.text()] as const
}
const health = (site: TestServer) => asked(site, '/healthz')

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
    expect(await asked(site, '/readyz')).toEqual([
      503,
      'the courses are broken; the last good ones are served',
    ])
    expect(await asked(site, '/livez')).toEqual([200, 'alive'])
    const mended = site.printed('the courses were loaded')
    writeFileSync(file, good)
    await mended
    expect((await health(site))[0]).toBe(200)
    expect(await asked(site, '/readyz')).toEqual([200, expect.stringMatching(/^ready \w+$/)])
    await site.stop()
  })

  test('says to a balancer, and to it alone, that another version has migrated the database', async () => {
    site = await startServer('health-migrated')
    const change = async (sql: string) => {
      const client = createClient({ url: `file:${site.databaseFile}` })
      await client.execute(sql)
      client.close()
    }
    const checksums = 'UPDATE "_prisma_migrations" SET "checksum" = '
    expect((await asked(site, '/readyz'))[0]).toBe(200)
    await change(
      `INSERT INTO "_prisma_migrations" ("id", "checksum", "finished_at", "migration_name", "started_at", "applied_steps_count")
       VALUES ('later', 'c', 1, '29990101000000_later', 1, 1)`,
    )
    expect(await asked(site, '/readyz')).toEqual([
      503,
      'the database is another version’s: a newer version has migrated it',
    ])
    expect([(await health(site))[0], (await asked(site, '/livez'))[0]]).toEqual([200, 200])
    await change(`DELETE FROM "_prisma_migrations" WHERE "id" = 'later'`)
    expect((await asked(site, '/readyz'))[0]).toBe(200)
    await change(`${checksums} "checksum" || 'x' WHERE "migration_name" LIKE '%_notes'`)
    expect(await asked(site, '/readyz')).toEqual([
      503,
      'the database is another version’s: its migrations are not those of this version',
    ])
    await site.stop()
  })

  test('answers a balancer within its patience while another program holds the database', async () => {
    site = await startServer('health-held')
    const client = createClient({ url: `file:${site.databaseFile}` })
    // The site itself writes when it starts.
    const begun = () => client.transaction('write').catch(() => null)
    let held = await begun()
    while (!held) held = await begun()
    expect(await asked(site, '/readyz')).toEqual([503, 'the database does not answer in time'])
    expect((await asked(site, '/livez'))[0]).toBe(200)
    await held.rollback()
    client.close()
    await expect.poll(async () => (await asked(site, '/readyz'))[0], { timeout: 20_000 }).toBe(200)
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
    expect(await asked(site, '/readyz')).toEqual([
      503,
      expect.stringMatching(/^nothing can be stored: disk/),
    ])
    expect(await asked(site, '/livez')).toEqual([200, 'alive'])
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
