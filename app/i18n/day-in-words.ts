import type { Day } from '../platform/clock.ts'
import type { Language } from './languages.ts'

/** A day as people write it in a language: "21 November 2027". English has the day first, as most of its readers here are used to. */
export function dayInWords(day: Day, { tag }: Language): string {
  const [language] = tag.split('-')
  return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : tag, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(day))
}
