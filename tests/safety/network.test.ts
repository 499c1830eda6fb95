import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { createClient } from '@libsql/client'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startServer } from '../journeys/server.ts'
import { ensureTemplate } from '../template-database.ts'

const folder = mkdtempSync(join(tmpdir(), 'cirkel-network-'))
beforeAll(() => ensureTemplate('network'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/**
 * Settings under which a program, and what it starts, notes every try to reach anyone; and what was
 * noted since it was last asked.
 */
function recorder(name: string) {
  const file = join(folder, name)
  writeFileSync(file, '')
  const env = {
    NODE_OPTIONS: `--import ${resolve('tests/safety/record-network.mjs')}`,
    NETWORK_LOG: file,
  }
  return { env, noted: () => readFileSync(file, 'utf8').split('\n').filter(Boolean) }
}

const run = (args: string[], env: Record<string, string>) =>
  execFileSync(process.execPath, args, { env: { ...process.env, ...env }, stdio: 'pipe' })

/** Whether an account is in the database file. */
async function isThere(file: string, id: string): Promise<boolean> {
  const db = createClient({ url: `file:./${file}` })
  const { rows } = await db.execute({ sql: 'SELECT 1 FROM Learner WHERE id = ?', args: [id] })
  db.close()
  return rows.length > 0
}

describe('P19: the server calls nobody', () => {
  test('anyone who does is found out, by address or by name, by any of Node’s ways', () => {
    const { env, noted } = recorder('control')
    const tries = `
      fetch('http://127.0.0.1:4197').catch(() => {})
      require('node:https').get('https://localhost:2').on('error', () => {})
      require('node:tls').connect(3, '127.0.0.1').on('error', () => {})
      require('node:dns').promises.resolve4('telemetry.invalid').catch(() => {})
      require('node:dgram').createSocket('udp4').send('x', 4, '127.0.0.1')
      setTimeout(() => process.exit(), 500)`
    run(['-e', tries], env)
    const all = noted().join('\n')
    for (const one of [
      'connect 127.0.0.1:4197',
      'connect localhost:2',
      'connect 127.0.0.1:3',
      'resolve4 telemetry.invalid',
      'send',
    ])
      expect(all).toContain(one)
  })

  test('not while it starts, compiles, serves, signs up, stores, erases, tidies up and ends', async () => {
    const { env, noted } = recorder('site')
    const courses = join(folder, 'courses')
    cpSync('tests/broken-courses/good', courses, { recursive: true })
    const server = await startServer('network', {
      ...env,
      LOG_LEVEL: 'error',
      COURSES: courses,
      CACHE: join(folder, 'cache'),
    })
    try {
      const chapter = `${server.origin}/en/courses/tiny/first`
      expect((await fetch(chapter)).status).toBe(200)
      const learner = { pseudonym: 'Network Newt', passphrase: 'six quiet otters near the bridge' }
      const post = (path: string, fields: Record<string, string>, headers = {}) =>
        fetch(server.origin + path, {
          method: 'POST',
          body: new URLSearchParams(fields),
          redirect: 'manual',
          headers,
        })
      const signedUp = await post('/en/sign-up', learner)
      const Cookie = (signedUp.headers.get('set-cookie') ?? '').split(';')[0] as string
      expect((await post('/en/courses/tiny/first', { intent: 'read' }, { Cookie })).status).toBe(
        303,
      )
      writeFileSync(
        join(courses, 'tiny/01-first/en.mdx'),
        readFileSync(join(courses, 'tiny/01-first/en.mdx'), 'utf8').replace(
          'title: ',
          'title: Changed ',
        ),
      )
      while (!(await (await fetch(chapter)).text()).includes('Changed')) await setTimeout(100)
      expect(
        (
          await post('/en/account/erase', { passphrase: learner.passphrase }, { Cookie })
        ).headers.get('location'),
      ).toContain('/en/account/erased')
      expect((await fetch(`${server.origin}/leave`, { redirect: 'manual' })).status).toBe(303)
      expect((await fetch(`${server.origin}/no/such/page`)).status).toBe(404)

      const db = createClient({ url: `file:./${server.databaseFile}` })
      await db.execute(
        'INSERT INTO Learner (id, pseudonym, pseudonymKey, passphraseHash, createdOn, ' +
          `lastSeenOn) VALUES ('unused', 'U', 'u', '', '2001-01-01', '2001-01-01')`,
      )
      db.close()
      await server.stop()
      await server.start()
      while (await isThere(server.databaseFile, 'unused')) await setTimeout(100)
    } finally {
      await server.stop()
    }
    expect(noted()).toEqual([])
  })

  test('nor does what `npm start` and `npm run people` run, the database’s own tools among them', () => {
    const { env, noted } = recorder('commands')
    const url = `file:${join(folder, 'commands.db')}`
    run(
      [
        '--input-type=module',
        '-e',
        `await (await import('./scripts/prepare.mjs')).migrate('${url}')`,
      ],
      env,
    )
    expect(existsSync(join(folder, 'commands.db'))).toBe(true)
    run(['node_modules/.bin/tsx', 'scripts/people.ts', 'roles'], { ...env, DATABASE_URL: url })
    expect(noted()).toEqual([])
  })
})
