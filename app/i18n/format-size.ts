import { localeOf } from './locale.ts'

/** A file's size as it is read in a language: "1.5 MB", "594 kB". */
export function formatSize(bytes: number, tag: string): string {
  const [amount, unit] = bytes < 1e6 ? [bytes / 1e3, 'kilobyte'] : [bytes / 1e6, 'megabyte']
  const maximumFractionDigits = unit === 'megabyte' ? 1 : 0
  return new Intl.NumberFormat(localeOf(tag), {
    style: 'unit',
    unit,
    maximumFractionDigits,
  }).format(amount)
}
