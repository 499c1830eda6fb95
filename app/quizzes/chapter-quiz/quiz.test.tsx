import { renderToStaticMarkup } from 'react-dom/server'
import { I18nextProvider } from 'react-i18next'
import { describe, expect, test } from 'vitest'
import { loadGoodCourse } from '../../../tests/broken-courses/course.ts'
import { rightAnswer } from '../../../tests/factories/test-questions.ts'
import type { WrittenQuestion } from '../../courses/model/chapter.ts'
import { readMarkup } from '../../courses/parse/parse-chapter.ts'
import { i18nFor } from '../../i18n/i18n.ts'
import { languages, pseudoRtl } from '../../i18n/languages.ts'
import { parseQuestion, typeOf } from '../types/question-types.ts'
import { QuestionSheet, Quiz, QuizContext } from './quiz.tsx'
import type { QuestionState } from './quiz-state.ts'
import type { QuizView } from './quiz-view.ts'

const course = await loadGoodCourse()
const textIn = (lang: string) => course.chapters[0]!.texts.get(lang)!
const written = textIn('en').questions
const reasonsOf = (question: WrittenQuestion) =>
  question.parts.map(({ attributes }) => String(attributes.reason))

function viewOf(state: Record<string, QuestionState>, isKept = false): QuizView {
  return {
    questions: written.map(parseQuestion),
    state: new Map(Object.entries(state)),
    address: '/en/courses/tiny/first',
    isKept,
    signInAt: null,
    translations: [],
    placeOf: ({ see }) => ({ address: `#${see}`, title: `Title of ${see}` }),
  }
}

function sheet(
  question: WrittenQuestion,
  state?: QuestionState,
  isKept = false,
  language = languages[0]!,
) {
  return renderToStaticMarkup(
    <I18nextProvider i18n={i18nFor(language)}>
      <QuestionSheet
        question={parseQuestion(question)}
        number={1}
        view={viewOf(state ? { [question.id]: state } : {}, isKept)}
      />
    </I18nextProvider>,
  )
}

function graded(question: WrittenQuestion, chosen = rightAnswer(question)): QuestionState {
  const parsed = parseQuestion(question)
  return { kind: 'graded', chosen, grade: typeOf(parsed).grade(parsed, chosen) }
}

/** The same question with other options right. */
function withRight(question: WrittenQuestion, right: string[]): WrittenQuestion {
  const parts = question.parts.map((part) => {
    const { correct: _, ...rest } = part.attributes
    return {
      ...part,
      attributes: right.includes(String(part.attributes.id))
        ? { ...rest, correct: true as const }
        : rest,
    }
  })
  return { ...question, parts }
}

