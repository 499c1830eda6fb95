import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { answerProtocolErrors } from '../../app/server/protocol-errors.server.ts'
import { sendBytes } from '../fuzz/send.ts'
import { startServer, type TestServer } from '../journeys/server.ts'
import { ensureTemplate } from '../template-database.ts'
import { amissIn, headersOf } from './headers.ts'

let site: TestServer
beforeAll(async () => {
  await ensureTemplate('unreadable')
  site = await startServer('unreadable', { LOG_LEVEL: 'error' })
})
afterAll(() => site?.stop())

test('P4: an odd address to go on to after signing in is not printed', async () => {
  const post = (path: string, fields: Record<string, string>) =>
    fetch(site.origin + path, {
      method: 'POST',
      body: new URLSearchParams(fields),
      redirect: 'manual',
    })
  const person = { pseudonym: 'Quiet Address', passphrase: 'six quiet otters near the bridge' }
  expect((await post('/en/sign-up', person)).status).toBe(303)
  for (const to of [
    '/en//circles/canary-circle',
    '/en/circles//canary-circle',
    '/en/./circles/canary-circle//people?a=//b',
  ]) {
    const signedIn = await post('/en/sign-in', { ...person, to })
    expect([signedIn.status, signedIn.headers.get('location')]).toEqual([
      303,
      expect.stringMatching(/^\/en\/circles\/canary-circle/),
    ])
    await fetch(`${site.origin}/en/sign-in?to=${to}`)
    await fetch(site.origin + to)
  }
  expect(site.output.filter((line) => !line.startsWith('Ready'))).toEqual([])
})

/** The answers that came back on one connection. */
function answersIn(text: string) {
  return text.split(/(?=HTTP\/1\.1 \d{3} )/).map((one) => {
    const [head = '', body = ''] = one.split(/\r\n\r\n([\s\S]*)/)
    const [first = '', ...lines] = head.split('\r\n')
    const headers = Object.fromEntries(
      lines.map((line) => [line.split(': ')[0]?.toLowerCase(), line.replace(/^.*?: /, '')]),
    )
    return { status: Number(first.split(' ')[1]), headers: headers as Record<string, string>, body }
  })
}

describe('P5: what Node would answer by itself has every security header, whole', () => {
  test.each([
    ['bytes that are no HTTP', 'hello\r\n\r\n', 400],
    ['a header without a name', 'GET /en HTTP/1.1\r\nHost: x\r\n: y\r\n\r\n', 400],
    ['a request without a host', 'GET /en HTTP/1.1\r\n\r\n', 400],
    ['a request with two hosts', 'GET /en HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n', 400],
    [
      'two lengths',
      'POST /en HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n',
      400,
    ],
    [
      'a length and chunks',
      'POST /en HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
      400,
    ],
    ['headers too large', `GET /en HTTP/1.1\r\nHost: x\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`, 431],
    ['an address too long', `GET /${'x'.repeat(20_000)} HTTP/1.1\r\nHost: x\r\n\r\n`, 431],
    ['an expectation of miracles', 'GET /en HTTP/1.1\r\nHost: x\r\nExpect: miracles\r\n\r\n', 417],
    ['a tunnel', 'CONNECT elsewhere.example:443 HTTP/1.1\r\nHost: x\r\n\r\n', 405],
    ['a wish for another protocol', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', 400],
  ])('%s', async (_, bytes, status) => {
    const expected = await headersOf(site.origin)
    const answers = answersIn(await sendBytes(site.origin, [bytes]))
    expect(answers.map((answer) => answer.status)).toEqual([status])
    for (const { headers } of answers) expect(amissIn(headers, expected)).toEqual([])
    expect(site.output.filter((line) => !line.startsWith('Ready'))).toEqual([])
  })

  test('and no body where HEAD asked, since a client would take it for the next answer', async () => {
    const [answer] = answersIn(
      await sendBytes(site.origin, ['HEAD /\u00e9 HTTP/1.1\r\nHost: x\r\n\r\n']),
    )
    expect(answer).toMatchObject({ status: 400, body: '' })
  })

  /**
   * What comes back from a server to some bytes, and to more that are sent once something has come
   * back.
   */
  async function talk(port: number, first: string, then = '') {
    const socket = connect(port, '127.0.0.1')
    let text = ''
    socket.once('data', () => socket.write(then))
    socket.on('data', (piece) => {
      text += piece
    })
    socket.write(first)
    await once(socket, 'close')
    return text
  }

  /** The port of a server that answers what cannot be read as the site does. */
  async function listening(server: Server): Promise<number> {
    answerProtocolErrors(server, [['Referrer-Policy', 'no-referrer']], () => {})
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    return (server.address() as AddressInfo).port
  }

  test('a page and then rubbish, on one connection: both', async () => {
    const expected = await headersOf(site.origin)
    const text = await talk(
      Number(new URL(site.origin).port),
      'GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n',
      'rubbish\r\n\r\n',
    )
    const answers = answersIn(text)
    expect(answers.map(({ status }) => status)).toEqual([200, 400])
    for (const { headers } of answers) expect(amissIn(headers, expected)).toEqual([])
  })

  test('headers that come too slowly', async () => {
    const slow = createServer(
      { headersTimeout: 50, requestTimeout: 50, connectionsCheckingInterval: 20 },
      () => {},
    )
    const [answer] = answersIn(await talk(await listening(slow), 'GET /en HTTP/1.1\r\nHost:'))
    expect([
      answer?.status,
      answer?.headers['referrer-policy'],
      answer?.headers['cache-control'],
    ]).toEqual([408, 'no-referrer', 'no-store'])
    slow.close()
  })

  test('a tunnel that the other end keeps open is closed, or it would keep the site from ending', async () => {
    const server = createServer(() => {})
    const socket = connect({
      port: await listening(server),
      host: '127.0.0.1',
      allowHalfOpen: true,
    })
    socket.write('CONNECT elsewhere.example:443 HTTP/1.1\r\nHost: x\r\n\r\n')
    await once(socket, 'data')
    const closed = once(server, 'close')
    server.close()
    await closed
    socket.destroy()
  })

  test('an answer that is on its way is cut off, and no second one put into it', async () => {
    const unfinished = createServer((_, response) => {
      response.writeHead(200, { 'Content-Length': '1000' }).write('begun')
    })
    const text = await talk(
      await listening(unfinished),
      'GET / HTTP/1.1\r\nHost: x\r\n\r\n',
      'rubbish\r\n\r\n',
    )
    expect(text).toMatch(/begun$/)
    unfinished.close()
  })
})

test('the data of a page, and the list of routes, are given to nobody without the page', async () => {
  for (const path of [
    '/en/account.data',
    '/en.data',
    '/_root.data',
    '/en/courses/run-a-party/the-branch.data?_routes=root',
    '/__manifest?p=/en',
    '/en?_data=root',
    '/en?%5Fdata=root',
    '/en?x=1&%5f%64ata',
    '/en.dat%61',
    '//en/../__manifest',
    '/en/%2e%2e/__manifest?p=/en',
  ])
    expect([path, (await fetch(site.origin + path)).status]).toEqual([path, 400])
})
