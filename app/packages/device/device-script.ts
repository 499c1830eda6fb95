import { leaveAtOnce } from '../../ui/enhance/leave-at-once.ts'
import { wipeDevice } from '../../ui/enhance/wipe-device.ts'
import { dataId } from '../script/book-data.ts'
import { openBook, startBook } from '../script/start-book.ts'
import { keptBooks, keptPaths, keptPlaces } from './kept-store.ts'

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
  const books = await keptBooks(caches)
  for (const item of document.querySelectorAll<HTMLElement>('[data-kept]'))
    item.hidden = !books.has(item.dataset.kept ?? '')
}

/** Says beside a link that its page is not on the device: of a chapter that was not chosen. */
function markMissing(paths: Set<string>, text: string) {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('main a[href^="/"]')) {
    if (paths.has(decodeURI(link.pathname))) continue
    const mark = document.createElement('span')
    mark.className = 'quiet'
    mark.textContent = ` (${text})`
    link.after(mark)
  }
}

/** What a page can do with what is kept beside it: mark its links, and search. */
async function connectKept() {
  const bar = document.querySelector<HTMLElement>('[data-book]')
  const book = bar?.dataset.book ?? ''
  if (document.getElementById(dataId)) {
    const opened = openBook()
    const isSearch = document.querySelector('form[data-search]') !== null
    const data = isSearch ? { ...opened.data, places: await keptPlaces(caches, book) } : opened.data
    startBook({ ...opened, data })
  }
  markMissing(await keptPaths(caches, book), bar?.dataset.notKept ?? '')
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
void connectKept()
findPlace()
addEventListener('hashchange', findPlace)
