import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { loadGoodCourse, realCourses } from '../../tests/broken-courses/course.ts'
import { anyAnswer } from '../../tests/factories/test-questions.ts'
import { loadCatalogue } from '../courses/load/load-catalogue.server.ts'
import type { Chapter, Course, WrittenQuestion } from '../courses/model/chapter.ts'
import { languages, pseudoRtl } from '../i18n/languages.ts'
import { BoundedStore } from '../platform/pieces/bounded-store.ts'
import { bytesOf } from '../platform/pieces/piece.server.ts'
import { Quiz, QuizContext } from '../quizzes/chapter-quiz/quiz.tsx'
import { confidenceLevels, type QuestionState } from '../quizzes/chapter-quiz/quiz-state.ts'
import { answersForm } from '../quizzes/chapter-quiz/quiz-view.ts'
import { parseQuestion, typeOf } from '../quizzes/types/question-types.ts'
import { piecesOf, quizView, TextWithQuiz } from './chapter-pieces.server.tsx'
import { forgetParts, renderIn } from './kept-parts.server.tsx'
import { type Reading, textsFor } from './reading.ts'

const loaded = await loadCatalogue({ ...realCourses, trustsCache: true })
if (loaded.kind === 'broken') throw new Error(JSON.stringify(loaded.problems))
const real = loaded.catalogue.courses.get('run-a-party') as Course
const tiny = await loadGoodCourse()
const all = [...languages, pseudoRtl]

/** The whole chapter rendered at once, by the same components. */
function wholeOf(view: Parameters<typeof piecesOf>[0], state: ReadonlyMap<string, QuestionState>) {
  return renderIn(
    view.reading.language,
    <QuizContext.Provider value={quizView(view.reading, state)}>
      <TextWithQuiz {...view} quiz={Quiz} />
    </QuizContext.Provider>,
  )
}

const typed = fc.constantFrom('<b>"mine" & \'yours\'</b>', 'åäö', '{quiz}', '$& $1', '')

/** Where somebody can stand with a question, also with what no form of ours would send. */
function anyState(written: WrittenQuestion): fc.Arbitrary<QuestionState | null> {
  const question = parseQuestion(written)
  const chosen = fc
    .tuple(anyAnswer(written), typed)
    .map(([answer, text]) =>
      Object.fromEntries(
        Object.entries(answer).map(([id, value]) => [
          id,
          typeOf(question).isPrivate && value !== 'yes' ? value + text : value,
        ]),
      ),
    )
  return fc.oneof(
    fc.constant(null),
    fc.constant({ kind: 'changed' as const }),
    fc.record(
      {
        kind: fc.constant('open' as const),
        chosen: fc.oneof(chosen, fc.constant({})),
        problem: fc.constant('quizzes:chooseFirst' as const),
        confidence: fc.constantFrom(...confidenceLevels),
      },
      { requiredKeys: ['kind', 'chosen'] },
    ),
    chosen.map((given) => ({
      kind: 'graded' as const,
      chosen: given,
      grade: typeOf(question).grade(question, given),
    })),
  )
}

/** Any reader of a chapter: guest or learner, in any language, at any place, with any answers. */
function anyReader(course: Course, chapter: Chapter) {
  return fc
    .record({
      language: fc.constantFrom(...all),
      isLearner: fc.boolean(),
      wasSignedOut: fc.boolean(),
      place: fc.nat(20),
      noted: fc.nat(3),
      country: fc.nat(3),
      carried: fc.constantFrom(null, 'ZA', 'IN', 'SE'),
      pictures: fc.constantFrom(undefined, 'shown' as const, 'left out' as const, 'never' as const),
    })
    .chain(({ language, isLearner, wasSignedOut, place, noted, country, carried, pictures }) => {
      const reading: Reading = {
        course,
        chapter,
        language,
        languages: all,
        learnerId: isLearner ? 'somebody' : null,
        wasSignedOut: wasSignedOut && !isLearner,
        country: carried,
        pictures,
      }
      const { text } = textsFor(reading)
      const questions = text.questions
      const view = {
        reading,
        country: text.comments[country]?.country ?? null,
        bookmark: isLearner
          ? {
              section: text.sections[place]?.id ?? null,
              form: answersForm,
              noted: text.sections.slice(0, noted).map(({ id }) => id),
            }
          : null,
        answersForm: !isLearner && place % 2 === 0 ? answersForm : null,
      }
      return fc.tuple(...questions.map(anyState)).map((states) => ({
        view,
        state: new Map(
          states.flatMap((one, i) => (one ? [[String(questions[i]?.id), one] as const] : [])),
        ),
      }))
    })
}

