import { gunzipSync } from 'fflate'
import { type BookData, dataId } from './book-data.ts'
import { filterCountries } from './filter-countries.ts'
import { type FindText, textFinder } from './find-text.ts'
import { searchBook } from './search-book.ts'
import { type AnswerKeeper, runSelfCheck } from './self-check.tsx'

/** What a package brings along for its script, and the finder of its texts. */
export interface OpenedBook {
  data: BookData
  find: FindText
}

/** Reads what the page brings along. Throws where that is damaged. */
export function openBook(): OpenedBook {
  const packed = atob((document.getElementById(dataId)?.textContent ?? '').trim())
  const bytes = gunzipSync(Uint8Array.from(packed, (byte) => byte.charCodeAt(0)))
  const data: BookData = JSON.parse(new TextDecoder().decode(bytes))
  return { data, find: textFinder(data) }
}

/**
 * Lets the page's self-checks answer, its search find and its choice of a country choose. Answers
 * are nowhere but in the page, unless there is a keeper.
 */
export function startBook({ data, find }: OpenedBook, keeper?: AnswerKeeper) {
  const { lang, quizzes, countries, places } = data
  // A book has two hundred questions, and an old phone takes its time: each chapter's are made ready
  // when the reader comes near.
  const near = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        const quiz = quizzes.find(({ chapter }) => chapter === (target as HTMLElement).dataset.quiz)
        if (!isIntersecting || !quiz) continue
        near.unobserve(target)
        runSelfCheck(target as HTMLElement, quiz, { find, lang }, keeper)
      }
    },
    { rootMargin: '1500px' },
  )
  for (const section of document.querySelectorAll('[data-quiz]')) near.observe(section)
  const form = document.querySelector<HTMLFormElement>('form[data-search]')
  if (form) searchBook(form, find, places)
  const select = document.querySelector<HTMLSelectElement>('select[data-countries]')
  if (select) filterCountries(select, countries)
  for (const bar of document.querySelectorAll<HTMLElement>('.tool-bar')) bar.hidden = false
  document.documentElement.classList.add('is-scripted')
}
