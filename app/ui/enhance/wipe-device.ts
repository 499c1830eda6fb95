import { deleteStores } from './delete-store.ts'

/**
 * Deletes at once what a script can delete of this site, also without a connection, and only then
 * asks the server for the rest: the cookie, which no script sees, and the browser's cache (SAFETY
 * P7).
 */
export function wipeDevice() {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-wipe]'))
    form.addEventListener('submit', async (event) => {
      event.preventDefault()
      await Promise.all(
        [storage(), databases(), deleteStores(), workers()].map((part) => part.catch(() => {})),
      )
      try {
        const response = await fetch(form.action, { method: 'POST', body: new URLSearchParams() })
        if (!response.ok) throw new Error(String(response.status))
        location.replace(response.url)
      } catch {
        say(form, form.dataset.wipe ?? '')
      }
    })
}

async function storage() {
  localStorage.clear()
  sessionStorage.clear()
}

async function databases() {
  const all = await indexedDB.databases()
  await Promise.all(all.map(({ name }) => name && deleted(indexedDB.deleteDatabase(name))))
}

/** Another tab that holds a database open may delay its end, but not this page. */
function deleted(request: IDBOpenDBRequest) {
  return new Promise((resolve) => {
    request.onsuccess = request.onerror = request.onblocked = resolve
  })
}

/** Ends every worker that this site has in the browser. */
export async function workers() {
  await Promise.all(
    (await navigator.serviceWorker.getRegistrations()).map((worker) => worker.unregister()),
  )
}

function say(form: HTMLFormElement, text: string) {
  form.querySelector('[role=alert]')?.remove()
  const note = document.createElement('p')
  note.setAttribute('role', 'alert')
  note.textContent = text
  form.append(note)
}