const chapters: [Course, Chapter][] = [tiny, real].flatMap((course) =>
  course.chapters.slice(0, 5).map((chapter): [Course, Chapter] => [course, chapter]),
)

test('a chapter put together from kept parts is, byte for byte, the chapter rendered whole', () => {
  const anyone = fc
    .constantFrom(...chapters)
    .chain(([course, chapter]) => anyReader(course, chapter))
  fc.assert(
    fc.property(anyone, ({ view, state }) => {
      const whole = wholeOf(view, state)
      // Once where parts may have to be made, once where they are all there.
      expect(bytesOf(piecesOf(view, state)).toString()).toBe(whole)
      expect(bytesOf(piecesOf(view, state)).toString()).toBe(whole)
    }),
    { numRuns: 150 },
  )
})

test('what an address or a reader changes is in every part that shows it, and each by itself', () => {
  const singles = ({ texts }: Chapter) =>
    texts.get('en')!.questions.filter((one) => one.type === 'single')
  const [, chapter] = chapters.find(
    ([course, one]) => course === real && singles(one).length > 1,
  ) as [Course, Chapter]
  const [swedish, english] = [languages.find(({ tag }) => tag === 'sv')!, languages[0]!]
  const { comments, sections, illustrations } = chapter.texts.get('en')!
  const [first, second] = singles(chapter)
  const answer = (
    written: WrittenQuestion | undefined,
    isRight: boolean,
  ): [string, QuestionState] => {
    const question = parseQuestion(written as WrittenQuestion)
    const options = fc.sample(anyAnswer(written as WrittenQuestion), { numRuns: 200, seed: 7 })
    const chosen = options.find((one) => typeOf(question).grade(question, one).isRight === isRight)!
    const grade = typeOf(question).grade(question, chosen)
    return [question.id, { kind: 'graded', chosen, grade }]
  }
  const usual: Reading = {
    course: real,
    chapter,
    language: english,
    languages,
    learnerId: null,
    country: null,
    pictures: 'shown',
  }
  const view = { reading: usual, country: null, bookmark: null, answersForm: null }
  const bookmark = { section: sections[0]?.id ?? null, form: answersForm, noted: [] }
  const told = comments[0]?.country as string
  const learner = { ...view, reading: { ...usual, learnerId: 'somebody' }, bookmark }
  const none = new Map<string, QuestionState>()
  const right = new Map([answer(first, true)])
  expect(illustrations.size).toBeGreaterThan(0)
  const pages: [string, Parameters<typeof piecesOf>[0], ReadonlyMap<string, QuestionState>][] = [
    ['a guest', view, none],
    ['in Swedish', { ...view, reading: { ...usual, language: swedish } }, none],
    [
      'a country with comments',
      { ...view, country: told, reading: { ...usual, country: told } },
      none,
    ],
    ['a country without', { ...view, reading: { ...usual, country: told } }, none],
    ['another country without', { ...view, reading: { ...usual, country: 'SE' } }, none],
    ['no pictures', { ...view, reading: { ...usual, pictures: 'left out' } }, none],
    // In a translation: its sections lead to those of the source.
    [
      'answers that go along',
      { ...view, reading: { ...usual, language: swedish }, answersForm },
      none,
    ],
    ['signed out meanwhile', { ...view, reading: { ...usual, wasSignedOut: true } }, right],
    ['one right', view, right],
    ['one wrong', view, new Map([answer(first, false)])],
    ['another wrong', view, new Map([answer(second, false)])],
    ['one right, one wrong', view, new Map([answer(first, true), answer(second, false)])],
    ['a learner', learner, none],
    ['a learner, one right', learner, right],
    ['with a note', { ...learner, bookmark: { ...bookmark, noted: [sections[0]!.id] } }, none],
    ['without a bookmark', { ...learner, bookmark: { ...bookmark, section: null } }, none],
  ]
  forgetParts()
  const sent = pages.map(([, ...page]) => bytesOf(piecesOf(...page)).toString())
  for (const [i, [name, ...page]] of pages.entries())
    expect([name, sent[i] === wholeOf(...page)]).toEqual([name, true])
  // Or this would prove nothing of what is left out of a name.
  expect(new Set(sent).size).toBe(pages.length)
})

