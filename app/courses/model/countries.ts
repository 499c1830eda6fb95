import { localeOf } from '../../i18n/locale.ts'

const names = new Map<string, Intl.DisplayNames>()

/**
 * A country's name in a language: "Sydafrika" for ZA in Swedish. The code itself where the language
 * lacks a name.
 */
export function countryName(code: string, lang: string): string {
  const own =
    names.get(lang) ??
    new Intl.DisplayNames([localeOf(lang), 'en'], { type: 'region', fallback: 'code' })
  names.set(lang, own)
  return own.of(code) ?? code
}

/** Whether a code is an ISO 3166-1 country that has a name. */
export function isCountry(code: string): boolean {
  if (!/^[A-Z]{2}$/.test(code) || ['ZZ', 'EU', 'UN', 'EZ', 'QO', 'XA', 'XB'].includes(code))
    return false
  // A code that is out of use, such as BU, or never was one, such as UK, stands for another.
  return new Intl.Locale(`und-${code}`).region === code && countryName(code, 'en') !== code
}

// Codes that ISO 3166 reserves for parts of countries.
const reserved = new Set(['AC', 'CP', 'CQ', 'DG', 'EA', 'IC', 'TA'])
const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
/** Every country's code. */
export const countryCodes: readonly string[] = letters
  .flatMap((a) => letters.map((b) => a + b))
  .filter((code) => isCountry(code) && !reserved.has(code))
const lists = new Map<string, { code: string; name: string }[]>()

/** Every country with its name in a language, in that language's order. */
export function countriesByName(lang: string): readonly { code: string; name: string }[] {
  const known = lists.get(lang)
  if (known) return known
  const list = countryCodes
    .map((code) => ({ code, name: countryName(code, lang) }))
    .sort((a, b) => a.name.localeCompare(b.name, localeOf(lang)))
  lists.set(lang, list)
  return list
}

/**
 * What an address of a course carries along: the country whose comments a reader has chosen, and
 * that pictures are left out. One choice is always written in one way.
 */
export function carriedQuery(country: string | null | undefined, hasPictures = true): string {
  const carried = [country && `country=${country}`, !hasPictures && 'pictures=no'].filter(Boolean)
  return carried.length > 0 ? `?${carried.join('&')}` : ''
}
