import { stopMaking } from '../packages/package-files.server.ts'
import { collectGarbage } from '../platform/collect-garbage.server.ts'
import { environment } from '../platform/environment.server.ts'
import { keepHeapSmall } from '../platform/small-heap.server.ts'
import { Primary } from '../platform/workers/primary.server.ts'

/**
 * Serves the site with several workers behind one port (docs/decisions/094), and ends or restarts
 * them at signals. Resolves to the port when all of them answer.
 */
export async function serveWithWorkers(script: string): Promise<number> {
  keepHeapSmall()
  const primary = new Primary({ count: environment.PROCESSES, script, close: stopMaking })
  const end = () => void primary.end()
  process.on('SIGTERM', end)
  process.on('SIGINT', end)
  let isUp = false
  // Before all answer there is nothing to start again.
  process.on('SIGHUP', () => {
    if (isUp) void primary.roll()
  })
  const port = await primary.start()
  isUp = true
  collectGarbage()
  return port
}
