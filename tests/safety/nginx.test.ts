import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import type { IncomingHttpHeaders } from 'node:http'
import { request } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { connect } from 'node:tls'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startServer, type TestServer } from '../journeys/server.ts'
import { ensureTemplate } from '../template-database.ts'
import { headersOf } from './headers.ts'

// The configuration in deploy/ with a real nginx, but for its ports, certificate and folders.

const hasNginx = spawnSync('nginx', ['-v']).status === 0
if (!hasNginx) console.info('nginx is not installed: deploy/nginx.conf is not tried.')
const ports = { site: 46_521, plain: 46_522, tls: 46_523 }
const canary = 'CanaryBrowser/7.0'
const chapter = '/en/courses/run-a-party/the-branch'
const folder = mkdtempSync(join(tmpdir(), 'nginx-'))
let site: TestServer
let nginx: ChildProcess

interface Answer {
  status: number
  headers: IncomingHttpHeaders
  body: Buffer
}

/** Asks nginx as a browser of study.example does. */
function ask(
  path: string,
  { body, ...headers }: Record<string, string> = {},
  port = ports.tls,
): Promise<Answer> {
  const method = body === undefined ? 'GET' : 'POST'
  const form = body === undefined ? {} : { 'Content-Type': 'application/x-www-form-urlencoded' }
  return new Promise((resolve, reject) => {
    const asked = request(
      {
        ...{ host: '127.0.0.1', port, path, method, agent: false },
        ...{ servername: 'study.example', rejectUnauthorized: false },
        headers: {
          ...{ Host: 'study.example', 'User-Agent': canary, ...form, ...headers },
          ...(body === undefined || headers['Transfer-Encoding']
            ? {}
            : { 'Content-Length': String(Buffer.byteLength(body)) }),
        },
      },
      (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk) => chunks.push(chunk))
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(chunks),
          }),
        )
      },
    ).on('error', reject)
    asked.end(body)
  })
}

/** The configuration as it stands in deploy/, with what a test may not use replaced. */
function configuration(): string {
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((kind) => `${kind}_temp_path ${folder}/temp/${kind};`)
    .join(' ')
  return readFileSync('deploy/nginx.conf', 'utf8')
    .replace('http {', `http { ${temporary}`)
    .replace(/^ *listen \[::\].*$/gm, '')
    .replace('listen 80 ', `listen 127.0.0.1:${ports.plain} `)
    .replace('listen 443 ', `listen 127.0.0.1:${ports.tls} `)
    .replace('127.0.0.1:3000', `127.0.0.1:${ports.site}`)
    .replace(/\/etc\/letsencrypt\/live\/study.example/g, folder)
}

async function startNginx(): Promise<void> {
  mkdirSync(join(folder, 'temp'), { recursive: true })
  const [key, certificate] = [join(folder, 'privkey.pem'), join(folder, 'fullchain.pem')]
  const made = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2']
  execFileSync(
    'openssl',
    [...made, '-subj', '/CN=study.example', '-keyout', key, '-out', certificate],
    { stdio: 'ignore' },
  )
  writeFileSync(join(folder, 'nginx.conf'), configuration())
  const user = process.getuid?.() === 0 ? 'user root; ' : ''
  const own = `daemon off; ${user}pid ${folder}/nginx.pid;`
  nginx = spawn('nginx', ['-p', folder, '-c', join(folder, 'nginx.conf'), '-g', own], {
    stdio: 'ignore',
  })
  const statusNow = () => ask('/livez').catch(() => null)
  while ((await statusNow())?.status !== 200) await pause(50)
}

