import { setImmediate as turn } from 'node:timers/promises'
import { type Catalogue, inLanguage, type Lang } from '../../courses/model/chapter.ts'
import { countryCodes, countryName } from '../../courses/model/countries.ts'
import { otherCountryNames } from '../../courses/model/other-country-names.ts'
import { isStopWord, stemOf } from '../../i18n/search-words.ts'
import { type Alternative, type Phrases, tellingKey, wordsOf } from './query.ts'

/** The stem under which a comment that tells of a country is found. */
export const countryStem = (code: string) => `country:${code}`

/** The countries that a part of a query names. */
export const countriesIn = ({ stems }: Alternative): string[] =>
  stems.flatMap((stem) => /^country:(.+)$/.exec(stem)?.[1] ?? [])

/** So many countries are looked at before others have their turn: a few milliseconds. */
const countriesAtOnce = 50
const weights = { country: 1, synonym: 0.9, term: 0.9 }

/**
 * What means something of its own in a language: names of countries in every language of the site
 * and the courses, the courses' synonyms, and the terms of their glossaries in other languages.
 * Others have their turn in between.
 */
export async function phrasesIn(
  { courses }: Pick<Catalogue, 'courses'>,
  lang: Lang,
  siteLangs: readonly Lang[],
): Promise<Phrases> {
  const phrases = new Map<string, Alternative[]>()
  const stemsOf = (text: string) => wordsOf(text).map((word) => stemOf(word, lang))
  const telling = (text: string) =>
    wordsOf(text)
      .filter((word) => !isStopWord(word, lang))
      .map((word) => stemOf(word, lang))
  const add = (typed: string, stems: string[], weight: number) => {
    // As it is typed, and without the words that say nothing: others may stand there.
    for (const key of new Set([stemsOf(typed).join(' '), tellingKey(wordsOf(typed), lang)]))
      if (key && stems.length > 0 && key !== stems.join(' '))
        phrases.set(key, [...(phrases.get(key) ?? []), { stems, weight }])
  }
  const langs = new Set(siteLangs)
  for (const { texts, source } of courses.values()) {
    const { synonyms, glossary } = inLanguage(texts, lang, source).text
    for (const [typed, meant] of synonyms)
      for (const one of meant) add(typed, telling(one), weights.synonym)
    for (const [other, text] of texts) {
      langs.add(other)
      for (const [id, { term }] of text.glossary)
        add(term, telling(glossary.get(id)?.term ?? ''), weights.term)
    }
    await turn()
  }
  for (const [i, code] of countryCodes.entries()) {
    if (i % countriesAtOnce === 0) await turn()
    const own = telling(countryName(code, lang))
    // A name may hold another in brackets: "Myanmar (Burma)".
    const names = new Set(
      [...langs].flatMap((one) => [
        countryName(code, one),
        ...countryName(code, one).split(/[()]/),
      ]),
    )
    for (const name of otherCountryNames[code] ?? []) names.add(name)
    for (const name of names) {
      add(name, [countryStem(code)], weights.country)
      add(name, own, weights.synonym)
    }
  }
  return phrases
}
