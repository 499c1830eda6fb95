import { chmodSync, existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startServer, type TestServer } from '../journeys/server.ts'
import { ensureTemplate } from '../template-database.ts'

const folder = mkdtempSync(join(tmpdir(), 'metrics-'))
const socketPath = join(folder, 'metrics.sock')
let site: TestServer | undefined

/** Asks for the metrics, on a port or a socket. */
function ask(
  where: { port: number } | { socketPath: string },
  headers: Record<string, string> = {},
  path = '/metrics',
  method = 'GET',
): Promise<{ status: number; type: string; body: string }> {
  return new Promise((resolve, reject) => {
    request({ ...where, host: '127.0.0.1', path, method, headers }, (response) => {
      let body = ''
      response.on('data', (chunk) => {
        body += chunk
      })
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          type: response.headers['content-type'] ?? '',
          body,
        }),
      )
    })
      .on('error', reject)
      .end()
  })
}

beforeAll(() => ensureTemplate('metrics'))
afterAll(async () => {
  await site?.stop()
  rmSync(folder, { recursive: true, force: true })
})

const port = 46_511

describe('P12: the figures are told to this machine alone', () => {
  test('in the OpenMetrics format, on an address of their own, and never by the site', async () => {
    site = await startServer('metrics', { METRICS: `127.0.0.1:${port}`, BACKUPS: folder })
    await expect
      .poll(async () => (await ask({ port })).body, { timeout: 20_000 })
      .toContain('cirkel_regular_work_faulty 0\n')
    await expect
      .poll(async () => (await ask({ port })).body, { timeout: 20_000 })
      .toContain('cirkel_learners 0\n')
    const { status, type, body } = await ask({ port })
    expect([status, type]).toEqual([
      200,
      'application/openmetrics-text; version=1.0.0; charset=utf-8',
    ])
    expect(body).toMatch(/\n# EOF\n$/)
    expect(body).toMatch(/^cirkel_database_bytes \d+0000000$/m)
    // Each line is a sample, a comment of a kind that the format knows, or the end.
    for (const line of body.trimEnd().split('\n'))
      expect(line).toMatch(
        /^(# (TYPE|UNIT|HELP) cirkel_\w+ .+|# EOF|cirkel_\w+(\{.+\})? [\d.e+-]+)$/,
      )
    const { origin } = site
    expect((await fetch(`${origin}/metrics`)).status).toBe(404)
    expect(await (await fetch(`${origin}/metrics`)).text()).not.toContain('cirkel_')
  })

  test('and to no page in a browser, nor at any other address of theirs', async () => {
    for (const headers of [
      { Origin: 'http://evil.example' },
      { 'Sec-Fetch-Site': 'cross-site' },
      { Host: 'evil.example:9464' },
    ] as Record<string, string>[])
      expect((await ask({ port }, headers)).status).toBe(404)
    expect((await ask({ port }, {}, '/')).status).toBe(404)
    expect((await ask({ port }, {}, '/metrics', 'POST')).status).toBe(404)
    await site?.stop()
  })

  test('on a socket that others of the machine may not open, also after the process was killed', async () => {
    site = await startServer('metrics', { METRICS: socketPath })
    expect((await ask({ socketPath })).status).toBe(200)
    expect(statSync(socketPath).mode & 0o777).toBe(0o770)
    await site.kill()
    expect(existsSync(socketPath)).toBe(true)
    await site.start()
    expect((await ask({ socketPath })).status).toBe(200)
    await site.stop()
    expect(existsSync(socketPath)).toBe(false)
  })

  test.each([
    [{ METRICS: '0.0.0.0:9464' }, /^METRICS must be an address that only this machine reaches/m],
    [{ METRICS: '10.0.0.1:9464' }, /^METRICS must be an address that only this machine reaches/m],
    [{ METRICS: join(folder, 'notes') }, /^METRICS names .*notes, which something else uses/m],
    [{ METRICS: join(folder, 'none', 'm.sock') }, /^METRICS names .*where nothing can listen/m],
  ])('where %o would tell others or overwrite a file, the start stops with a sentence', async (settings, sentence) => {
    writeFileSync(join(folder, 'notes'), 'mine')
    chmodSync(join(folder, 'notes'), 0o600)
    const failure = await startServer('metrics-bad', settings).catch((error: Error) => error)
    expect(String(failure)).toMatch(sentence)
    expect(statSync(join(folder, 'notes')).size).toBe(4)
  })
})
