import type { IncomingMessage } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { type RequestHandler, type Response, Router } from 'express'
import { askDatabase, migrationFault } from '../platform/database-check.server.ts'
import { writeFault } from '../platform/write-probe.server.ts'
import type { ServedCourses } from './served-courses.server.ts'

/** What the checks of health ask of the site. */
type Checked = Pick<ServedCourses, 'versionOfAll' | 'areBroken'>

const brokenCourses = 'the courses are broken; the last good ones are served'
const silentDatabase = 'the database does not answer'

/** How long a balancer waits for an answer, in milliseconds. */
const maxWait = 3000

/** Sends a line of text that nobody keeps. */
export function answer(response: Response, status: number, text: string): void {
  response.status(status).set('Cache-Control', 'no-store').type('text/plain').send(text)
}

/** Whether a request asks how the site is, and is to be answered whatever else is slow. */
export function isHealthCheck({ url }: IncomingMessage): boolean {
  return /^\/(healthz|livez|readyz)$/.test(url ?? '')
}

/**
 * Whether the site can be read and written to, and whether its courses are whole; the reason in one
 * line where not.
 */
function health({ versionOfAll, areBroken }: Checked): RequestHandler {
  return async (_, response) => {
    try {
      const engine = await askDatabase()
      const fault = await writeFault()
      if (fault) return answer(response, 503, `nothing can be stored: ${fault}`)
      if (areBroken()) return answer(response, 503, brokenCourses)
      answer(response, 200, `ok ${versionOfAll()} ${engine}`)
    } catch {
      answer(response, 503, silentDatabase)
    }
  }
}

/** What the database says against sending people here. */
async function databaseFaults(): Promise<string[]> {
  const others = await migrationFault()
  const fault = await writeFault()
  return [
    ...(others ? [`the database is another version’s: ${others}`] : []),
    ...(fault ? [`nothing can be stored: ${fault}`] : []),
  ]
}

/** All that speaks against sending people here, a line each; within a balancer's patience. */
async function readinessFaults(areBroken: () => boolean): Promise<string[]> {
  const asked = databaseFaults().catch(() => [silentDatabase])
  const late = pause(maxWait, ['the database does not answer in time'], { ref: false })
  return [...(await Promise.race([asked, late])), ...(areBroken() ? [brokenCourses] : [])]
}

/**
 * Answers how the site is (docs/decisions/087): `/livez` whether this process answers at all,
 * `/readyz` whether a balancer should send people here, `/healthz` whether all is well, in one line.
 * None says anything of anyone.
 */
export function healthChecks(checked: Checked): Router {
  const router = Router()
  router.get('/livez', (_, response) => answer(response, 200, 'alive'))
  router.get('/readyz', async (_, response) => {
    const faults = await readinessFaults(checked.areBroken)
    if (faults.length > 0) return answer(response, 503, faults.join('\n'))
    answer(response, 200, `ready ${checked.versionOfAll()}`)
  })
  router.get('/healthz', health(checked))
  return router
}
