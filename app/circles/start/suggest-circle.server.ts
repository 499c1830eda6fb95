import { pick } from '../../platform/random.server.ts'

// Names that say nothing of a party, a place or a person: a shelf of ordinary things.
const names: Record<string, readonly string[]> = {
  en: [
    'Blue lamp',
    'Corner table',
    'Garden bench',
    'Green cup',
    'Old clock',
    'Open window',
    'Red kettle',
    'Round table',
    'Two chairs',
    'Yellow door',
  ],
  sv: [
    'Blå lampan',
    'Gamla klockan',
    'Gröna koppen',
    'Gula dörren',
    'Hörnbordet',
    'Runda bordet',
    'Röda kitteln',
    'Trädgårdsbänken',
    'Två stolar',
    'Öppna fönstret',
  ],
}

/** A neutral name for a circle in a language; in English where the language has none. */
export function suggestName(lang: string): string {
  return pick(names[lang] ?? (names.en as readonly string[]))
}
