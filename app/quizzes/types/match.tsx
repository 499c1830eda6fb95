import { useTexts } from '../../i18n/use-texts.ts'
import { seedOf, shuffle } from '../../platform/shuffle.ts'
import { PlacedRow } from './placed-row.tsx'
import {
  asRead,
  baseQuestion,
  checkParts,
  fieldName,
  type Grade,
  hasOtherFields,
  ownId,
  type Question,
  type QuestionType,
  type QuestionViewProps,
} from './question-type.ts'

interface MatchQuestion extends Question {
  pairs: { id: string; left: string; right: string; reason: string }[]
}

/**
 * The right sides as they are offered: the same mix in every language. A right side's letter is its
 * place here, so that the page does not give the pair away.
 */
function offered(question: MatchQuestion): string[] {
  const ids = question.pairs.map((pair) => pair.id).sort()
  const mix = shuffle(ids, seedOf(`${ownId(question)} right`))
  return mix.join() === ids.join() ? [...mix.slice(1), mix[0] as string] : mix
}

const letter = (index: number) => String.fromCharCode(65 + index)

/** Two columns to pair: each left side gets the letter of a right side. */
export const match: QuestionType<MatchQuestion> = {
  name: 'match',
  isPrivate: false,
  check(written) {
    const faults = checkParts(written, [{ kind: 'Pair', min: 3, hasReason: true }])
    for (const side of ['left', 'right']) {
      const texts = written.parts.map((part) => asRead(String(part.attributes[side])))
      if (new Set(texts).size < texts.length)
        faults.push({ line: written.line, message: `two pairs have the same ${side} side.` })
    }
    return faults
  },
  parse: (written) => ({
    ...baseQuestion(written),
    pairs: written.parts.map(({ attributes }) => ({
      id: String(attributes.id),
      left: String(attributes.left),
      right: String(attributes.right),
      reason: String(attributes.reason),
    })),
  }),
  read(question, fields) {
    if (
      hasOtherFields(
        question,
        fields,
        question.pairs.map(({ id }) => id),
      )
    )
      return null
    const rights = offered(question)
    const response: Record<string, string> = {}
    for (const { id } of question.pairs) {
      const value = fields.get(fieldName(question, id)) ?? ''
      if (value === '') continue
      const right = /^[A-Z]$/.test(value) ? rights[value.charCodeAt(0) - 65] : undefined
      if (right === undefined) return null
      response[id] = right
    }
    const count = Object.keys(response).length
    if (count === 0) return { kind: 'nothing' }
    if (count < question.pairs.length)
      return { kind: 'incomplete', response, problem: 'quizzes:chooseForEach' }
    return { kind: 'answer', response }
  },
  write(question, chosen) {
    const rights = offered(question)
    return Object.entries(chosen).map(([id, right]) => [
      fieldName(question, id),
      letter(rights.indexOf(right)),
    ])
  },
  grade(question, chosen): Grade {
    const verdicts = Object.fromEntries(
      question.pairs.map(({ id }) => [
        id,
        chosen[id] === id ? ('right' as const) : ('wrong' as const),
      ]),
    )
    const right = Object.values(verdicts).filter((verdict) => verdict === 'right').length
    return {
      isRight: right === question.pairs.length,
      share: right / question.pairs.length,
      verdicts,
    }
  },
  View: MatchView,
  Print: ({ question }) => (
    <>
      <RightSides question={question} />
      <ul className="boxes">
        {question.pairs.map(({ id, left }) => (
          <li key={id}>
            <span className="gap" /> {left}
          </li>
        ))}
      </ul>
    </>
  ),
  plain(question) {
    const rights = offered(question)
    return {
      prompt: question.prompt,
      lines: [
        ...rights.map((id, i) => `${letter(i)}. ${rightOf(question, id)}`),
        ...question.pairs.map(({ left }) => `___ ${left}`),
      ],
      answer: question.pairs.map(
        ({ id, left, right }) => `${left}: ${letter(rights.indexOf(id))}. ${right}`,
      ),
    }
  },
  key(question) {
    const rights = offered(question)
    return question.pairs.map(({ id, left, right, reason }) => ({
      sign: null,
      text: `${left}: ${letter(rights.indexOf(id))}. ${right}`,
      reason,
    }))
  },
}

const rightOf = (question: MatchQuestion, id: string) =>
  question.pairs.find((pair) => pair.id === id)?.right ?? ''

function RightSides({ question }: { question: MatchQuestion }) {
  return (
    <ol className="letters" type="A">
      {offered(question).map((id) => (
        <li key={id}>{rightOf(question, id)}</li>
      ))}
    </ol>
  )
}

function MatchView({ question, chosen, grade }: QuestionViewProps<MatchQuestion>) {
  const { t } = useTexts()
  const rights = offered(question)
  return (
    <>
      <RightSides question={question} />
      {question.pairs.map(({ id, left, reason }) => (
        <PlacedRow
          key={id}
          name={fieldName(question, id)}
          label={t('quizzes:pairFor', { item: left })}
          text={left}
          choices={rights.map((_, i) => letter(i))}
          chosen={chosen[id] ? letter(rights.indexOf(chosen[id])) : ''}
          isGraded={grade !== null}
          verdict={grade?.verdicts[id]}
          mark={{
            right: t('quizzes:yourAnswerRight'),
            wrong: t('quizzes:belongsWith', { letter: letter(rights.indexOf(id)) }),
          }}
          reason={reason}
        />
      ))}
    </>
  )
}
