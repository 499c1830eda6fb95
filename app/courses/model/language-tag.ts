const tagForm = /^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|\d{3}))?(-([a-z\d]{5,8}|\d[a-z\d]{3}))*$/

function canonical(tag: string): string | null {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null
  } catch {
    return null
  }
}

/**
 * Whether a language tag is valid and written as BCP 47 recommends: sv, pt-BR, es-419, sr-Latn,
 * zh-Hant-TW.
 */
export function isLanguageTag(tag: string): boolean {
  return tagForm.test(tag) && canonical(tag) === tag
}

/**
 * The language tag that a file's author probably meant by "SV", "pt_BR" or "sv ". Null where none
 * is near.
 */
export function nearLanguageTag(written: string): string | null {
  const tag = canonical(written.replace(/\s/g, '').replaceAll('_', '-').toLowerCase())
  return tag && isLanguageTag(tag) ? tag : null
}
