/** Every text of a language by its key, "pages:next" or "pages:a.b". */
export function flatTexts(texts: unknown): Map<string, string> {
  const flat = (value: unknown, key: string): [string, string][] =>
    typeof value === 'string'
      ? [[key, value]]
      : Object.entries(value ?? {}).flatMap(([name, inner]) =>
          flat(inner, key === '' ? `${name}:` : key.endsWith(':') ? key + name : `${key}.${name}`),
        )
  return new Map(flat(texts, ''))
}

const formEnding = /_(zero|one|two|few|many|other)$/

/** A key as the code writes it: without the ending for its number. */
export const keyWithoutForm = (key: string) => key.replace(formEnding, '')

const placeholdersOf = (text: string) => [...new Set(text.match(/\{\{\s*\w+\s*\}\}/g) ?? [])].sort()

/** The forms of a language that stand for one number alone, so that the text need not say it. */
function formsOfOneNumber(tag: string): Set<string> {
  const rules = new Intl.PluralRules(tag)
  const numbers = new Map<string, number>()
  // A million has a form of its own in Spanish and French.
  for (const number of [...Array(1000).keys(), 1_000_000, 2_000_000]) {
    const form = rules.select(number)
    numbers.set(form, (numbers.get(form) ?? 0) + 1)
  }
  return new Set([...numbers].filter(([, count]) => count === 1).map(([form]) => form))
}

function faultsOfText(text: string, wanted: string[], isOfOneNumber: boolean): string[] {
  const has = placeholdersOf(text)
  const isRight = isOfOneNumber
    ? has.every((one) => wanted.includes(one))
    : has.join() === wanted.join()
  return [
    ...(text === '' ? ['is empty'] : []),
    ...(text !== text.trim() || / {2}/.test(text) ? ['has spaces too many'] : []),
    ...(/[{}<>]/.test(text.replace(/\{\{\w+\}\}/g, '')) ? ['has a brace or a tag'] : []),
    ...(isRight ? [] : [`has the placeholders [${has.join(', ')}], not [${wanted.join(', ')}]`]),
  ]
}

/**
 * What is wrong with the interface's texts in a language, a line each: a text that is missing or
 * too much, a form of a text that counts that the language needs (by Unicode's rules) or does not
 * have, a placeholder that the source does not have or that is lost. A form that stands for one
 * number alone may leave out its numbers: "one" in Spanish, and not in Russian, where it is 21 too.
 */
export function findFaults(source: unknown, translated: unknown, tag: string): string[] {
  const [original, own] = [flatTexts(source), flatTexts(translated)]
  const forms: string[] = new Intl.PluralRules(tag).resolvedOptions().pluralCategories
  const single = formsOfOneNumber(tag)
  const counted = new Set(
    [...original.keys()].filter((key) => formEnding.test(key)).map(keyWithoutForm),
  )
  const expected = new Map<string, { placeholders: string[]; form: string | null }>()
  for (const [key, text] of original) {
    const name = keyWithoutForm(key)
    if (!counted.has(name)) expected.set(key, { placeholders: placeholdersOf(text), form: null })
    else if (key.endsWith('_other'))
      for (const form of forms)
        expected.set(`${name}_${form}`, { placeholders: placeholdersOf(text), form })
  }
  const missing = [...expected.keys()].filter((key) => !own.has(key))
  const faults = missing.map((key) => {
    const name = keyWithoutForm(key)
    const hasAny = counted.has(name) && [...own.keys()].some((one) => keyWithoutForm(one) === name)
    return `${hasAny ? key : name} is missing`
  })
  for (const [key, text] of own) {
    const wanted = expected.get(key)
    if (!wanted)
      faults.push(
        counted.has(keyWithoutForm(key))
          ? `${key} is a form that the language does not have`
          : `${key} is not a text of the source`,
      )
    else
      for (const fault of faultsOfText(text, wanted.placeholders, single.has(wanted.form ?? '')))
        faults.push(`${key} ${fault}`)
  }
  return [...new Set(faults)]
}
