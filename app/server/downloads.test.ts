import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, get, type Server } from 'node:http'
import { type AddressInfo, Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { brotliDecompressSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { holdFile } from '../packages/held-file.server.ts'
import { type DownloadLimits, Downloads } from './downloads.server.ts'

const fileBytes = 8 * 1024 * 1024
const file = { bytes: Buffer.alloc(0), path: '' }
let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'downloads-'))
  file.path = join(folder, 'notes.epub')
  file.bytes = randomBytes(fileBytes)
  writeFileSync(file.path, file.bytes)
})
afterAll(() => rmSync(folder, { recursive: true }))

/** A server that sends the file to everybody, as what its address says. */
async function serve(limits: Partial<DownloadLimits>) {
  const downloads = new Downloads(limits)
  const http: Server = createServer(async (request, response) => {
    const type = request.url === '/html' ? 'text/html' : 'application/epub+zip'
    const opened = await holdFile(file.path)
    if (!(await downloads.send(request, response, opened, [['Content-Type', type]])))
      response.writeHead(503).end()
  }).listen(0, '127.0.0.1')
  await once(http, 'listening')
  const { port } = http.address() as AddressInfo
  const sockets: Socket[] = []

  /** Asks for the file and reads nothing of the answer. */
  async function stall(): Promise<Socket> {
    const socket = new Socket().pause()
    sockets.push(socket)
    socket.on('error', () => {}).connect(port, '127.0.0.1')
    await once(socket, 'connect')
    socket.write('GET /epub HTTP/1.1\r\nHost: localhost\r\n\r\n')
    return socket
  }

  async function read(path = '/epub', headers: Record<string, string> = {}) {
    const request = get({ port, path, headers, agent: false })
    const [answer] = (await once(request, 'response')) as [import('node:http').IncomingMessage]
    const chunks: Buffer[] = []
    for await (const chunk of answer) chunks.push(chunk)
    return { status: answer.statusCode, headers: answer.headers, body: Buffer.concat(chunks) }
  }

  return {
    port,
    stall,
    read,
    stop() {
      for (const socket of sockets) socket.destroy()
      http.closeAllConnections()
      http.close()
    },
  }
}

const heldBytes = () => process.memoryUsage().arrayBuffers

