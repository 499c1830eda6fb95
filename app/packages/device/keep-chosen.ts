import { cachedFiles, workers } from '../../ui/enhance/wipe-device.ts'
import { type KeptBook, keepBook, keptBooks, measureStore } from './kept-store.ts'

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

async function lineFor(path: string, { store, day, edition }: KeptBook): Promise<string> {
  const { files, bytes } = await measureStore(caches, store)
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
  const lines = await Promise.all([...books].map(([path, book]) => lineFor(path, book)))
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

/** Fetches a language as a guest gets it, without a cookie, and keeps it whole or not at all. */
async function keep(file: string, path: string, chapters: ReadonlySet<string>) {
  const response = await fetch(file, { credentials: 'omit', cache: 'no-store', redirect: 'error' })
  if (!response.ok) throw new Error(String(response.status))
  const book = await response.json()
  const id = [...crypto.getRandomValues(new Uint8Array(4))]
    .map((byte) => byte.toString(16))
    .join('')
  return keepBook(caches, { path, book, chapters }, { id, day: today() })
}

async function keepChosen(form: HTMLFormElement, worker: string) {
  const ticked = [...form.querySelectorAll<HTMLInputElement>('input:checked')]
  const chapters = new Set(ticked.map(({ dataset }) => dataset.chapter ?? ''))
  const files = ticked.filter(({ dataset }) => dataset.file)
  if (files.length === 0) return tell('none')
  tell('keeping')
  try {
    for (const { dataset, value } of files) {
      const outcome = await keep(dataset.file ?? '', value, chapters)
      if (outcome !== 'kept') return tell(outcome)
    }
    tell('kept')
  } catch {
    tell('interrupted')
  } finally {
    // Nobody has a worker who has nothing kept, and nothing is kept that no worker shows.
    const { size } = await keptBooks(caches)
    if (size > 0)
      await navigator.serviceWorker.register(worker, { updateViaCache: 'none' }).catch(async () => {
        await cachedFiles()
        tell('interrupted')
      })
    await list()
  }
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
    await Promise.all([cachedFiles(), workers()])
    await list()
    tell('removed')
  })
  void list().then(
    () => {
      for (const one of here.querySelectorAll<HTMLElement>('[data-can], [data-say=cannot]'))
        one.hidden = one.dataset.say === 'cannot'
    },
    // A browser that has the store but does not open it: a private window.
    () => {},
  )
}
