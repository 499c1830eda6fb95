import { deleteStores } from '../../ui/enhance/delete-store.ts'
import { composePage } from './kept-pages.ts'
import { findPage } from './kept-store.ts'

// What a browser runs for those who turned on "Keep on this device", and for nobody else. It
// answers only where the site cannot be reached, keeps nothing itself, and asks for nothing that
// the reader did not ask for.

/** Where Leave goes, by language: the server writes it in front of this script. */
declare const leaveTo: Record<string, string>

interface FetchEvent extends Event {
  request: Request
  respondWith(response: Promise<Response>): void
  waitUntil(work: Promise<unknown>): void
}
interface WorkerScope {
  registration: { unregister(): Promise<boolean> }
  skipWaiting(): Promise<void>
}
const worker = self as unknown as WorkerScope

/** How long Leave waits for the site before it goes on by itself. */
const maxLeaving = 3000

/** Deletes all that is kept, and this worker with it. */
async function forget() {
  await Promise.all([deleteStores(), worker.registration.unregister()])
}

/** Leave ends the session where the site can be reached, and shows no page of it where not. */
async function leave(request: Request, language: string): Promise<Response> {
  const to = leaveTo[language] ?? Object.values(leaveTo)[0] ?? 'about:blank'
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(reject, maxLeaving)
  })
  return Promise.race([fetch(request), late])
    .catch(() => Response.redirect(to, 303))
    .finally(() => clearTimeout(timer))
}

async function showKept(path: string, fault: unknown): Promise<Response> {
  const found = await findPage(caches, decodeURI(path))
  if (!found) throw fault
  return composePage(found.html, found.frame, found.day)
}

addEventListener('install', () => void worker.skipWaiting())
addEventListener('fetch', (fetched) => {
  const event = fetched as FetchEvent
  const { method, mode, url } = event.request
  const { pathname, searchParams } = new URL(url)
  if (method === 'POST' && /\/(sign-out|wipe)\/?$/.test(pathname)) event.waitUntil(forget())
  if (method !== 'GET' || mode !== 'navigate') return
  if (/^\/+leave\/?$/.test(pathname)) {
    event.waitUntil(forget())
    event.respondWith(leave(event.request, searchParams.get('in') ?? ''))
  } else event.respondWith(fetch(event.request).catch((fault) => showKept(pathname, fault)))
})