describe.each(
  written.map((question) => [question.type, question] as const),
)('a question of the type %s', (type, question) => {
  test('shows nobody its reasons before they have answered', () => {
    for (const open of [
      undefined,
      { kind: 'open', chosen: rightAnswer(question) },
      { kind: 'changed' },
    ] as const) {
      for (const reason of reasonsOf(question)) expect(sheet(question, open)).not.toContain(reason)
      expect(sheet(question, open)).not.toMatch(/is-right|is-wrong|is-missed|class="mark"|correct/)
    }
  })

  test('shows every reason afterwards, to one who was right and to one who was not', () => {
    const ids = question.parts.map(({ attributes }) => String(attributes.id))
    const turned = Object.fromEntries(ids.map((id, i) => [id, ids[(i + 1) % ids.length] as string]))
    const wrong = {
      order: Object.fromEntries(ids.map((id, i) => [id, String(ids.length - i)])),
      match: turned,
    }[type] ?? {
      [ids.find((id) => !(id in rightAnswer(question))) as string]: 'yes',
    }
    for (const [chosen, result] of [
      [rightAnswer(question), 'is-right'],
      [wrong, 'is-wrong'],
    ] as const) {
      const html = sheet(question, graded(question, chosen))
      for (const reason of reasonsOf(question)) expect(html).toContain(reason)
      expect(html).toContain(`class="result ${result}"`)
      expect(html.includes(`<a href="#${question.see}">`), 'the way to read it again').toBe(
        result === 'is-wrong',
      )
      expect(
        html
          .match(/<(input|select)(?![^>]*type="hidden")[^>]*>/g)
          ?.every((field) => field.includes('disabled')),
      ).toBe(true)
    }
  })

  test('carries a guest’s answer in hidden fields that grade the same again, and a learner’s in none', () => {
    const hidden = [
      ...sheet(question, graded(question)).matchAll(
        /<input type="hidden" name="([^"]*)" value="([^"]*)"/g,
      ),
    ].map(([, name, value]) => [name, value] as [string, string])
    expect(hidden[0]).toEqual(['checked', question.id])
    const parsed = parseQuestion(question)
    expect(typeOf(parsed).read(parsed, new URLSearchParams(hidden.slice(1)))).toEqual({
      kind: 'answer',
      response: rightAnswer(question),
    })
    expect(sheet(question, graded(question), true)).not.toContain('type="hidden"')
  })

  test('says what is wrong with words, not by colour alone', () => {
    const html = sheet(question, { kind: 'open', chosen: {}, problem: 'quizzes:chooseFirst' })
    expect(html).toContain('role="alert"')
    expect(html).toContain('Choose an answer first.')
    expect(sheet(question, { kind: 'changed' })).toContain('has changed since you answered it')
  })

  test('can be shown from right to left', () => {
    expect(sheet(question, graded(question), false, pseudoRtl)).toContain(
      '[Your answer is correct.]',
    )
  })
})

/** What stands beside each part of a graded question, by the part's id. */
function marksIn(
  question: WrittenQuestion,
  chosen: Record<string, string>,
): Record<string, string | undefined> {
  const rows = sheet(question, graded(question, chosen)).split('<div class="option placed').slice(1)
  const named = (row: string) => /name="q\.[^".]+\.([^"]+)"/.exec(row)?.[1] as string
  return Object.fromEntries(
    rows.map((row) => [
      named(row),
      /^ is-\w+/.exec(row)?.[0] + (/class="mark">([^<]*)/.exec(row)?.[1] ?? ''),
    ]),
  )
}

test('beside each item of an order stands whether its place is right, and else which one is', () => {
  const order = written.find(({ type }) => type === 'order') as WrittenQuestion
  const [first, second, third] = order.parts.map(({ attributes }) => String(attributes.id)) as [
    string,
    string,
    string,
  ]
  const right = ' is-right✓ Right place'
  expect(marksIn(order, { [first]: '1', [second]: '3', [third]: '2' })).toEqual({
    [first]: right,
    [second]: ' is-wrong✗ Right place: 2',
    [third]: ' is-wrong✗ Right place: 3',
  })
  expect(marksIn(order, rightAnswer(order))).toEqual({
    [first]: right,
    [second]: right,
    [third]: right,
  })
})

test('beside each pair stands whether it is right, and else with which letter it belongs', () => {
  const match = written.find(({ type }) => type === 'match') as WrittenQuestion
  const [first, second, third] = match.parts.map(({ attributes }) => String(attributes.id)) as [
    string,
    string,
    string,
  ]
  const letters = Object.fromEntries(
    typeOf(parseQuestion(match)).write(parseQuestion(match), rightAnswer(match)),
  )
  expect(marksIn(match, { [first]: first, [second]: third, [third]: second })).toEqual({
    [first]: ' is-right✓ Your answer, right',
    [second]: ` is-wrong✗ Belongs with ${letters[`q.${match.id}.${second}`]}`,
    [third]: ` is-wrong✗ Belongs with ${letters[`q.${match.id}.${third}`]}`,
  })
})

const [gap, story, own] = readMarkup(
  `<Quiz>
<Question id="gap" type="fill-in" see="meeting">
How many?
<Blank id="people" reason="REASON-PEOPLE.">It takes ___ people.<Accept>three</Accept><Wrong reason="REASON-TWO.">two</Wrong></Blank>
<Hint>HINT: more than two.</Hint>
</Question>
<Question id="story" type="scenario" see="meeting">
What now?
<Step id="door">It rings.<Choice to="table" reason="REASON-OPEN.">Open.</Choice><Choice to="cold" reason="REASON-WAIT.">Wait.</Choice></Step>
<Step id="table">They sit down.<Choice to="warm" reason="REASON-TEA.">Tea.</Choice><Choice to="cold" reason="REASON-SPEECH.">A speech.</Choice></Step>
<End id="warm" good reason="REASON-WARM.">They stay.</End>
<End id="cold" bad reason="REASON-COLD.">They leave.</End>
</Question>
<Question id="own" type="reflection" see="meeting">
What do you think?
<Model>MODEL: a thought.</Model>
<Point id="one">POINT-ONE</Point>
<Point id="two">POINT-TWO</Point>
</Question>
</Quiz>`,
  'en.mdx',
).markup!.questions as [WrittenQuestion, WrittenQuestion, WrittenQuestion]

/**
 * The fields of a question as a browser would send them: those that are hidden, and text that
 * stands in an area.
 */
const hiddenIn = (html: string) =>
  [...html.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)].map(
    ([, name, value]) =>
      [
        name,
        value
          ?.replaceAll('&amp;', '&')
          .replaceAll('&lt;', '<')
          .replaceAll('&gt;', '>')
          .replaceAll('&quot;', '"'),
      ] as [string, string],
  )