test('P11: how much has to be made for one person tells nothing of another', () => {
  const [, chapter] = chapters.find(([course]) => course === real) as [Course, Chapter]
  const { questions, sections } = chapter.texts.get('en')!
  const state = new Map(
    questions.flatMap((written) => {
      const question = parseQuestion(written)
      const chosen = fc.sample(anyAnswer(written), { numRuns: 1, seed: 7 })[0]!
      const grade = typeOf(question).grade(question, chosen)
      return [[question.id, { kind: 'graded', chosen, grade } as QuestionState] as const]
    }),
  )
  const page = (learnerId: string | null, at: number): Parameters<typeof piecesOf>[0] => ({
    reading: { course: real, chapter, language: languages[0]!, languages, learnerId },
    country: null,
    bookmark: learnerId
      ? { section: sections[at]?.id ?? null, form: answersForm, noted: [] }
      : null,
    answersForm: learnerId ? null : answersForm,
  })
  /** How many parts are made and kept for a page after another was asked for. */
  const madeAfter = (
    other: Parameters<typeof piecesOf>,
    own: Parameters<typeof piecesOf>,
  ): number => {
    forgetParts()
    piecesOf(...other)
    const put = vi.spyOn(BoundedStore.prototype, 'put')
    piecesOf(...own)
    const count = put.mock.calls.length
    put.mockRestore()
    return count
  }
  const none = new Map<string, QuestionState>()
  const mine: Parameters<typeof piecesOf> = [page('me', 1), state]
  expect(madeAfter([page('other', 1), state], mine)).toBe(madeAfter([page('other', 0), none], mine))
  expect(madeAfter(mine, mine)).toBe(0)
  const guests: Parameters<typeof piecesOf> = [page(null, 0), state]
  expect(madeAfter([page(null, 0), state], guests)).toBe(0)
  expect(madeAfter([page(null, 0), none], guests)).toBe(0)
})

test('a text that was loaded again is never shown with the parts of the old one', () => {
  const [chapter] = tiny.chapters as [Chapter]
  const text = chapter.texts.get('en')!
  const changed = { ...text, comments: [], sources: [] }
  const reading = (shown: typeof text): Reading => ({
    course: tiny,
    chapter: { ...chapter, texts: new Map([['en', shown]]) },
    language: languages[0]!,
    languages,
    learnerId: null,
  })
  const view = (shown: typeof text) => ({
    reading: reading(shown),
    country: null,
    bookmark: null,
    answersForm: null,
  })
  const before = bytesOf(piecesOf(view(text), new Map())).toString()
  const after = bytesOf(piecesOf(view(changed), new Map())).toString()
  expect(before).toContain('A handbook')
  expect(after).not.toContain('A handbook')
  forgetParts()
  expect(bytesOf(piecesOf(view(text), new Map())).toString()).toBe(before)
})
