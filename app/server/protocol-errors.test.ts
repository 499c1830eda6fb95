import { once } from 'node:events'
import { createServer, get, type IncomingMessage } from 'node:http'
import { type AddressInfo, Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { endSilent } from './protocol-errors.server.ts'

const patience = 400
const page = Buffer.alloc(32 * 1024 * 1024, 'a')

test('a connection ends where nothing of a page is read, and not where it is read slowly', async () => {
  const http = createServer((_, response) => void response.end(page)).listen(0, '127.0.0.1')
  endSilent(http, patience)
  await once(http, 'listening')
  const { port } = http.address() as AddressInfo

  const silent = new Socket().pause()
  silent.on('error', () => {}).connect(port, '127.0.0.1')
  await once(silent, 'connect')
  silent.write('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n')
  const connections = () =>
    new Promise<number>((resolve) => http.getConnections((_, count) => resolve(count)))
  await expect.poll(connections, { timeout: 20 * patience }).toBe(0)

  const [answer] = (await once(get({ port, agent: false }), 'response')) as [IncomingMessage]
  const began = performance.now()
  let received = 0
  for await (const chunk of answer) {
    received += (chunk as Buffer).length
    if (performance.now() - began < 4 * patience) await pause(10)
  }
  expect(received).toBe(page.length)
  expect(performance.now() - began).toBeGreaterThan(3 * patience)
  silent.destroy()
  http.closeAllConnections()
  http.close()
})
