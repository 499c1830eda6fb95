import { foldWord, placedWords, stemOf } from '../../i18n/search-words.ts'
import type { Place } from './place.ts'

/** A text in pieces; those that were found are marked. */
export type Excerpt = { at: number; text: string; isFound: boolean }[]

const long = 320
const short = 80

/** The whole sentences of a text, each without the space around it. */
function sentencesOf(passages: readonly string[], lang: string): string[] {
  const segmenter = new Intl.Segmenter(lang, { granularity: 'sentence' })
  return passages.flatMap((passage) =>
    [...segmenter.segment(passage)].map(({ segment }) => segment.trim()).filter(Boolean),
  )
}

/** The letters of a sentence that a page has room for, cut between words. */
function shorten(sentence: string): string {
  if (sentence.length <= long) return sentence
  const cut = sentence.slice(0, long)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), short))} …`
}

/**
 * The whole sentence of a place that has most of what was searched for, and the next one where it
 * is short. The words found are marked. `found` has their stems, each with its weight.
 */
export function excerptOf(
  { passages }: Pick<Place, 'passages'>,
  found: ReadonlyMap<string, number>,
  lang: string,
): Excerpt {
  const wordsIn = (text: string) =>
    placedWords(text).map((placed) => ({ ...placed, stem: stemOf(placed.word, lang) }))
  const sentences = sentencesOf(passages, lang)
  let best = 0
  let bestWeight = -1
  for (const [i, sentence] of sentences.entries()) {
    const stems = new Set(wordsIn(sentence).map(({ stem }) => stem))
    const weight = [...stems].reduce((sum, stem) => sum + (found.get(stem) ?? 0), 0)
    if (weight > bestWeight) [best, bestWeight] = [i, weight]
  }
  const first = shorten(sentences[best] ?? '')
  const next = sentences[best + 1] ?? ''
  const text =
    first.length < short && next && first.length + next.length < long ? `${first} ${next}` : first
  const pieces: Excerpt = []
  let at = 0
  for (const { word, index, stem } of wordsIn(text)) {
    if (!found.has(stem) && !found.has(foldWord(word))) continue
    if (index > at) pieces.push({ at, text: text.slice(at, index), isFound: false })
    pieces.push({ at: index, text: word, isFound: true })
    at = index + word.length
  }
  if (at < text.length) pieces.push({ at, text: text.slice(at), isFound: false })
  return pieces
}