describe('files that are carried away', () => {
  test('are in memory once, however many read nothing of them, and others get them whole', async () => {
    const site = await serve({})
    const before = heldBytes()
    await Promise.all(Array.from({ length: 200 }, site.stall))
    await pause(500)
    // Less than two of them: the file, and a part of it for each who waits.
    expect(heldBytes() - before).toBeLessThan(2 * fileBytes)
    const { status, body } = await site.read()
    expect([status, body.equals(file.bytes)]).toEqual([200, true])
    site.stop()
  })

  test('are compressed once for all, unless they are compressed by themselves', async () => {
    const site = await serve({})
    const [zip, text] = [
      await site.read('/epub', { 'Accept-Encoding': 'br' }),
      await site.read('/html', { 'Accept-Encoding': 'br' }),
    ]
    expect(zip.headers['content-encoding']).toBeUndefined()
    expect(zip.headers['content-length']).toBe(String(fileBytes))
    expect(text.headers['content-encoding']).toBe('br')
    expect(brotliDecompressSync(text.body).equals(file.bytes)).toBe(true)
    const opened = await holdFile(file.path)
    expect(await opened.encodedAs('br')).toBe(await opened.encodedAs('br'))
    site.stop()
  })

  test('that broke off go on where they ended, as long as the file is the same', async () => {
    const site = await serve({})
    const request = get({ port: site.port, path: '/epub', agent: false })
    const [broken] = (await once(request, 'response')) as [import('node:http').IncomingMessage]
    const begun: Buffer[] = []
    for await (const chunk of broken) {
      begun.push(chunk as Buffer)
      if (Buffer.concat(begun).length > fileBytes / 3) break
    }
    request.destroy()
    const first = Buffer.concat(begun)
    const tag = broken.headers.etag as string
    expect(broken.headers['accept-ranges']).toBe('bytes')
    expect(tag).toMatch(/^"\S+"$/)

    const rest = await site.read('/epub', { Range: `bytes=${first.length}-`, 'If-Range': tag })
    expect(rest.status).toBe(206)
    expect(rest.headers['content-range']).toBe(
      `bytes ${first.length}-${fileBytes - 1}/${fileBytes}`,
    )
    expect(rest.headers['content-length']).toBe(String(fileBytes - first.length))
    expect(Buffer.concat([first, rest.body]).equals(file.bytes)).toBe(true)

    // Of a file that has changed, nothing is of use.
    const changed = await site.read('/epub', {
      Range: `bytes=${first.length}-`,
      'If-Range': '"another"',
    })
    expect([changed.status, changed.body.equals(file.bytes)]).toEqual([200, true])
    expect(changed.headers['content-range']).toBeUndefined()

    const behind = await site.read('/epub', { Range: `bytes=${fileBytes}-` })
    expect([behind.status, behind.body.length]).toEqual([416, 0])
    expect(behind.headers['content-range']).toBe(`bytes */${fileBytes}`)
    site.stop()
  })

  test('that are compressed go on in the same compression, by a name of its own', async () => {
    const site = await serve({})
    const accepts = { 'Accept-Encoding': 'br' }
    const all = await site.read('/html', accepts)
    const half = Math.floor(all.body.length / 2)
    const tag = all.headers.etag as string
    const rest = await site.read('/html', { ...accepts, Range: `bytes=${half}-`, 'If-Range': tag })
    expect([rest.status, rest.headers['content-encoding']]).toEqual([206, 'br'])
    const joined = Buffer.concat([all.body.subarray(0, half), rest.body])
    expect(brotliDecompressSync(joined).equals(file.bytes)).toBe(true)
    // Who asks for another encoding has begun with other bytes.
    const other = await site.read('/html', { Range: `bytes=${half}-`, 'If-Range': tag })
    expect([other.status, other.body.length]).toEqual([200, fileBytes])
    site.stop()
  })

  test('are refused where too many are under way, and sent again when one of them is over', async () => {
    const site = await serve({ max: 3 })
    const stalled = await Promise.all([1, 2, 3].map(site.stall))
    await expect.poll(async () => (await site.read()).status).toBe(503)
    stalled[0]?.destroy()
    await expect.poll(async () => (await site.read()).status).toBe(200)
    site.stop()
  })

  test('go to somebody else in the place of who took nothing for long', async () => {
    const site = await serve({ max: 3, patienceWhenFull: 0 })
    await Promise.all([1, 2, 3].map(site.stall))
    await pause(100)
    expect((await site.read()).status).toBe(200)
    site.stop()
  })

  test('are ended for who takes nothing, and never for who is slow and goes on', async () => {
    const patience = 600
    const site = await serve({ patience })
    const stalled = await site.stall()
    const request = get({ port: site.port, path: '/epub', agent: false })
    const [answer] = (await once(request, 'response')) as [import('node:http').IncomingMessage]
    let received = 0
    const began = performance.now()
    for await (const chunk of answer) {
      received += (chunk as Buffer).length
      // In all it takes several times as long as somebody may take nothing.
      if (received > fileBytes / 2 && performance.now() - began < 4 * patience) await pause(20)
    }
    expect(received).toBe(fileBytes)
    expect(performance.now() - began).toBeGreaterThan(2 * patience)
    stalled.resume()
    await once(stalled, 'close')
    expect(stalled.bytesRead).toBeLessThan(fileBytes)
    site.stop()
  })

  test('cost nothing where only the head is asked for', async () => {
    const site = await serve({ max: 1 })
    for (let n = 0; n < 3; n++) {
      const answer = await fetch(`http://127.0.0.1:${site.port}/epub`, { method: 'HEAD' })
      expect([answer.status, answer.headers.get('content-length')]).toEqual([
        200,
        String(fileBytes),
      ])
    }
    site.stop()
  })
})
