import { findLanguage } from './languages.ts'

const locales = new Map<string, string>()

function findLocale(tag: string): string {
  // English has the day first, as most of its readers here are used to.
  if (tag.split('-')[0] === 'en') return 'en-GB'
  const { script } = findLanguage(tag) ?? {}
  // The course writes its numbers and years one way in every language (docs/decisions/007).
  return new Intl.Locale(tag, {
    ...(script && { script }),
    numberingSystem: 'latn',
    calendar: 'gregory',
  })
    .minimize()
    .toString()
}

/**
 * The locale of a language, for `Intl`: with the script that the site writes it in, so that dates
 * and names of countries are not Cyrillic among Latin letters, and with the digits 0 to 9.
 */
export function localeOf(tag: string): string {
  let locale = locales.get(tag)
  if (!locale) {
    locale = findLocale(tag)
    locales.set(tag, locale)
  }
  return locale
}

/**
 * How a page says which language it is in: the tag, and the script where it is not the one that the
 * language is usually written in ("sr-Latn"), since a voice reads the two differently.
 */
export function langAttribute(tag: string): string {
  const { script } = findLanguage(tag) ?? {}
  return script && script !== new Intl.Locale(tag).maximize().script ? `${tag}-${script}` : tag
}

const languageNames = new Map<string, Intl.DisplayNames>()

/** What a language is called in another: "Swedish", "svenska". Its tag where it has no name. */
export function languageName(tag: string, inLanguage: string): string {
  const names =
    languageNames.get(inLanguage) ??
    new Intl.DisplayNames([localeOf(inLanguage), 'en'], { type: 'language' })
  languageNames.set(inLanguage, names)
  return names.of(tag) ?? tag
}
