import { localeOf } from '../../i18n/locale.ts'

/** A month, "2026-11", or a day, "2026-11-21", as it is read in a language. */
export function whenInWords(on: string, lang: string): string {
  const [year, month, day] = on.split('-').map(Number)
  const options: Intl.DateTimeFormatOptions = {
    year: 'numeric',
    month: 'long',
    timeZone: 'UTC',
    ...(day ? { day: 'numeric' } : {}),
  }
  return new Intl.DateTimeFormat(localeOf(lang), options).format(
    new Date(Date.UTC(year ?? 0, (month ?? 1) - 1, day ?? 1)),
  )
}
