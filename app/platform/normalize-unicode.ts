// U+FF9E and U+FF9F are letters that become marks.
const piledMarks = /([\p{M}\uff9e\uff9f]{30})[\p{M}\uff9e\uff9f]+/gu

/**
 * A text in one of Unicode's normal forms, in time that grows with its length alone. `normalize`
 * sorts the marks on a letter by comparing each with those before it: the marks of one form of 64 KB
 * would take seconds. So a letter keeps thirty (Unicode UAX #15, Stream-Safe Text Format); no
 * language writes more.
 */
export function normalizeUnicode(text: string, form: 'NFC' | 'NFD' | 'NFKC' | 'NFKD'): string {
  return text.replace(piledMarks, '$1').normalize(form)
}
