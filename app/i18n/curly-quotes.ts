const marks: Record<string, [double: [string, string], single: [string, string]]> = {
  en: [
    ['“', '”'],
    ['‘', '’'],
  ],
  sv: [
    ['”', '”'],
    ['’', '’'],
  ],
}

function inText(text: string, lang: string): string {
  const [double, single] = marks[lang.split('-')[0] as string] ?? [null, null]
  if (!double || !single) return text
  // A mark opens where a word begins behind it, and closes or leaves a letter out everywhere else.
  return text
    .replace(/(^|[\s([–—/“”‘’])"(?=\S)/gu, `$1${double[0]}`)
    .replace(/"/g, double[1])
    .replace(/(^|[\s([–—/“”])'(?=\S)/gu, `$1${single[0]}`)
    .replace(/'/g, single[1])
}

/**
 * Texts of a course, which are written with straight quotation marks and apostrophes, with those of
 * their language, as the interface has them. Keeps what is no text, and knows English and Swedish.
 * Not for HTML.
 */
export function withCurlyQuotes<T>(value: T, lang: string): T {
  if (typeof value === 'string') return inText(value, lang) as T
  if (Array.isArray(value)) return value.map((one) => withCurlyQuotes(one, lang)) as T
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, withCurlyQuotes(one, lang)]),
  ) as T
}
