import type { RequestHandler } from 'express'
import { siteLanguages } from '../i18n/request-language.server.ts'
import script from '../packages/device/page-worker.ts?script'
import { leaveAddress } from '../safety/leave-address.server.ts'

const takePages = /^\/[\w-]+\/courses\/[\w-]+\/take\/?(\?|$)/

/** Whether an address is that of the one page that may give a browser a worker (decision 086). */
export const isTakePage = (address: string) => takePages.test(address)

const leaveTo = siteLanguages.map((language) => [language.tag, leaveAddress(language)])
const text = `const leaveTo=${JSON.stringify(Object.fromEntries(leaveTo))};\n${script}`

/** Sends the worker of those who keep the course: where Leave goes, and its script. */
export const sendWorker: RequestHandler = (_, response) => {
  response.set('Cache-Control', 'no-store').type('text/javascript').send(text)
}
