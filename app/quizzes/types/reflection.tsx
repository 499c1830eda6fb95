import { useTexts } from '../../i18n/use-texts.ts'
import { normalizeText as writtenIn } from './normalize-text.ts'
import {
  baseQuestion,
  checkParts,
  fieldName,
  type Grade,
  hasOtherFields,
  type Question,
  type QuestionType,
  type QuestionViewProps,
  type Verdict,
} from './question-type.ts'

interface ReflectionQuestion extends Question {
  model: string
  points: { id: string; text: string }[]
}

/** The most that can be written, in characters. */
const longest = 2000
const lines = 7
// What is stored beside the points that were ticked; no point can have these ids.
const text = 'text'
const compared = 'compared'

/**
 * Something to think about in one's own words, then to compare with a model answer, point by point.
 * It is never wrong: it is right, in the sense that the chapter can be finished, when it has been
 * written and compared. Nobody else sees it.
 */
export const reflection: QuestionType<ReflectionQuestion> = {
  name: 'reflection',
  isPrivate: true,
  check: (written) => [
    ...checkParts(written, [
      { kind: 'Model', min: 1, max: 1, hasText: true },
      { kind: 'Point', min: 2, hasText: true },
    ]),
    ...written.parts
      .filter(({ attributes }) => attributes.id === text || attributes.id === compared)
      .map(({ line, attributes }) => ({
        line,
        message: `a <Point> cannot have the id "${attributes.id}".`,
      })),
  ],
  parse: (written) => ({
    ...baseQuestion(written),
    model: written.parts.find(({ kind }) => kind === 'Model')?.text ?? '',
    points: written.parts
      .filter(({ kind }) => kind === 'Point')
      .map(({ attributes, text }) => ({ id: String(attributes.id), text })),
  }),
  read(question, fields) {
    const boxes = [...question.points.map(({ id }) => id), compared]
    if (hasOtherFields(question, fields, [text, ...boxes])) return null
    if (boxes.some((id) => fields.getAll(fieldName(question, id)).some((value) => value !== 'yes')))
      return null
    const own = writtenIn(fields.get(fieldName(question, text)) ?? '')
    if (own === '') return { kind: 'nothing' }
    const ticked = boxes.filter((id) => fields.has(fieldName(question, id)))
    const response = Object.fromEntries([[text, own], ...ticked.map((id) => [id, 'yes'])])
    return own.length > longest
      ? { kind: 'incomplete', response, problem: 'quizzes:tooLong' }
      : { kind: 'answer', response }
  },
  write: (question, chosen) =>
    Object.entries(chosen).map(([id, value]) => [fieldName(question, id), value]),
  grade(question, chosen): Grade {
    const isRight = Boolean(chosen[text]) && chosen[compared] === 'yes'
    const verdicts: Record<string, Verdict> = Object.fromEntries(
      question.points.map(({ id }) => [id, chosen[id] ? ('right' as const) : ('left' as const)]),
    )
    return { isRight, share: isRight ? 1 : 0, verdicts }
  },
  View: ReflectionView,
  Print: () => (
    <div className="writing-lines">
      {Array.from({ length: lines }, (_, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: empty lines have nothing but their place.
        <div key={i} />
      ))}
    </div>
  ),
  plain: (question) => ({
    prompt: question.prompt,
    lines: Array.from({ length: lines }, () => '_'.repeat(60)),
    answer: [question.model, ...question.points.map((point) => `☐ ${point.text}`)],
  }),
  key: ({ model, points }) =>
    [model, ...points.map((point) => `☐ ${point.text}`)].map((line) => ({
      sign: null,
      text: line,
      reason: '',
    })),
  button: (chosen, grade) =>
    grade || chosen[compared] ? 'quizzes:haveCompared' : 'quizzes:compare',
  result: { right: 'quizzes:compared', wrong: 'quizzes:compareNow' },
}

function ReflectionView({
  question,
  chosen,
  grade,
  isKept,
}: QuestionViewProps<ReflectionQuestion>) {
  const { t } = useTexts()
  if (grade === null && !chosen[compared])
    return (
      <div className="own-words">
        <textarea
          name={fieldName(question, text)}
          defaultValue={chosen[text]}
          rows={6}
          maxLength={longest}
          dir="auto"
          autoComplete="off"
          aria-label={t('quizzes:yourThoughts')}
          aria-describedby={`seen-${question.id}`}
        />
        <p className="quiet" id={`seen-${question.id}`}>
          {isKept ? t('quizzes:reflectionKept') : t('quizzes:reflectionGuest')}
        </p>
      </div>
    )
  const isOver = grade?.isRight === true
  return (
    <>
      <p className="quiet">{t('quizzes:yourThoughts')}</p>
      <blockquote className="own-words" dir="auto">
        {chosen[text]}
      </blockquote>
      <p className="quiet">{t('quizzes:oneAnswer')}</p>
      <p>{question.model}</p>
      <p className="quiet">{isOver ? t('quizzes:pointsTicked') : t('quizzes:tickPoints')}</p>
      {question.points.map(({ id, text: point }) => (
        <label key={id} className="option">
          <input
            type="checkbox"
            name={fieldName(question, id)}
            value="yes"
            defaultChecked={Boolean(chosen[id])}
            disabled={isOver}
          />
          <span>{point}</span>
        </label>
      ))}
      {!isOver && (
        <>
          <input type="hidden" name={fieldName(question, text)} value={chosen[text]} />
          <input type="hidden" name={fieldName(question, compared)} value="yes" />
        </>
      )}
    </>
  )
}
