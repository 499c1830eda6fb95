import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyBankQuestion } from '../../../tests/factories/test-bank.ts'
import { readMarkup } from '../../courses/parse/parse-chapter.ts'
import { checkQuestion } from '../types/question-types.ts'
import type { BankQuestion } from './bank.ts'
import { carryQuestion } from './carry-question.ts'
import { writeMdx } from './mdx-writer.ts'

const inChapter = (mdx: string) => `---\ntitle: x\n---\n\n<Quiz>\n${mdx}</Quiz>\n`
const read = (mdx: string) => readMarkup(inChapter(mdx), 'en.mdx')
/** How many lines stand before a question that is pasted into such a chapter. */
const before = inChapter('').split('\n').indexOf('</Quiz>')

const single: BankQuestion = {
  id: 'quorum',
  type: 'single',
  see: 'meetings',
  prompt: 'Who may decide?',
  hints: ['Think of the statutes.'],
  options: [
    { text: 'One person', reason: 'One is not a branch.', isCorrect: false },
    { text: 'A quorum', reason: 'So the statutes say.', isCorrect: true },
  ],
}

describe.each(Object.entries(anyBankQuestion))('a question of the type %s', (type, anyQuestion) => {
  test('is the same once it stands in a chapter, whatever its words are', () => {
    const complete = anyQuestion.filter((question) => writeMdx([question]).missing.length === 0)
    fc.assert(
      fc.property(complete, (question) => {
        const { markup, problems } = read(writeMdx([question]).text)
        expect(problems).toEqual([])
        expect(markup?.questions.map(carryQuestion)).toEqual([question])
      }),
    )
  })

  test('is one that the checks accept, or what they would say is listed with its line', () => {
    fc.assert(
      fc.property(anyQuestion, (question) => {
        const { text, missing } = writeMdx([question])
        const { markup, problems } = read(text)
        const all = [...problems, ...(markup?.questions.flatMap(checkQuestion) ?? [])]
        const texts = all
          .filter(({ message }) => !message.includes('have the same words'))
          .map(({ line }) => line - before)
        for (const { line } of missing)
          expect([line, type, texts]).toEqual([line, type, expect.arrayContaining([line])])
        // Whether two sides or options are the same, or an answer is accepted and wrong at once, is
        // for the checks to say.
        if (missing.length === 0 && !['match', 'fill-in'].includes(type)) expect(texts).toEqual([])
      }),
    )
  })
})

describe('questions for a chapter', () => {
  test('are written as its author would write them', () => {
    expect(writeMdx([single])).toEqual({
      text: `<Question id="quorum" type="single" see="meetings">
Who may decide?
<Hint>Think of the statutes.</Hint>
<Option id="one-person" reason="One is not a branch.">One person</Option>
<Option id="a-quorum" correct reason="So the statutes say.">A quorum</Option>
</Question>

`,
      missing: [],
    })
  })

  test('tell their author what is still missing, line by line', () => {
    const without = {
      ...single,
      see: '',
      options: single.options.map((option) => ({ ...option, reason: '' })),
    }
    expect(writeMdx([single, without]).missing).toEqual([
      { line: 8, question: 'quorum', what: 'the section that it leads to (see)' },
      { line: 11, question: 'quorum', what: 'the reason of "one-person"' },
      { line: 12, question: 'quorum', what: 'the reason of "a-quorum"' },
    ])
  })

  test('have ids in any script, and no id twice', () => {
    const options = ['הצבעה', 'הצבעה', 'Vote', 'Vote'].map((text, i) => ({
      text,
      reason: 'Why.',
      isCorrect: i === 0,
    }))
    expect(
      [...writeMdx([{ ...single, options }]).text.matchAll(/Option id="([^"]+)"/g)].map(
        ([, id]) => id,
      ),
    ).toEqual(['option-1', 'option-2', 'vote', 'vote-2'])
  })
})
