import unhomoglyph from 'unhomoglyph'
import { normalizeUnicode } from '../platform/normalize-unicode.ts'

const ignorable = /\p{Default_Ignorable_Code_Point}/gu

/**
 * The skeleton of Unicode UTS #39, section 4: texts that look the same, capital for capital, have
 * the same.
 */
function skeleton(text: string): string {
  const visible = normalizeUnicode(text, 'NFD').replace(ignorable, '')
  return normalizeUnicode(unhomoglyph(visible), 'NFD')
}

/**
 * The skeletons of a name: as it is written, without capitals, and in capitals alone. One form is
 * too few: Cyrillic "н" looks like no Latin letter, but "Н" does; and a capital I looks like a
 * small l. Two names that can be taken for each other share one; "Lisa" and "Ilsa" share none.
 */
export function nameSkeletons(name: string): string[] {
  const text = normalizeUnicode(name, 'NFKC')
    .replace(/[\t\p{Zs}]+/gu, ' ')
    .trim()
  const forms = [
    skeleton(text.toUpperCase().toLowerCase()),
    skeleton(skeleton(text).toLowerCase()),
    skeleton(text.toUpperCase()),
  ]
  return [...new Set(forms)]
}

/** Whether two names can be taken for each other. */
export function looksLike(one: string, other: string): boolean {
  const skeletons = nameSkeletons(one)
  return nameSkeletons(other).some((form) => skeletons.includes(form))
}