describe('a gap', () => {
  test('tells nothing before it is filled, and has a name that says its sentence', () => {
    expect(sheet(gap)).toContain('aria-label="Words for the gap: It takes … people."')
    expect(sheet(gap)).not.toMatch(/three|REASON/)
  })

  test('says why, what is accepted, and what the foreseen mistake was', () => {
    const html = sheet(gap, graded(gap, { people: 'Two' }))
    for (const words of ['REASON-TWO. REASON-PEOPLE.', '✗ Right answer: three', 'value="Two"'])
      expect(html).toContain(words)
    expect(sheet(gap, graded(gap, { people: '3 <b>&"' }))).not.toContain('REASON-TWO')
  })

  test('carries a guest’s text in a hidden field, whatever is in it', () => {
    const people = '"<b>&amp;</b>\''
    const fields = new URLSearchParams(
      hiddenIn(sheet(gap, graded(gap, { people }))).map(([name, value]) => [
        name,
        value.replaceAll('&#x27;', "'"),
      ]),
    )
    const question = parseQuestion(gap)
    expect(typeOf(question).read(question, fields)).toEqual({
      kind: 'answer',
      response: { people },
    })
  })

  test('has its hint folded away before the answer, and none after it', () => {
    expect(sheet(gap)).toMatch(
      /<details class="fold"><summary>Hint<\/summary><p>HINT: more than two.<\/p><\/details>/,
    )
    expect(sheet(gap, graded(gap))).not.toContain('HINT')
  })
})

describe('a situation that branches', () => {
  test('shows one step, and its later steps on paper alone', () => {
    const [onScreen = '', onPaper = ''] = sheet(story).split('on-paper')
    expect(onScreen).toContain('It rings.')
    expect(onScreen).not.toMatch(/They sit down|They stay|They leave|REASON/)
    expect(onPaper).toContain('They sit down.')
    expect(onPaper).not.toMatch(/They stay|They leave|REASON/)
  })

  test('shows the next step under the result’s id, where the focus goes, and may be changed before', () => {
    const html = sheet(story, { kind: 'open', chosen: { door: 'table' }, isUnderway: true })
    expect(html).toContain('<div class="step result" id="result-story" tabindex="-1">')
    expect(html.match(/id="result-story"/g)).toHaveLength(1)
    expect(html).toContain('<input type="hidden" name="q.story" value="table"/>')
    expect(html).toMatch(/name="q.story.door" checked="" value="table"/)
    expect(html).toContain('You can also change an earlier choice')
    expect(html).not.toContain('disabled')
  })

  test('explains its end and each choice that was met, and where it turned', () => {
    const html = sheet(story, graded(story, { door: 'table', table: 'cold' }))
    for (const words of [
      'REASON-OPEN',
      'REASON-WAIT',
      'REASON-TEA',
      'REASON-SPEECH',
      'They leave.',
      'REASON-COLD',
      'This ended badly.',
    ])
      expect(html).toContain(words)
    expect(html.match(/This choice led to the bad end/g)).toHaveLength(1)
    expect(html).not.toMatch(/They stay|REASON-WARM/)
    expect(sheet(story, graded(story))).toContain('✓ This ended well.')
  })
})