describe.runIf(hasNginx)('behind nginx, set up as deploy/nginx.conf is', () => {
  beforeAll(async () => {
    await ensureTemplate('nginx')
    site = await startServer('nginx', {
      ORIGIN: 'https://study.example',
      PORT: String(ports.site),
      LOG_LEVEL: 'info',
    })
    await startNginx()
  })
  afterAll(async () => {
    if (nginx) {
      const ended = once(nginx, 'exit')
      nginx.kill('SIGTERM')
      await ended
    }
    await site?.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  test('a page comes byte by byte as the site sent it, with every header', async () => {
    const encoding = { 'Accept-Encoding': 'br' }
    const [through, direct] = [
      await ask(chapter, encoding),
      await fetch(`http://127.0.0.1:${ports.site}${chapter}`, { headers: encoding }),
    ]
    expect([through.status, through.headers['content-encoding']]).toEqual([200, 'br'])
    expect(Number(through.headers['content-length'])).toBe(through.body.length)
    expect(direct.headers.get('content-length')).toBe(through.headers['content-length'])
    const names = (await headersOf(`http://127.0.0.1:${ports.site}`)).map(([name]) => name)
    for (const name of names)
      expect([name, through.headers[name.toLowerCase()]]).toEqual([name, direct.headers.get(name)])
    expect(through.headers['strict-transport-security']).toContain('max-age=63072000')
    expect(through.headers.server).toBe('nginx')
    expect(through.headers['set-cookie']).toBeUndefined()
  })

  test('who types the address without TLS is led to it', async () => {
    const { status, headers } = await fetch(`http://127.0.0.1:${ports.plain}/en?x=1`, {
      redirect: 'manual',
    })
    expect([status, headers.get('location')]).toEqual([301, 'https://study.example/en?x=1'])
  })

  test('somebody makes an account and is signed in; a form from another site is refused', async () => {
    const body = 'pseudonym=Calm+Otter+77&passphrase=blue+lantern+over+wide+water'
    const from = (Origin: string) => ask('/en/sign-up', { body, Origin })
    expect((await from('https://evil.example')).status).toBe(403)
    const { status, headers } = await from('https://study.example')
    expect(status).toBe(303)
    const [cookie = ''] = headers['set-cookie'] ?? []
    expect(cookie).toMatch(/^__Host-s=[a-z2-7]{40}; Path=\/; HttpOnly; SameSite=Lax; Secure/)
    const account = await ask('/en/account', { Cookie: cookie.split(';')[0] as string })
    expect(account.body.toString()).toContain('Calm Otter 77')
  })

  test('Leave goes elsewhere and clears what the browser holds', async () => {
    const { status, headers } = await ask('/leave?in=en', { Cookie: '__Host-s=x' })
    expect([status, headers.location]).toEqual([303, 'https://www.wikipedia.org/'])
    expect(headers['clear-site-data']).toBe('"cache", "cookies", "storage"')
  })

  test('a form that is too large is refused, by the site or before it', async () => {
    for (const length of [70_000, 500_000])
      expect((await ask(chapter, { body: `a=${'x'.repeat(length)}` })).status).toBe(413)
  })

  test('a form in chunks gets a length on its way', async () => {
    const { status } = await ask(chapter, {
      body: 'intent=answer&check=who-went-home&q.who-went-home=all',
      'Transfer-Encoding': 'chunked',
      Origin: 'https://study.example',
    })
    expect(status).toBe(200)
  })

  test('many who read slowly, or send slowly, hold nobody up', async () => {
    const open = (text: string) => {
      const socket = connect({ host: '127.0.0.1', port: ports.tls, rejectUnauthorized: false })
      socket.on('error', () => {})
      socket.on('secureConnect', () => socket.write(text))
      return socket.pause()
    }
    const start = `HTTP/1.1\r\nHost: study.example\r\nUser-Agent: ${canary}\r\n`
    const slow = Array.from({ length: 100 }, (_, i) =>
      i % 2
        ? open(`GET ${chapter} ${start}\r\n`)
        : open(`POST /en/sign-in ${start}Content-Length: 50000\r\n\r\npseudonym=`),
    )
    await Promise.all(slow.map((socket) => once(socket, 'secureConnect')))
    for (let i = 0; i < 20; i++) expect((await ask(chapter)).status).toBe(200)
    for (const socket of slow) socket.destroy()
  })

  test('P4: nginx keeps nothing of anyone who asked, and nothing goes on to the site', async () => {
    const files = readdirSync(folder, { recursive: true, withFileTypes: true, encoding: 'utf8' })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name))
    expect(files.map((path) => path.slice(folder.length + 1)).sort()).toEqual([
      'fullchain.pem',
      'nginx.conf',
      'nginx.pid',
      'privkey.pem',
    ])
    for (const path of files) expect(readFileSync(path, 'utf8')).not.toContain(canary)
    expect(site.output.join('\n')).not.toContain(canary)
  })
})
