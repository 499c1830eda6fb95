import { useTexts } from '../../i18n/use-texts.ts'
import { seedOf, shuffle } from '../../platform/shuffle.ts'
import { PlacedRow } from './placed-row.tsx'
import {
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

interface OrderQuestion extends Question {
  /** In the right order. */
  items: { id: string; text: string; reason: string }[]
}

/** The items as they are asked: the same mix in every language, and never the right order. */
function mixed(question: OrderQuestion): OrderQuestion['items'] {
  const ids = question.items.map((item) => item.id)
  const mix = shuffle([...ids].sort(), seedOf(ownId(question)))
  const fair = mix.join() === ids.join() ? [...mix.slice(1), mix[0] as string] : mix
  return fair.map(
    (id) => question.items.find((item) => item.id === id) as OrderQuestion['items'][number],
  )
}

/** Things to put in order: each gets a number. */
export const order: QuestionType<OrderQuestion> = {
  name: 'order',
  isPrivate: false,
  check: (written) =>
    checkParts(written, [{ kind: 'Item', min: 3, hasText: true, hasReason: true }]),
  parse: (written) => ({
    ...baseQuestion(written),
    items: written.parts.map(({ attributes, text }) => ({
      id: String(attributes.id),
      text,
      reason: String(attributes.reason),
    })),
  }),
  read(question, fields) {
    if (
      hasOtherFields(
        question,
        fields,
        question.items.map(({ id }) => id),
      )
    )
      return null
    const response: Record<string, string> = {}
    for (const { id } of question.items) {
      const place = fields.get(fieldName(question, id)) ?? ''
      if (place === '') continue
      if (!/^\d{1,2}$/.test(place) || Number(place) < 1 || Number(place) > question.items.length)
        return null
      response[id] = String(Number(place))
    }
    const places = Object.values(response)
    if (places.length === 0) return { kind: 'nothing' }
    if (places.length < question.items.length)
      return { kind: 'incomplete', response, problem: 'quizzes:chooseForEach' }
    if (new Set(places).size < places.length)
      return { kind: 'incomplete', response, problem: 'quizzes:samePlaceTwice' }
    return { kind: 'answer', response }
  },
  write: (question, chosen) =>
    Object.entries(chosen).map(([id, place]) => [fieldName(question, id), place]),
  grade(question, chosen): Grade {
    const verdicts = Object.fromEntries(
      question.items.map(({ id }, i) => [
        id,
        chosen[id] === String(i + 1) ? ('right' as const) : ('wrong' as const),
      ]),
    )
    const right = Object.values(verdicts).filter((verdict) => verdict === 'right').length
    return {
      isRight: right === question.items.length,
      share: right / question.items.length,
      verdicts,
    }
  },
  View: OrderView,
  Print: ({ question }) => (
    <ul className="boxes">
      {mixed(question).map(({ id, text }) => (
        <li key={id}>
          <span className="gap" /> {text}
        </li>
      ))}
    </ul>
  ),
  plain: (question) => ({
    prompt: question.prompt,
    lines: mixed(question).map(({ text }) => `___ ${text}`),
    answer: question.items.map(({ text }, i) => `${i + 1}. ${text}`),
  }),
  key: ({ items }) =>
    items.map(({ text, reason }, i) => ({ sign: null, text: `${i + 1}. ${text}`, reason })),
}

function OrderView({ question, chosen, grade }: QuestionViewProps<OrderQuestion>) {
  const { t } = useTexts()
  const places = question.items.map((_, i) => String(i + 1))
  return mixed(question).map(({ id, text, reason }) => (
    <PlacedRow
      key={id}
      name={fieldName(question, id)}
      label={t('quizzes:placeOf', { item: text })}
      text={text}
      choices={places}
      chosen={chosen[id] ?? ''}
      isGraded={grade !== null}
      verdict={grade?.verdicts[id]}
      mark={{
        right: t('quizzes:rightPlace'),
        wrong: t('quizzes:belongsAt', {
          place: question.items.findIndex((item) => item.id === id) + 1,
        }),
      }}
      reason={reason}
    />
  ))
}