describe('one’s own words', () => {
  const text = 'Mine & <b>nobody’s</b>.\nTwo lines.'

  test('are asked for in one field that says who can see them, and nothing is told before', () => {
    for (const [isKept, who] of [
      [false, 'Who can see this: only you.'],
      [true, 'It is never shown to a circle leader or a circle, and it is never counted.'],
    ] as const) {
      const html = sheet(own, undefined, isKept)
      expect(html).toContain('aria-describedby="seen-own"')
      expect(html).toContain(who)
      expect(html).not.toMatch(/MODEL|POINT/)
    }
  })

  test('stand as they were written beside the model answer, to be compared; nothing is called right or wrong', () => {
    const html = sheet(own, graded(own, { text }))
    for (const words of [
      'Mine &amp; &lt;b&gt;nobody’s&lt;/b&gt;.\nTwo lines.',
      'MODEL: a thought.',
      'POINT-ONE',
      'POINT-TWO',
      'I have compared',
    ])
      expect(html).toContain(words)
    expect(html).not.toMatch(/is-right|is-wrong|✗|✓|Not quite|disabled|name="checked"/)
    const question = parseQuestion(own)
    const fields = new URLSearchParams([...hiddenIn(html), ['q.own.two', 'yes']])
    expect(typeOf(question).read(question, fields)).toEqual({
      kind: 'answer',
      response: { text, two: 'yes', compared: 'yes' },
    })
  })

  test('are at an end when they have been compared', () => {
    const html = sheet(own, graded(own, { text, two: 'yes', compared: 'yes' }))
    expect(html).toContain('You have written and compared.')
    expect(html).toContain('Try again')
    expect(html).not.toMatch(/is-right|is-wrong|✗|✓/)
    expect(hiddenIn(html)[0]).toEqual(['checked', 'own'])
  })

  test('are compared also after another question has been sent meanwhile', () => {
    const html = sheet(own, { kind: 'open', chosen: { text, compared: 'yes', one: 'yes' } })
    expect(html).toContain('MODEL')
    expect(html).toContain('I have compared')
  })
})

describe('how sure a learner is', () => {
  const asks = (html: string) => html.includes('How sure are you?')

  test('is asked of learners alone, folded away, before an answer', () => {
    expect(asks(sheet(gap, undefined, true))).toBe(true)
    expect(sheet(gap, undefined, true)).toMatch(/<details class="fold"><summary>How sure/)
    expect(asks(sheet(gap, undefined, false))).toBe(false)
    expect(asks(sheet(gap, graded(gap), true))).toBe(false)
  })

  test('is not asked of one’s own words', () => {
    expect(asks(sheet(own, undefined, true))).toBe(false)
  })

  test('stays as it was said where something is missing in the answer', () => {
    const html = sheet(
      gap,
      { kind: 'open', chosen: {}, problem: 'quizzes:chooseFirst', confidence: 'guessing' },
      true,
    )
    expect(html).toMatch(/<details class="fold" open="">/)
    expect(html).toMatch(/name="sure.gap" checked="" value="guessing"/)
  })
})

