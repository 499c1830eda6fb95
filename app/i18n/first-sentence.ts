const segmenters = new Map<string, Intl.Segmenter>()

/** The first sentence of a text, by the rules of its language. */
export function firstSentence(text: string, lang: string): string {
  const segmenter = segmenters.get(lang) ?? new Intl.Segmenter(lang, { granularity: 'sentence' })
  segmenters.set(lang, segmenter)
  return [...segmenter.segment(text)][0]?.segment.trim() ?? text
}
