import { localeOf } from './locale.ts'

/** A file's size as it is read in a language: "1.5 MB", "594 kB", "2.1 GB". */
export function formatSize(bytes: number, tag: string): string {
  const [amount, unit] =
    bytes < 1e6
      ? [bytes / 1e3, 'kilobyte']
      : bytes < 1e9
        ? [bytes / 1e6, 'megabyte']
        : [bytes / 1e9, 'gigabyte']
  const maximumFractionDigits = unit === 'kilobyte' ? 0 : 1
  return new Intl.NumberFormat(localeOf(tag), {
    style: 'unit',
    unit,
    maximumFractionDigits,
  }).format(amount)
}
