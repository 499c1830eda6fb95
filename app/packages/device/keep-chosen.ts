import { deleteStores } from '../../ui/enhance/delete-store.ts'
import { leaving } from '../../ui/enhance/leave-at-once.ts'
import { workers } from '../../ui/enhance/wipe-device.ts'
import type { KeptPages } from './kept-pages.ts'
import { type KeptBook, keepBooks, keptBooks, removeUnused } from './kept-store.ts'

const section = () => document.querySelector<HTMLElement>('[data-device]')

/** Shows one of the sentences on what was done, or none. */
function tell(what: string) {
  for (const one of document.querySelectorAll<HTMLElement>('[data-told]'))
    one.hidden = one.dataset.told !== what
}

/** A day as this device has it, "2026-12-01". */
function today(): string {
  const now = new Date()
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-')
}

function lineFor(path: string, { store, day, edition, files, bytes }: KeptBook): string {
  // With the digits and the order of a date that the site's pages have.
  const locale = section()?.dataset.locale
  const name = document.querySelector(`[data-keep] [value="${path}"] + span`)?.textContent
  const values: Record<string, string> = {
    language: (name ?? path.split('/')[1] ?? '').replace(/ \(.*/, ''),
    day: new Date(`${day}T12:00`).toLocaleDateString(locale, {
      day: 'numeric',
      month: 'long',
      year: 'numeric',
    }),
    files: String(files),
    size: (bytes / 1_000_000).toLocaleString(locale, {
      style: 'unit',
      unit: 'megabyte',
      maximumFractionDigits: 1,
    }),
    name: store,
  }
  const list = section()?.querySelector<HTMLElement>('[data-list]')
  const line = (list?.dataset.list ?? '').replace(/\[(\w+)\]/g, (_, one) => values[one] ?? '')
  return edition === section()?.dataset.edition ? line : `${line} ${list?.dataset.old ?? ''}`
}

/** Lists what is on the device now: each store with its files and bytes. */
async function list() {
  const books = await keptBooks(caches)
  const lines = [...books].map(([path, book]) => lineFor(path, book))
  const items = lines.map((line) => {
    const item = document.createElement('li')
    item.textContent = line
    return item
  })
  section()
    ?.querySelector('[data-list]')
    ?.replaceChildren(...items)
  for (const one of document.querySelectorAll<HTMLElement>('[data-say=nothing]'))
    one.hidden = books.size > 0
  for (const one of document.querySelectorAll<HTMLElement>('[data-forget]'))
    one.hidden = books.size === 0
}

/** Fetches a language as a guest gets it: without a cookie, and past the browser's own cache. */
async function fetchBook(file: string, signal: AbortSignal): Promise<KeptPages> {
  const response = await fetch(file, {
    credentials: 'omit',
    cache: 'no-store',
    redirect: 'error',
    signal,
  })
  if (!response.ok) throw new Error(String(response.status))
  return response.json()
}

const randomId = () =>
  [...crypto.getRandomValues(new Uint8Array(4))].map((byte) => byte.toString(16)).join('')

/** One tab at a time changes what is kept; where a browser knows no locks, each for itself. */
async function alone<T>(work: () => Promise<T>): Promise<T> {
  return navigator.locks ? await navigator.locks.request('pages', work) : work()
}

async function keepChosen(form: HTMLFormElement, worker: string) {
  const ticked = [...form.querySelectorAll<HTMLInputElement>('input:checked')]
  const chapters = new Set(ticked.map(({ dataset }) => dataset.chapter ?? ''))
  // Who leaves, or goes to another page, wants nothing more to be kept.
  const gone = new AbortController()
  for (const event of [leaving, 'pagehide']) addEventListener(event, () => gone.abort())
  const { signal } = gone
  const books = ticked.flatMap(({ dataset: { file }, value }) =>
    file ? { path: value, id: randomId(), fetchBook: () => fetchBook(file, signal) } : [],
  )
  if (books.length === 0) return tell('none')
  tell('keeping')
  try {
    tell(await alone(() => keepBooks(caches, books, { chapters, day: today(), signal })))
  } catch {
    tell('interrupted')
  } finally {
    // Nobody has a worker who has nothing kept, and nothing is kept that no worker shows.
    const { size } = await keptBooks(caches)
    if (size > 0 && !signal.aborted)
      await navigator.serviceWorker.register(worker, { updateViaCache: 'none' }).catch(async () => {
        await deleteStores()
        tell('interrupted')
      })
    await list()
  }
}

/** What a keeping left behind that was cut off goes, unless another tab is keeping something now. */
async function tidyUp() {
  const work = () => removeUnused(caches)
  if (!navigator.locks) return work()
  await navigator.locks.request('pages', { ifAvailable: true }, async (lock) => {
    if (lock) await work()
  })
}

/** Lets the reader have this browser keep the course, see what is kept, and remove it. */
export function keepOnDevice() {
  const here = section()
  if (!here || !('serviceWorker' in navigator) || !('caches' in window)) return
  const form = here.querySelector<HTMLFormElement>('[data-keep]')
  const button = form?.querySelector('button')
  form?.addEventListener('submit', async (event) => {
    event.preventDefault()
    if (!button || button.disabled) return
    button.disabled = true
    await keepChosen(form, here.dataset.device ?? '')
    button.disabled = false
  })
  here.querySelector('[data-forget]')?.addEventListener('click', async () => {
    await Promise.all([deleteStores(), workers()])
    await list()
    tell('removed')
  })
  void tidyUp()
    .then(list)
    .then(
      () => {
        for (const one of here.querySelectorAll<HTMLElement>('[data-can], [data-say=cannot]'))
          one.hidden = one.dataset.say === 'cannot'
      },
      // A browser that has the store but does not open it: a private window.
      () => {},
    )
}
