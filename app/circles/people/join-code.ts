/** The letters of a code: none that looks or sounds like another when it is written by hand or read aloud. */
export const codeLetters = 'ACDEFHJKMNPRTVWXY34679'

/** So many letters, 22 kinds: more than 35 bits, which is enough since few can be tried (docs/decisions/031). */
export const codeLength = 8

/** A code as it is shown and printed, in two groups: "ACDE-FHJK". */
export function inGroups(code: string): string {
  return code.match(/.{1,4}/g)?.join('-') ?? ''
}

/** A code as it is kept, out of what was typed or stands in an address: small letters, spaces and dashes are no matter. */
export function tidyCode(text: string): string {
  return text
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[^0-9A-Z]/g, '')
}
