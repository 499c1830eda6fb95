const names = new Map<string, Intl.DisplayNames>()

/** A country's name in a language: "Sydafrika" for ZA in Swedish. The code itself where the language lacks a name. */
export function countryName(code: string, lang: string): string {
  let own = names.get(lang)
  if (!own) names.set(lang, (own = new Intl.DisplayNames([lang, 'en'], { type: 'region', fallback: 'code' })))
  return own.of(code) ?? code
}

/** Whether a code is an ISO 3166-1 country that has a name. */
export function isCountry(code: string): boolean {
  return /^[A-Z]{2}$/.test(code) && countryName(code, 'en') !== code && !['ZZ', 'EU', 'UN', 'EZ', 'QO'].includes(code)
}
