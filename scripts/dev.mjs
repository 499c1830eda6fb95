import { createServer } from 'node:http'
import { exitWithFault } from './faults.mjs'
import { generate, install, migrate } from './prepare.mjs'

// `npm run dev`: the site from its sources. An edit of a page, a style or a course shows in the
// browser by itself.
process.env.NODE_ENV = 'development'
install()
generate()
// Vite prints the stack of what a module throws; a bad setting is told before it loads one.
const { tsImport } = await import('tsx/esm/api')
await tsImport('../app/platform/environment.server.ts', import.meta.url).catch(exitWithFault)
const { createServer: createVite } = await import('vite')

const http = createServer(answer)
// Vite speaks with the browser through the same server, so that the security policy need not be
// loosened.
const vite = await createVite({ server: { middlewareMode: true, hmr: { server: http } } })
const { environment } = await vite.ssrLoadModule('/app/platform/environment.server.ts')
const { prepareFiles } = await vite.ssrLoadModule('/app/platform/private-files.server.ts')
try {
  for (const warning of prepareFiles()) console.warn(warning)
} catch (error) {
  exitWithFault(error)
}
await migrate(environment.DATABASE_URL)
const reload = () => vite.ws.send({ type: 'full-reload' })
const scripts = [{ address: '/@vite/client' }, { address: '/app/entry.client.ts' }]
const assets = {
  style: { address: '/app/ui/styles/index.css?direct' },
  chapterStyle: { address: '/app/ui/styles/chapter-page.css?direct' },
  comfortStyle: { address: '/app/ui/styles/comfort.css?direct' },
  scripts,
  chapterScripts: scripts,
  takeScripts: [scripts[0], { address: '/app/packages/device/take-page.ts' }],
}
let current = null

/** The site as its sources are now; made again when any of them has changed. */
async function site() {
  const build = await vite.ssrLoadModule('virtual:remix/server-build')
  if (current?.build !== build) {
    await current?.server.close()
    current = {
      build,
      server: await build.entry.module.createServer(build, {
        files: vite.middlewares,
        assets,
        reload,
      }),
    }
  }
  return current.server
}

async function answer(request, response) {
  try {
    const server = await site()
    await server.handle(request, response)
  } catch (error) {
    vite.ssrFixStacktrace(error)
    console.error(error)
    response.writeHead(500, { 'Content-Type': 'text/plain' }).end(error.stack)
  }
}

vite.watcher.on('change', (file) => /\/app\/|\/public\//.test(file) && reload())
await site().catch(exitWithFault)

http
  .once('error', exitWithFault)
  .listen(environment.PORT, environment.HOST, () =>
    console.log(`Ready on http://localhost:${http.address().port}`),
  )
