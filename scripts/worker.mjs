import { exitWithFault } from './faults.mjs'
import { listen } from './serve.mjs'

// One of several processes that answer requests (PROCESSES): started by the one that was told to
// serve, and never by hand.
try {
  const build = await import('../build/server/index.js')
  const { server, close } = await listen(build)
  await build.entry.module.serveForPrimary(server, close)
} catch (error) {
  exitWithFault(error)
}
