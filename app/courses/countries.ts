const names = new Map<string, Intl.DisplayNames>()

/** A country's name in a language: "Sydafrika" for ZA in Swedish. The code itself where the language lacks a name. */
export function countryName(code: string, lang: string): string {
  const own = names.get(lang) ?? new Intl.DisplayNames([lang, 'en'], { type: 'region', fallback: 'code' })
  names.set(lang, own)
  return own.of(code) ?? code
}

/** Whether a code is an ISO 3166-1 country that has a name. */
export function isCountry(code: string): boolean {
  if (!/^[A-Z]{2}$/.test(code) || ['ZZ', 'EU', 'UN', 'EZ', 'QO', 'XA', 'XB'].includes(code)) return false
  // A code that is out of use, such as BU, or never was one, such as UK, stands for another.
  return new Intl.Locale(`und-${code}`).region === code && countryName(code, 'en') !== code
}