describe('a page of questions gives nothing away:', () => {
  const [alone, whoCame, anyDay, inOrder, whoDoes] = written as [
    WrittenQuestion,
    WrittenQuestion,
    WrittenQuestion,
    WrittenQuestion,
    WrittenQuestion,
  ]

  test('it is the same whichever option is right', () => {
    expect(sheet(withRight(alone, ['may']))).toBe(sheet(withRight(alone, ['may-not'])))
    expect(sheet(withRight(anyDay, ['true']))).toBe(sheet(withRight(anyDay, ['false'])))
    const several = [['members'], ['guests'], ['guests', 'members'], ['deputies']].map((right) =>
      sheet(withRight(whoCame, right)),
    )
    expect(new Set(several).size).toBe(1)
  })

  const shownOrder = (question: WrittenQuestion) =>
    [...sheet(question).matchAll(/<select id="q\.[^."]+\.([^"]+)"/g)].map(([, id]) => id)

  test('things to put in order never stand in the right order', () => {
    const ids = inOrder.parts.map(({ attributes }) => attributes.id)
    const orders = [
      [0, 1, 2],
      [0, 2, 1],
      [1, 0, 2],
      [1, 2, 0],
      [2, 0, 1],
      [2, 1, 0],
    ]
    for (const order of orders) {
      const question = { ...inOrder, parts: order.map((i) => inOrder.parts[i]!) }
      expect([...shownOrder(question)].sort()).toEqual([...ids].sort())
      expect(shownOrder(question)).not.toEqual(order.map((i) => ids[i]))
    }
  })

  test('they stand in the same order in every language', () => {
    const swedish = textIn('sv').questions
    for (const i of [3, 4]) expect(shownOrder(swedish[i]!)).toEqual(shownOrder(written[i]!))
  })

  test('each line of a pairing offers the same letters, and a letter says only where a side stands in the list', () => {
    const html = sheet(whoDoes)
    const listed = [
      ...html.match(/<ol class="letters" type="A">(.*?)<\/ol>/)![1]!.matchAll(/<li>(.*?)<\/li>/g),
    ].map(([, text]) => text)
    expect([...listed].sort()).toEqual(
      whoDoes.parts.map(({ attributes }) => attributes.right).sort(),
    )
    const selects = [...html.matchAll(/<select[^>]*>(.*?)<\/select>/g)].map(
      ([, options]) => options,
    )
    expect(selects).toHaveLength(3)
    expect(new Set(selects).size).toBe(1)
    expect([...selects[0]!.matchAll(/<option[^>]*>([^<]*)/g)].map(([, text]) => text)).toEqual([
      '–',
      'A',
      'B',
      'C',
    ])
  })
})

describe('the self-check as a whole', () => {
  const whole = (state: Record<string, QuestionState>, isKept = false) =>
    renderToStaticMarkup(
      <I18nextProvider i18n={i18nFor(languages[0]!)}>
        <QuizContext.Provider value={viewOf(state, isKept)}>
          <Quiz />
        </QuizContext.Provider>
      </I18nextProvider>,
    )

  test('tells a guest that nothing is kept, and a learner that only they see it', () => {
    expect(whole({})).toContain('Your answers are not stored.')
    expect(whole({}, true)).toContain('Your answers are stored. Who can see this: you')
  })

  test('asks every question, once, in one form that works without script', () => {
    expect([...whole({}).matchAll(/data-question="([^"]+)"/g)].map(([, id]) => id)).toEqual(
      written.map(({ id }) => id),
    )
    expect(
      whole({}).match(/<form method="post" action="\/en\/courses\/tiny\/first#self-check-sum"/g),
    ).toHaveLength(1)
  })

  test('offers to check all only while more than one is open', () => {
    const all = Object.fromEntries(written.map((question) => [question.id, graded(question)]))
    expect(whole({})).toContain('class="check-all"')
    expect(whole({ ...all, alone: { kind: 'open', chosen: {} } })).not.toContain(
      'class="check-all"',
    )
  })
})
