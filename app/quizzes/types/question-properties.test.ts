import fc from 'fast-check'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { I18nextProvider } from 'react-i18next'
import { describe, expect, test } from 'vitest'
import { anyAnswer, anyQuestion, rightAnswer } from '../../../tests/factories/test-questions.ts'
import type { WrittenQuestion } from '../../courses/model/chapter.ts'
import { i18nFor, translate } from '../../i18n/i18n.ts'
import { languages } from '../../i18n/languages.ts'
import { fieldName, type Question, type QuestionType, type Response } from './question-type.ts'
import { checkQuestion, parseQuestion, questionTypes, typeOf } from './question-types.ts'

/** Whether an answer is right as a whole, said without the types' own grading. */
function isRightWhole(written: WrittenQuestion, chosen: Response): boolean {
  const asFields = (answer: Response) =>
    new URLSearchParams(Object.entries(answer).sort()).toString()
  if (written.type === 'reflection') return chosen.compared === 'yes'
  if (written.type !== 'fill-in') return asFields(chosen) === asFields(rightAnswer(written))
  const isAccepted = (id: string, text: string) =>
    [`right ${id}`, `also ${id}`].includes(
      text.toLowerCase().replace(/ +/g, ' ').replace(/\.$/, ''),
    )
  return Object.entries(chosen).every(([id, text]) => isAccepted(id, text))
}

