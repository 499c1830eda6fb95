import i18next, { type i18n, type TFunction } from 'i18next'
import { type Language, languages, pseudoRtl } from './languages.ts'
import { type Texts, texts } from './texts/index.ts'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'pages'
    resources: Texts
  }
}

/** The parts of the interface that have texts of their own. */
export const namespaces = [
  'pages',
  'accounts',
  'comments',
  'circles',
  'countries',
  'courses',
  'host',
  'meetings',
  'notes',
  'packages',
  'progress',
  'proofs',
  'questions',
  'quizzes',
  'reading',
  'reviews',
  'safety',
  'tools',
] as const satisfies (keyof Texts)[]

/** Finds an interface text: `t('courses:next')`. */
export type Translate = TFunction<typeof namespaces>

/**
 * The text as the pseudo-language shows it: marked, so that a test sees what was never translated.
 * Placeholders stay.
 */
function pseudo(text: string): string {
  return `[${text}]`
}

function pseudoTexts(): Texts {
  return JSON.parse(JSON.stringify(texts.en), (_, value) =>
    typeof value === 'string' ? pseudo(value) : value,
  )
}

function create(tag: string, resources: Texts): i18n {
  const instance = i18next.createInstance()
  instance.init({
    lng: tag,
    fallbackLng: false,
    ns: [...namespaces],
    defaultNS: 'pages',
    resources: { [tag]: resources },
    interpolation: {
      escapeValue: false,
      // No text asks for another with `$t(`. Looked for, it is looked for in values too, which people
      // have written, and for longer than anyone lives. Nothing matches this expression.
      nestingPrefix: '',
      nestingPrefixEscaped: '(?!)',
    },
    returnNull: false,
    initAsync: false,
    // Standard output is for the log's JSON lines, not for an advertisement.
    showSupportNotice: false,
    saveMissing: true,
    missingKeyHandler: (_, namespace, key) => {
      throw new Error(`There is no text ${namespace}:${key} in ${tag}`)
    },
  })
  return instance
}

const instances = new Map<string, i18n>()

/**
 * The i18next instance of a language. Each has one language that never changes, so requests can
 * share it (docs/decisions/007).
 */
export function i18nFor(language: Language): i18n {
  let instance = instances.get(language.tag)
  if (!instance) {
    instance = create(
      language.tag,
      language === pseudoRtl ? pseudoTexts() : (texts[language.tag] as Texts),
    )
    instances.set(language.tag, instance)
  }
  return instance
}

/** The texts of a language outside of a page: in a loader, an action, a document title. */
export function translate(language: Language): Translate {
  return i18nFor(language).t as Translate
}

/** The languages that the site offers: with PSEUDO_RTL, the pseudo-language too. */
export function offeredLanguages(withPseudoRtl: boolean): readonly Language[] {
  return withPseudoRtl ? [...languages, pseudoRtl] : languages
}
