import fc from 'fast-check'
import type { Exchange, ExchangeUnit } from '../../app/courses/translations/exchange.ts'

const name = fc.stringMatching(/^[a-z]{1,6}(-[a-z0-9]{1,4})?$/)
const words = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 12 }),
      fc.constantFrom(
        '**bold**',
        '<Term id="a">word</Term>',
        '[link](../a)',
        '"',
        '\\',
        '&amp;',
        '%d',
      ),
      fc.constantFrom(
        '{{count}}',
        '‫שלום',
        'မင်္ဂလာပါ',
        '<Gap id="g" example="14 March" />',
        '___',
        '*so*',
      ),
    ),
    { maxLength: 6 },
  )
  .map((parts) =>
    parts
      .join(' ')
      .replace(/[\p{C}\u2028\u2029\s]+/gu, ' ')
      .trim(),
  )
const unit: fc.Arbitrary<Omit<ExchangeUnit, 'document' | 'id'>> = fc.record({
  source: words.map((text) => text || 'A'),
  target: words,
  base: fc.stringMatching(/^[0-9a-f]{12}$/),
  isUnsure: fc.boolean(),
})

/** Any file for translators: texts with markup, in scripts of both directions, some of them empty. */
export const anyExchange: fc.Arbitrary<Exchange> = fc
  .uniqueArray(fc.tuple(name, name, unit), { selector: ([a, b]) => `${a}#${b}`, maxLength: 8 })
  .chain((all) =>
    fc.record({
      place: name,
      sourceLang: fc.constant('en'),
      lang: fc.constantFrom('sv', 'ar', 'sr-Latn', 'my', 'pt-BR'),
      units: fc.constant(
        all
          .map(([document, id, rest]) => ({ document, id, ...rest }))
          .sort((a, b) => (a.document < b.document ? -1 : a.document > b.document ? 1 : 0)),
      ),
    }),
  )
