import { environment } from '../platform/environment.server.ts'
import { httpError } from '../platform/http-errors.ts'
import { offeredLanguages } from './i18n.ts'
import { bestLanguage, findLanguage, type Language } from './languages.ts'

/** The languages of this site. */
export const siteLanguages = offeredLanguages(environment.PSEUDO_RTL)

/**
 * The language that an address names. Throws the "not found" page where the site has no such
 * language.
 */
export function requireLanguage(tag: string | undefined): Language {
  const language = findLanguage(tag, siteLanguages)
  if (!language) throw httpError(404)
  return language
}

/**
 * The language of an address, or the one that fits the reader's browser best where the address has
 * none.
 */
export function languageOf(address: string, acceptLanguage: string | undefined): Language {
  return (
    findLanguage(address.split(/[/?#]/)[1], siteLanguages) ??
    bestLanguage(acceptLanguage ?? null, siteLanguages)
  )
}
