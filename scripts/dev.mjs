import { createServer } from 'node:http'
import { generate, install, migrate } from './prepare.mjs'

// `npm run dev`: the site from its sources. An edit of a page, a style or a course shows in the browser by itself.
process.env.NODE_ENV = 'development'
install()
generate()
await migrate(process.env.DATABASE_URL || 'file:./data/cirkel.db')
const { createServer: createVite } = await import('vite')
const vite = await createVite({ server: { middlewareMode: true } })
const assets = {
  style: { address: '/app/ui/styles/index.css?direct' },
  scripts: [{ address: '/@vite/client' }, { address: '/app/entry.client.ts' }],
}
const development = { files: vite.middlewares, assets, reload: () => vite.ws.send({ type: 'full-reload' }) }
let current = null

/** The site as its sources are now; made anew when any of them has changed. */
async function site() {
  const build = await vite.ssrLoadModule('virtual:remix/server-build')
  if (current?.build !== build) {
    await current?.server.close()
    const server = await build.entry.module.createServer(build, development)
    current = { build, server }
  }
  return current.server
}

vite.watcher.on('change', (file) => /\/app\/|\/public\//.test(file) && development.reload())
await site()
const port = Number(process.env.PORT || 3000)
createServer(async (request, response) => {
  try {
    const server = await site()
    server.handle(request, response)
  } catch (error) {
    vite.ssrFixStacktrace(error)
    console.error(error)
    response.writeHead(500, { 'Content-Type': 'text/plain' }).end(error.stack)
  }
}).listen(port, () => console.log(`Ready on http://localhost:${port}`))
