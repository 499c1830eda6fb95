import { gunzipSync } from 'fflate'
import { type BookData, dataId } from './book-data.ts'
import { filterCountries } from './filter-countries.ts'
import { textFinder } from './find-text.ts'
import { searchBook } from './search-book.ts'
import { runSelfCheck } from './self-check.tsx'

// The one script of a package, which works without it too: as a text with a key at its end.
const packed = atob((document.getElementById(dataId)?.textContent ?? '').trim())
const bytes = gunzipSync(Uint8Array.from(packed, (byte) => byte.charCodeAt(0)))
const data: BookData = JSON.parse(new TextDecoder().decode(bytes))
const { lang, quizzes, countries } = data
const find = textFinder(data)

// A book has two hundred questions, and an old phone takes its time: each chapter's are made ready
// when the reader comes near.
const near = new IntersectionObserver(
  (entries) => {
    for (const { isIntersecting, target } of entries) {
      const quiz = quizzes.find(({ chapter }) => chapter === (target as HTMLElement).dataset.quiz)
      if (!isIntersecting || !quiz) continue
      near.unobserve(target)
      runSelfCheck(target as HTMLElement, quiz, { find, lang })
    }
  },
  { rootMargin: '1500px' },
)
for (const section of document.querySelectorAll('[data-quiz]')) near.observe(section)
const form = document.querySelector<HTMLFormElement>('form[data-search]')
if (form) searchBook(form, find)
const select = document.querySelector<HTMLSelectElement>('select[data-countries]')
if (select) filterCountries(select, countries)
for (const bar of document.querySelectorAll<HTMLElement>('.tool-bar')) bar.hidden = false
document.documentElement.classList.add('is-scripted')