describe.each([...questionTypes.keys()])('a question of the type %s', (name) => {
  const questions = anyQuestion[name]!.map((written) => ({
    written,
    question: parseQuestion(written),
    type: typeOf({ type: name } as Question),
  }))
  const answered = questions.chain((one) =>
    anyAnswer(one.written).map((chosen) => ({ ...one, chosen })),
  )
  const fieldsOf = (type: QuestionType, question: Question, chosen: Response) =>
    new URLSearchParams(type.write(question, chosen))

  test('has no fault when it is written well', () => {
    fc.assert(fc.property(questions, ({ written }) => checkQuestion(written).length === 0))
  })

  test('stands in the review as in its chapter and on its paper', () => {
    const t = translate(languages[0]!)
    fc.assert(
      fc.property(questions, ({ question, type }) => {
        expect(type.plain({ ...question, id: `a-course.a-chapter.${question.id}` }, t)).toEqual(
          type.plain(question, t),
        )
      }),
    )
  })

  test('has a key that tells every reason that its author wrote', () => {
    const t = translate(languages[0]!)
    const reasonsOf = (parts: WrittenQuestion['parts']): string[] =>
      parts.flatMap(({ kind, attributes, parts: inside }) => [
        ...(['Accept', 'Model', 'Point', 'Step'].includes(kind) ? [] : [String(attributes.reason)]),
        ...reasonsOf(inside ?? []),
      ])
    fc.assert(
      fc.property(questions, ({ written, question, type }) => {
        const told = type.key(question, t).map(({ reason }) => reason)
        expect(told.filter(Boolean).sort()).toEqual(reasonsOf(written.parts).sort())
      }),
    )
  })

  test('reads back what a learner chose', () => {
    fc.assert(
      fc.property(answered, ({ question, type, chosen }) => {
        expect(type.read(question, fieldsOf(type, question, chosen))).toEqual({
          kind: 'answer',
          response: chosen,
        })
      }),
    )
  })

  test('is right with the right answer only, and each part has its verdict', () => {
    fc.assert(
      fc.property(answered, ({ written, question, type, chosen }) => {
        expect(type.grade(question, rightAnswer(written))).toMatchObject({
          isRight: true,
          share: 1,
        })
        const { isRight, share, verdicts } = type.grade(question, chosen)
        expect(isRight).toBe(isRightWhole(written, chosen))
        expect(share === 1).toBe(isRight)
        expect(share).toBeGreaterThanOrEqual(0)
        expect(Object.keys(verdicts).sort()).toEqual(
          written.parts.flatMap(({ attributes }) => attributes.id ?? []).sort(),
        )
      }),
    )
  })

  test('never gives less when one wrong part is put right', () => {
    fc.assert(
      fc.property(answered, fc.nat(), ({ written, question, type, chosen }, pick) => {
        const before = type.grade(question, chosen)
        const wrong = Object.keys(before.verdicts).filter((id) =>
          ['wrong', 'missed'].includes(before.verdicts[id] as string),
        )
        // A path has no parts to put right one by one.
        if (wrong.length === 0 || name === 'scenario') return
        const id = wrong[pick % wrong.length] as string
        const { [id]: was, ...rest } = chosen
        const better = {
          ...rest,
          ...(rightAnswer(written)[id] ? { [id]: rightAnswer(written)[id] as string } : {}),
        }
        // Two items cannot have one place: the other one gets the place that is free now.
        if (name === 'order')
          for (const other of Object.keys(rest))
            if (rest[other] === better[id]) better[other] = was as string
        expect(type.grade(question, better).share).toBeGreaterThanOrEqual(before.share)
      }),
    )
  })

  test('refuses an answer that names what it does not have', () => {
    fc.assert(
      fc.property(answered, ({ question, type, chosen }) => {
        const bad: [string, string][] = [
          [fieldName(question), 'no-such-option'],
          [fieldName(question, 'no-such-part'), '1'],
          [fieldName(question, '__proto__'), 'A'],
        ]
        for (const field of bad)
          expect(
            type.read(question, new URLSearchParams([...type.write(question, chosen), field])),
          ).toBeNull()
        if (name === 'fill-in' || name === 'reflection') return
        for (const value of ['0', '99', '-1', '1.5', 'Z', 'AA', '@', '\0', '__proto__']) {
          const fields = new URLSearchParams(
            [...fieldsOf(type, question, chosen).keys()].map((field) => [field, value]),
          )
          expect(type.read(question, fields)).toBeNull()
        }
      }),
    )
  })

  test('is printed, and told in plain lines, without its answer and with it', () => {
    fc.assert(
      fc.property(questions, ({ question, type }) => {
        const { prompt, lines, answer } = type.plain(question, translate(languages[0]!))
        expect(prompt).toBe(
          name === 'multiple'
            ? `${question.prompt} More than one answer can be right.`
            : question.prompt,
        )
        expect(lines.length).toBeGreaterThan(0)
        expect(answer.length).toBeGreaterThan(0)
        expect(
          [...lines, ...answer].filter(
            (line) => /undefined|\[object/.test(line) || line.trim() === '',
          ),
        ).toEqual([])
        const printed = renderToStaticMarkup(
          createElement(
            I18nextProvider,
            { i18n: i18nFor(languages[0]!) },
            createElement(type.Print, { question }),
          ),
        )
        expect(printed).not.toMatch(/<(input|select|textarea|button)|Why |is-right|undefined/)
      }),
    )
  })

  test('is graded the same in whatever order a browser sends the fields', () => {
    const shuffled = answered.chain((one) => {
      const fields = one.type.write(one.question, one.chosen)
      return fc
        .shuffledSubarray(fields, { minLength: fields.length })
        .map((sent) => ({ ...one, sent }))
    })
    fc.assert(
      fc.property(shuffled, ({ question, type, chosen, sent }) => {
        const given = type.read(question, new URLSearchParams(sent))
        expect(given?.kind).toBe('answer')
        expect(type.grade(question, (given as { response: Response }).response)).toEqual(
          type.grade(question, chosen),
        )
      }),
    )
  })

  test('is read or refused, whatever its fields hold, and whatever is read can be graded, written back and read again', () => {
    const any = questions.chain((one) => {
      const own = [
        fieldName(one.question),
        ...one.written.parts.map(({ attributes }) =>
          fieldName(one.question, String(attributes.id)),
        ),
      ]
      const values = one.written.parts.flatMap(({ attributes, parts = [] }) => [
        String(attributes.id),
        ...parts.map((part) => String(part.attributes.to ?? part.text)),
      ])
      const field = fc.tuple(
        fc.constantFrom(
          ...own,
          fieldName(one.question, 'text'),
          fieldName(one.question, 'compared'),
        ),
        fc.oneof(
          fc.constantFrom(...values, 'yes', '1', '2', 'A', 'B', ''),
          fc.string({ unit: 'binary' }),
        ),
      )
      return fc.array(field, { maxLength: 6 }).map((sent) => ({ ...one, sent }))
    })
    fc.assert(
      fc.property(any, ({ question, type, sent }) => {
        const given = type.read(question, new URLSearchParams(sent))
        if (given?.kind !== 'answer') return
        expect(type.read(question, fieldsOf(type, question, given.response))).toEqual(given)
        expect(type.grade(question, given.response).share).toBeLessThanOrEqual(1)
      }),
    )
  })

  test('knows when nothing was chosen', () => {
    fc.assert(
      fc.property(questions, ({ question, type }) => {
        expect(type.read(question, new URLSearchParams('intent=answer&q.other=x'))).toEqual({
          kind: 'nothing',
        })
      }),
    )
  })
})
