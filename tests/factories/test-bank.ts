import fc from 'fast-check'
import { type Bank, type BankQuestion, type Gap, oneLine } from '../../app/quizzes/exchange/bank.ts'
import { isOfThePage } from '../../app/quizzes/exchange/question-reader.ts'

const hostile = fc.constantFrom(
  '{',
  '}',
  '~',
  '=',
  '#',
  ':',
  '\\',
  '\\n',
  '->',
  '####',
  '::',
  '//',
  '%50%',
  '[html]',
  '[plain]',
  '{>2',
  '{1:SHORTANSWER:=a#b}',
  '\\}',
  '\\#',
  '&~',
  '%0%',
  '{T}',
  '&&058;',
  ']]>',
  '<![CDATA[',
  '<b>',
  '</text>',
  '<!--',
  '-->',
  '&amp;',
  '&#65;',
  '&nbsp;',
  '"',
  "'",
  '*',
  '\\*',
  '`',
  '<Option />',
  '\n',
  '\n\n',
  '\t',
  '\u00a0',
  '\u200f',
  'שלום',
  'مرحبا',
  '👩🏽‍🌾',
  '\ud800',
  '\u0000',
  '$CATEGORY:',
  'import x',
  '1. ',
  '- ',
  'https://example.org',
)

/**
 * Any text that someone may have written, with what the formats take for their own. One line, as a
 * question holds it.
 */
export const anyText = fc
  .array(
    fc.oneof(hostile, fc.string({ unit: 'grapheme', maxLength: 8 }), fc.lorem({ maxCount: 3 })),
    { minLength: 1, maxLength: 6 },
  )
  .map((pieces) => oneLine(pieces.join('')))
  .filter((text) => text !== '')

/** Ids that a course can have: none of those that a chapter's page has of its own. */
const ids = fc.stringMatching(/^[a-z]{1,6}(-[a-z0-9]{1,4})?$/).filter((id) => !isOfThePage(id))
const common = { id: ids, see: ids, prompt: anyText, hints: fc.array(anyText, { maxLength: 2 }) }
const reasoned = { text: anyText, reason: fc.oneof(anyText, fc.constant('')) }
/** Parts of which no two say the same, as the checks demand. */
const apart = <T extends { text: string }>(min: number, item: fc.Arbitrary<T>) =>
  fc.uniqueArray(item, { minLength: min, maxLength: 5, selector: ({ text }) => text })
const gapless = anyText.map((text) => text.replaceAll('_', '-'))

const anyGap: fc.Arbitrary<Gap> = fc.record({
  sentence: fc.tuple(gapless, gapless).map(([before, after]) => `${before} ___ ${after}`),
  accepted: fc.uniqueArray(anyText, { minLength: 1, maxLength: 3 }),
  wrong: fc.array(fc.record(reasoned), { maxLength: 2 }),
  reason: anyText,
})

/** Any question of each type that can be carried. */
export const anyBankQuestion: { [T in BankQuestion['type']]: fc.Arbitrary<BankQuestion> } = {
  single: fc
    .record({ ...common, options: apart(2, fc.record(reasoned)), pick: fc.nat() })
    .map(({ options, pick, ...rest }) => ({
      ...rest,
      type: 'single',
      options: options.map((one, i) => ({ ...one, isCorrect: i === pick % options.length })),
    })),
  multiple: fc
    .record({ ...common, options: apart(3, fc.record({ ...reasoned, isCorrect: fc.boolean() })) })
    .filter(
      ({ options }) =>
        options.some((one) => one.isCorrect) && !options.every((one) => one.isCorrect),
    )
    .map((question) => ({ ...question, type: 'multiple' })),
  'true-false': fc.record({
    ...common,
    type: fc.constant('true-false' as const),
    isTrue: fc.boolean(),
    ifTrue: reasoned.reason,
    ifFalse: reasoned.reason,
  }),
  order: fc.record({
    ...common,
    type: fc.constant('order' as const),
    items: apart(3, fc.record({ text: anyText, reason: anyText })),
  }),
  match: fc.record({
    ...common,
    type: fc.constant('match' as const),
    pairs: fc.array(fc.record({ left: anyText, right: anyText, reason: anyText }), {
      minLength: 3,
      maxLength: 5,
    }),
  }),
  'fill-in': fc.record({
    ...common,
    type: fc.constant('fill-in' as const),
    gaps: fc.array(anyGap, { minLength: 1, maxLength: 3 }),
  }),
  reflection: fc.record({
    ...common,
    type: fc.constant('reflection' as const),
    model: anyText,
    points: fc.uniqueArray(anyText, { minLength: 1, maxLength: 5 }),
  }),
}

/** Any bank: questions of every type in categories whose names are anything. */
export const anyBank: fc.Arbitrary<Bank> = fc.record({
  title: anyText,
  categories: fc
    .array(
      fc.record({
        title: anyText,
        questions: fc.array(fc.oneof(...Object.values(anyBankQuestion)), { maxLength: 4 }),
      }),
      {
        minLength: 1,
        maxLength: 3,
      },
    )
    .map((categories) => {
      let count = 0
      return categories.map(({ title, questions }) => ({
        title,
        questions: questions.map((one) => ({ ...one, id: `${one.id}-${count++}` })),
      }))
    }),
})
