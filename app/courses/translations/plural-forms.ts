import { pluralForms } from './interface-blocks.ts'

const isFew = (n: number) => n % 10 >= 2 && n % 10 <= 4 && (n % 100 < 12 || n % 100 > 14)
const slavicOne = 'n%10==1 && n%100!=11'
const slavicFew = 'n%10>=2 && n%10<=4 && (n%100<12 || n%100>14)'

/** The rules that gettext's manual and Unicode know: as PO writes them, and as a function. */
export const pluralRules: readonly [expression: string, rule: (n: number) => number][] = [
  ['0', () => 0],
  ['n != 1', (n) => Number(n !== 1)],
  ['n > 1', (n) => Number(n > 1)],
  [
    `${slavicOne} ? 0 : ${slavicFew} ? 1 : 2`,
    (n) => (n % 10 === 1 && n % 100 !== 11 ? 0 : isFew(n) ? 1 : 2),
  ],
  [`n==1 ? 0 : ${slavicFew} ? 1 : 2`, (n) => (n === 1 ? 0 : isFew(n) ? 1 : 2)],
  ['n==1 ? 0 : n>=2 && n<=4 ? 1 : 3', (n) => (n === 1 ? 0 : n >= 2 && n <= 4 ? 1 : 3)],
  [
    'n==1 ? 0 : n!=0 && n%1000000==0 ? 1 : 2',
    (n) => (n === 1 ? 0 : n !== 0 && n % 1e6 === 0 ? 1 : 2),
  ],
  ['n<2 ? 0 : n%1000000==0 ? 1 : 2', (n) => (n < 2 ? 0 : n % 1e6 === 0 ? 1 : 2)],
  [
    'n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5',
    (n) => {
      if (n <= 2) return n
      return n % 100 >= 3 && n % 100 <= 10 ? 3 : n % 100 >= 11 ? 4 : 5
    },
  ],
]

const numbers = [...Array(1200).keys(), 10_000, 1_000_000, 2_000_000, 1_000_001]

/**
 * A language's forms of number as the head of a PO file says them. The rule is the one that agrees
 * with Unicode's (`Intl.PluralRules`); a language that none agrees with is a fault, with a sentence.
 */
export function pluralHeader(lang: string): string {
  const forms = pluralForms(lang)
  const unicode = new Intl.PluralRules(lang)
  const found = pluralRules.find(([, rule]) =>
    numbers.every((n) => rule(n) === forms.indexOf(unicode.select(n))),
  )
  if (!found)
    throw new Error(
      `How "${lang}" counts is not known to gettext here. Add its rule to plural-forms.ts.`,
    )
  return `nplurals=${forms.length}; plural=(${found[0]});`
}
