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

/**
 * Offers to read a chapter aloud, from where it is in sight, with a voice that the device has
 * itself: never one that sends the text to somebody. Without such a voice nothing is offered.
 */
export function readAloud() {
  const place = document.querySelector<HTMLElement>('[data-read-aloud]')
  const button = place?.querySelector('button')
  const text = document.querySelector<HTMLElement>('.text')
  const speech = window.speechSynthesis
  if (!place || !button || !text || !speech) return
  const [begin, end] = [button.textContent, place.dataset.readAloud as string]
  const language = languageOf(text.closest<HTMLElement>('[lang]')?.lang ?? '')
  let left: Element[] = []
  const ownVoice = () =>
    speech
      .getVoices()
      .find(({ localService, lang }) => localService && languageOf(lang) === language)
  const offer = () => {
    place.hidden = !ownVoice()
  }
  const stop = () => {
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
    utterance.onend = next
    utterance.onerror = stop
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
  speech.addEventListener?.('voiceschanged', offer)
  offer()
}
