/** A language that the interface is written in. */
export interface Language {
  /** As in an address and in `lang`. */
  tag: string
  /** Its name in itself. */
  name: string
  dir: 'ltr' | 'rtl'
  /** The script that it is written in here, by ISO 15924. */
  script: 'Latn' | 'Cyrl' | 'Arab' | 'Mymr'
}

/**
 * The languages of the interface, in the order in which they are offered. A language is its line here
 * and its folder in `texts` (docs/translating.md).
 */
export const languages: readonly Language[] = [
  { tag: 'en', name: 'English', dir: 'ltr', script: 'Latn' },
  { tag: 'sv', name: 'Svenska', dir: 'ltr', script: 'Latn' },
  { tag: 'ar', name: 'العربية', dir: 'rtl', script: 'Arab' },
  { tag: 'my', name: 'မြန်မာ', dir: 'ltr', script: 'Mymr' },
  { tag: 'sr', name: 'Srpski', dir: 'ltr', script: 'Latn' },
  { tag: 'ru', name: 'Русский', dir: 'ltr', script: 'Cyrl' },
  { tag: 'es', name: 'Español', dir: 'ltr', script: 'Latn' },
  { tag: 'fr', name: 'Français', dir: 'ltr', script: 'Latn' },
]

/**
 * English written from right to left: shows in tests whether the pages are ready for such a
 * language. Offered only where PSEUDO_RTL is true.
 */
export const pseudoRtl: Language = { tag: 'en-XB', name: 'ɥsᴉlƃuƎ', dir: 'rtl', script: 'Latn' }

/** The language that a tag names, or null. */
export function findLanguage(
  tag: string | undefined,
  offered: readonly Language[] = languages,
): Language | null {
  return offered.find((language) => language.tag === tag) ?? null
}

/**
 * The language that fits an Accept-Language header best; the first one offered where none does.
 * Never throws, whatever the header holds.
 */
export function bestLanguage(
  header: string | null,
  offered: readonly Language[] = languages,
): Language {
  const wishes = (header ?? '')
    .slice(0, 1000)
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';')
      const q = parameters.map((one) => /^\s*q=([\d.]+)\s*$/.exec(one)?.[1]).find(Boolean)
      return { tag: tag.trim(), weight: q === undefined ? 1 : Number(q) || 0 }
    })
    .filter(({ tag, weight }) => tag !== '' && weight > 0)
    .sort((a, b) => b.weight - a.weight)
  for (const { tag } of wishes) {
    const exact = offered.find((language) => language.tag.toLowerCase() === tag)
    const near =
      exact ??
      offered.find((language) => language.tag.toLowerCase().split('-')[0] === tag.split('-')[0])
    if (near) return near
  }
  return offered[0] as Language
}
