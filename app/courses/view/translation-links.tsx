import type { ReactNode } from 'react'
import type { Language } from '../../i18n/languages.ts'
import { langAttribute } from '../../i18n/locale.ts'
import { useTexts } from '../../i18n/use-texts.ts'

/** A language that a page can be read in, and its address there. */
export interface Translation {
  language: Language
  address: string
}

interface LinkedSection {
  id: string
  /** The section's heading, so that each link has a name of its own. */
  title: ReactNode
  translations: Translation[]
  /** A form on the page that goes along, since it holds a guest’s answers. */
  form: string | null
}

/** Links to the same section in other languages: they keep the reader's place without script. */
export function TranslationAnchors({ id, title, translations, form }: LinkedSection) {
  const { i18n } = useTexts()
  const heading = (
    <span className="unseen" lang={i18n.language}>
      : {title}
    </span>
  )
  if (form)
    return translations.map(({ language, address }) => (
      <button
        key={language.tag}
        type="submit"
        form={form}
        formAction={`${address}#${id}`}
        className="link"
        lang={langAttribute(language.tag)}
      >
        {language.name}
        {heading}
      </button>
    ))
  return translations.map(({ language, address }) => (
    <a
      key={language.tag}
      href={`${address}#${id}`}
      hrefLang={langAttribute(language.tag)}
      lang={langAttribute(language.tag)}
    >
      {language.name}
      {heading}
    </a>
  ))
}

/** The same as a line of its own beside a heading; nothing where there is no other language. */
export function TranslationLinks(section: LinkedSection) {
  if (section.translations.length === 0) return null
  return (
    <p className="section-tools ui">
      <TranslationAnchors {...section} />
    </p>
  )
}
