import type { Language } from '../i18n/languages.ts'

/** A language that a page can be read in, and its address there. */
export interface Translation {
  language: Language
  address: string
}

/** Links to the same section in other languages: they keep the reader's place without script. */
export function TranslationAnchors({ id, translations }: { id: string; translations: Translation[] }) {
  return translations.map(({ language, address }) => (
    <a key={language.tag} href={`${address}#${id}`} hrefLang={language.tag} lang={language.tag}>
      {language.name}
    </a>
  ))
}

/** The same as a line of its own beside a heading; nothing where there is no other language. */
export function TranslationLinks({ id, translations }: { id: string; translations: Translation[] }) {
  if (translations.length === 0) return null
  return (
    <p className="section-tools ui">
      <TranslationAnchors id={id} translations={translations} />
    </p>
  )
}
