import type { Course } from '../../courses/model/chapter.ts'
import { pick } from '../../platform/random.server.ts'
import { plannedChapters } from '../plan/planned-chapters.ts'
import { meetingsFor } from '../plan/propose-plan.ts'
import { ruleSet } from '../plan/rule-set.server.ts'

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

/** The study hours of a meeting, unless somebody wishes others. */
export const usualHours = 3

/** How many meetings a circle about a course has, unless somebody wishes others: room for all of it. */
export function suggestMeetings(course: Course): number {
  return Math.max(ruleSet.meetings, meetingsFor(plannedChapters(course), usualHours))
}
