import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { fileURLToPath } from 'node:url'

const folder = '.cache/bench/bare'
const ownHeaders = new Set(['date', 'connection', 'keep-alive', 'transfer-encoding'])

/** The script to start the bare server with. */
export const bareServer = fileURLToPath(import.meta.url)

/**
 * Gives the bare server its pages: what Node itself adds to each answer is left out.
 * @param {{ path: string, headers: [string, string][], body: Buffer }[]} pages
 */
export function storeBarePages(pages) {
  mkdirSync(folder, { recursive: true })
  const listed = pages.map(({ path, headers, body }, i) => {
    writeFileSync(`${folder}/${i}`, body)
    return { path, headers: headers.filter(([name]) => !ownHeaders.has(name.toLowerCase())) }
  })
  writeFileSync(`${folder}/pages.json`, JSON.stringify(listed))
}

// Run directly, it serves those pages from memory: the least that Node can do for the same bytes.
if (process.argv[1] === bareServer) {
  /** @type {{ path: string, headers: [string, string][] }[]} */
  const listed = JSON.parse(readFileSync(`${folder}/pages.json`, 'utf8'))
  const pages = new Map(
    listed.map(({ path, headers }, i) => [
      path,
      { headers: headers.flat(), body: readFileSync(`${folder}/${i}`) },
    ]),
  )
  const server = createServer((incoming, response) => {
    const page = pages.get(incoming.url ?? '')
    if (page) response.writeHead(200, page.headers).end(page.body)
    else response.writeHead(404).end()
  })
  server.listen(0, '127.0.0.1', () => {
    const address = server.address()
    console.log(`Ready on http://127.0.0.1:${typeof address === 'object' && address?.port}`)
  })
}
