import { createServer } from 'node:http'
import { exitWithFault } from './faults.mjs'
import { refuseOtherMigrations } from './prepare.mjs'

/** A host as it is written in an address. */
function hostInAddress(host) {
  if (host === '127.0.0.1') return 'localhost'
  return host.includes(':') ? `[${host}]` : host
}

/** Has the built site answer at its port. Returns the server, and how to close the site. */
export async function listen(build) {
  const { environment } = build.entry.module
  const { handle, attend, close } = await build.entry.module.createServer(build)
  const server = createServer(
    { requestTimeout: 60_000, headersTimeout: 20_000, requireHostHeader: false },
    handle,
  )
  attend(server)
  await new Promise((resolve, reject) =>
    server.once('error', reject).listen(environment.PORT, environment.HOST, resolve),
  )
  return { server, close }
}

/**
 * Serves the built site until the process is told to end, then finishes what it is answering and
 * closes the database. With several processes (PROCESSES), this one starts the others.
 */
export async function serve() {
  const build = await import('../build/server/index.js')
  const { environment, log, serveWithWorkers } = build.entry.module
  const sayReady = (port) =>
    console.log(
      `Ready on ${environment.ORIGIN ?? `http://${hostInAddress(environment.HOST)}:${port}`}`,
    )
  if (environment.PROCESSES > 1) return sayReady(await serveWithWorkers('scripts/worker.mjs'))

  const { server, close } = await listen(build)
  sayReady(server.address().port)

  let isEnding = false
  async function end() {
    if (isEnding) return
    isEnding = true
    log.info('closing')
    setTimeout(() => server.closeAllConnections(), 5000).unref()
    server.closeIdleConnections()
    await new Promise((resolve) => server.close(resolve))
    await close()
    process.exit(0)
  }
  process.on('SIGTERM', end)
  process.on('SIGINT', end)
}

async function serveAlone() {
  const { environment, prepareFiles, checkProofKey } = (await import('../build/server/index.js'))
    .entry.module
  for (const warning of prepareFiles()) console.warn(warning)
  checkProofKey()
  await refuseOtherMigrations(environment.DATABASE_URL)
  await serve()
}

// Run directly, it serves what has been built and migrated already.
if (process.argv[1]?.endsWith('serve.mjs')) {
  process.env.NODE_ENV ??= 'production'
  await serveAlone().catch(exitWithFault)
}
