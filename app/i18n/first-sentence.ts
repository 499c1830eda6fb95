const segmenters = new Map<string, Intl.Segmenter>()

/** The sign that parts a Burmese sentence as a comma does, and ends one by the rules of Unicode. */
const burmeseComma = '၊'

/** The first sentence of a text, by the rules of its language. */
export function firstSentence(text: string, lang: string): string {
  const segmenter = segmenters.get(lang) ?? new Intl.Segmenter(lang, { granularity: 'sentence' })
  segmenters.set(lang, segmenter)
  let sentence = ''
  for (const { segment } of segmenter.segment(text)) {
    sentence += segment
    if (!sentence.trimEnd().endsWith(burmeseComma)) break
  }
  return sentence.trim()
}
