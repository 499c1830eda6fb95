// Digits, their marks and spaces; what is longer is no number, and is not looked through.
const longest = 100

const separators = new Map<string, { group: string; decimal: string }>()

function separatorsOf(locale: string): { group: string; decimal: string } {
  const known = separators.get(locale)
  if (known) return known
  const parts = new Intl.NumberFormat(locale, { numberingSystem: 'latn' }).formatToParts(-1234567.8)
  const of = (type: string) => parts.find((part) => part.type === type)?.value ?? ''
  const found = { group: of('group'), decimal: of('decimal') }
  separators.set(locale, found)
  return found
}

/** Digits of any script as 0 to 9. */
function latinDigits(text: string): string {
  return text.replace(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0) as number
    let zero = code
    while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1)) && code - zero < 9) zero -= 1
    return String(code - zero)
  })
}

/**
 * A number as people write it in a language: `1,200.50` in English, `1 200,50` in Swedish.
 * Null where it is not certain what is meant: in English `60,5` is no number.
 */
export function readNumber(text: string, locale: string): number | null {
  if (text.length > longest) return null
  const { group, decimal } = separatorsOf(locale)
  const written = latinDigits(text)
    .replace(/[\u061c\u200e\u200f]/g, '')
    .trim()
    .replace(/\u2212/g, '-')
    .replace(/\s*%$/, '')
    .replace(/(?<=\d)[\s\u00a0\u202f'’](?=\d{3}(?!\d))/g, '')
  const [whole = '', fraction, ...more] = written.split(decimal)
  if (more.length > 0) return null
  const isGrouped = group !== '' && whole.includes(group)
  const groups = whole.replace(/^-/, '').split(group)
  if (isGrouped && !groups.every((one, i) => (i === 0 ? /^\d{1,3}$/ : /^\d{3}$/).test(one)))
    return null
  const digits = isGrouped ? whole.split(group).join('') : whole
  const plain =
    fraction === undefined ? digits : `${/^-?$/.test(digits) ? `${digits}0` : digits}.${fraction}`
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : null
}

/** A number as a language writes it, with at most two decimals, or as many as are asked for. */
export function writeNumber(value: number, locale: string, decimals?: number): string {
  return new Intl.NumberFormat(locale, {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals ?? 2,
    // The language's own digits are for the texts around; a sheet is calculated with.
    numberingSystem: 'latn',
  }).format(value)
}
