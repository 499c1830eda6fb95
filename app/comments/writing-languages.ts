import { localeOf } from '../i18n/locale.ts'

/** Languages that a comment may be written in, as BCP 47 tags; `und` stands for any other. */
const tags = [
  ...[
    'af',
    'am',
    'ar',
    'az',
    'be',
    'bg',
    'bn',
    'bs',
    'ckb',
    'cs',
    'da',
    'de',
    'el',
    'en',
    'es',
    'et',
    'fa',
    'fi',
    'fr',
    'gu',
    'ha',
    'he',
  ],
  ...[
    'hi',
    'hr',
    'hu',
    'hy',
    'id',
    'ig',
    'it',
    'ja',
    'ka',
    'kac',
    'kk',
    'km',
    'ko',
    'ksw',
    'ku',
    'ky',
    'lg',
    'ln',
    'lo',
    'lt',
    'lv',
    'mg',
  ],
  ...[
    'mk',
    'mn',
    'mnw',
    'ms',
    'my',
    'nb',
    'nd',
    'ne',
    'nl',
    'ny',
    'om',
    'pa',
    'pl',
    'ps',
    'pt',
    'ro',
    'ru',
    'rw',
    'rn',
    'shn',
    'si',
    'sk',
  ],
  ...[
    'sl',
    'sn',
    'so',
    'sq',
    'sr',
    'sr-Latn',
    'st',
    'sv',
    'sw',
    'ta',
    'te',
    'tg',
    'th',
    'ti',
    'tk',
    'tl',
    'tn',
    'tr',
    'ts',
    'uk',
    'ur',
    'uz',
  ],
  ...['ve', 'vi', 'wo', 'xh', 'yo', 'zh', 'zu'],
]
const allowed = new Set([...tags, 'und'])
// Languages that Intl has no name for.
const ownNames: Record<string, string> = { ksw: 'S’gaw Karen', mnw: 'Mon' }
const rightToLeft = new Set(['Arab', 'Hebr', 'Thaa', 'Syrc', 'Nkoo', 'Adlm'])
const lists = new Map<string, { tag: string; name: string }[]>()

/** Whether a comment may be written in it. */
export const isWritingLanguage = (tag: string) => allowed.has(tag)

/**
 * The languages by their names in the reader's language, in its order. `und` is not among them: it
 * has no name of its own.
 */
export function writingLanguages(lang: string): readonly { tag: string; name: string }[] {
  const known = lists.get(lang)
  if (known) return known
  const names = new Intl.DisplayNames([localeOf(lang), 'en'], { type: 'language' })
  const list = tags
    .map((tag) => ({ tag, name: ownNames[tag] ?? names.of(tag) ?? tag }))
    .sort((a, b) => a.name.localeCompare(b.name, localeOf(lang)))
  lists.set(lang, list)
  return list
}

/**
 * How a text in a language is marked in a page: its language and its direction. Of an unknown one
 * the browser finds the direction.
 */
export function markedAs(tag: string): { lang: string; dir: 'ltr' | 'rtl' | 'auto' } {
  if (tag === 'und') return { lang: '', dir: 'auto' }
  const { script = '' } = new Intl.Locale(tag).maximize()
  return { lang: tag, dir: rightToLeft.has(script) ? 'rtl' : 'ltr' }
}
