/**
 * The letters of a code: none that looks or sounds like another when it is written by hand or read
 * aloud.
 */
export const codeLetters = 'ACDEFHJKMNPRTVWXY34679'

/**
 * So many letters, 22 kinds: more than 35 bits, which is enough since few can be tried
 * (docs/decisions/031).
 */
export const codeLength = 8
