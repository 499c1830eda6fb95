import { leaving } from './leave-at-once.ts'

const languageOf = (tag: string) => tag.split(/[-_]/)[0]?.toLowerCase()
/** What is read out of a text: not its questions, tools and sources. */
const blocks = 'p, li, h2, h3, figcaption'
const notRead = 'form, .question, .section-tools, .sources, .countries, .explanation'

/** The words of a block as they are heard, without what only the screen needs. */
function wordsOf(block: Element): string {
  const heard = block.cloneNode(true) as Element
  for (const unheard of heard.querySelectorAll(`.unseen, ${notRead}`)) unheard.remove()
  return heard.textContent?.trim() ?? ''
}

// On Android a browser calls every voice the device's own, also one whose program asks a server.
const hasOwnVoices = () => !/Android/.test(navigator.userAgent)

/**
 * Offers to read a chapter aloud, from where it is in sight, with a voice that the device has
 * itself: never one that sends the text to somebody. Where there is none, or none can be told from
 * the others, nothing is offered.
 */
export function readAloud() {
  const place = document.querySelector<HTMLElement>('[data-read-aloud]')
  const button = place?.querySelector('button')
  const text = document.querySelector<HTMLElement>('.text')
  const speech = window.speechSynthesis
  if (!place || !button || !text || !speech || !hasOwnVoices()) return
  const [begin, end] = [button.textContent, place.dataset.readAloud as string]
  const language = languageOf(text.closest<HTMLElement>('[lang]')?.lang ?? '')
  let left: Element[] = []
  // Some browsers end what they speak where it is cancelled: that goes on to nothing.
  let turn = 0
  const ownVoice = () =>
    speech
      .getVoices()
      .find(({ localService, lang }) => localService && languageOf(lang) === language)
  const offer = () => {
    place.hidden = !ownVoice()
  }
  const stop = () => {
    turn += 1
    left = []
    speech.cancel()
    button.textContent = begin
  }
  const next = () => {
    const block = left.shift()
    const voice = ownVoice()
    if (!block || !voice) return stop()
    const utterance = new SpeechSynthesisUtterance(wordsOf(block))
    utterance.voice = voice
    utterance.lang = voice.lang
    const own = turn
    utterance.onend = () => {
      if (own === turn) next()
    }
    utterance.onerror = () => {
      if (own === turn) stop()
    }
    speech.speak(utterance)
  }
  button.addEventListener('click', () => {
    if (left.length > 0 || speech.speaking) return stop()
    left = [...text.querySelectorAll<HTMLElement>(blocks)].filter(
      (block) =>
        block.offsetParent &&
        !block.closest(notRead) &&
        !block.querySelector('p, ul, ol') &&
        block.getBoundingClientRect().bottom > 0,
    )
    button.textContent = end
    next()
  })
  addEventListener('pagehide', stop)
  addEventListener(leaving, stop)
  speech.addEventListener?.('voiceschanged', offer)
  offer()
}
