import { leaveAtOnce } from '../../ui/enhance/leave-at-once.ts'
import { wipeDevice } from '../../ui/enhance/wipe-device.ts'
import { dataId } from '../script/book-data.ts'
import { openBook, startBook } from '../script/start-book.ts'
import { indexName } from './kept-store.ts'

// The one script of a kept page: what a package's script does, and the ways to leave and to wipe.

/** What was wiped is not left on the screen either. */
function emptyWhenWiped() {
  for (const form of document.querySelectorAll('form[data-wipe]'))
    form.addEventListener('submit', () => {
      for (const part of document.querySelectorAll('main, .top-bar, .notice, footer')) part.remove()
      document.title = ''
    })
}

/** Shows the ways to other languages that are kept too. */
async function showLanguages() {
  const kept = await (await caches.open(indexName)).keys()
  const paths = kept.map(({ url }) => new URL(url).pathname)
  for (const item of document.querySelectorAll<HTMLElement>('[data-kept]'))
    item.hidden = !paths.includes(item.dataset.kept ?? '')
}

/** A place has the chapter's name in front of it here: the site's own addresses lead to it too. */
function findPlace() {
  const id = decodeURIComponent(location.hash.slice(1))
  if (!id || document.getElementById(id)) return
  const chapter = document.querySelector('.chapter')?.id
  document.getElementById(`${chapter}.${id}`)?.scrollIntoView()
}

leaveAtOnce()
wipeDevice()
emptyWhenWiped()
void showLanguages()
if (document.getElementById(dataId)) startBook(openBook())
findPlace()
addEventListener('hashchange', findPlace)
