import { describe, expect, test } from 'vitest'
import {
  accept,
  ask,
  blank,
  end,
  inside,
  item,
  model,
  option,
  pair,
  point,
  right,
  step,
  wrong,
} from '../../../tests/factories/test-written.ts'
import type { WrittenQuestion } from '../../courses/model/chapter.ts'
import { checkQuestion } from './question-types.ts'

describe('an author is told of', () => {
  test.each<[string, WrittenQuestion, string]>([
    [
      'a type that does not exist',
      ask('essay', []),
      '4: the type "essay" does not exist; there are single, multiple, true-false, order, match, fill-in, scenario, reflection.',
    ],
    [
      'a question without a text',
      ask('single', [option('a', right), option('b')], ''),
      '4: it has no text.',
    ],
    [
      'a part of another type',
      ask('single', [option('a', right), option('b'), item('c')]),
      '5: a question of the type single has <Option>, not <Item>.',
    ],
    [
      'an option without its reason',
      ask('single', [option('a', right), option('b', { reason: '' })]),
      '5: <Option id="b"> lacks its reason.',
    ],
    [
      'an id that stands twice',
      ask('single', [option('a', right), option('b'), option('b', {}, 'Other')]),
      '4: the id "b" stands twice.',
    ],
    [
      'an option without a text',
      ask('single', [option('a', right), option('b', {}, '')]),
      '5: <Option id="b"> has no text.',
    ],
    [
      'no right option',
      ask('single', [option('a'), option('b')]),
      '4: exactly one <Option> must be correct; 0 are.',
    ],
    [
      'two right options',
      ask('single', [option('a', right), option('b', right)]),
      '4: exactly one <Option> must be correct; 2 are.',
    ],
    ['a single option', ask('single', [option('a', right)]), '4: it needs 2 of <Option> at least.'],
    [
      'several of which none is right',
      ask('multiple', [option('a'), option('b'), option('c')]),
      '4: at least one <Option> must be correct, and at least one not.',
    ],
    [
      'several of which all are right',
      ask('multiple', [option('a', right), option('b', right), option('c', right)]),
      '4: at least one <Option> must be correct, and at least one not.',
    ],
    [
      'several that are two',
      ask('multiple', [option('a', right), option('b')]),
      '4: it needs 3 of <Option> at least.',
    ],
    ...[
      'Who? Several are right.',
      'Vem? Flera svar är rätt.',
      'Who? Several answers can be correct',
      'Who? Several do.',
    ].map((prompt): [string, WrittenQuestion, string] => [
      `a prompt that says what the page says: ${prompt}`,
      { ...ask('multiple', [option('a', right), option('b', right), option('c')]), prompt },
      '4: the page says by itself that several can be right.',
    ]),
    [
      'true and maybe',
      ask('true-false', [option('true', right), option('maybe')]),
      '4: it has exactly <Option id="true"> and <Option id="false">.',
    ],
    [
      'true, false and maybe',
      ask('true-false', [option('true', right), option('false'), option('maybe')]),
      '4: it has exactly <Option id="true"> and <Option id="false">.',
    ],
    [
      'both true and false',
      ask('true-false', [option('true', right), option('false', right)]),
      '4: exactly one of true and false must be correct.',
    ],
    [
      'an item without a text',
      ask('order', [item('a'), item('b'), item('c', '')]),
      '5: <Item id="c"> has no text.',
    ],
    ['an order of two', ask('order', [item('a'), item('b')]), '4: it needs 3 of <Item> at least.'],
    ['two pairs', ask('match', [pair('a'), pair('b')]), '4: it needs 3 of <Pair> at least.'],
    [
      'a right side that fits two',
      ask('match', [pair('a', 'x', 'y'), pair('b', 'z', 'y'), pair('c')]),
      '4: two pairs have the same right side.',
    ],
    [
      'a hint without words',
      { ...ask('single', [option('a', right), option('b')]), hints: [''] },
      '4: a <Hint> has no text.',
    ],
    [
      'a sentence without a gap',
      ask('fill-in', [blank('a', [accept('x')], 'No gap.')]),
      '6: <Blank id="a"> needs one gap, written ___.',
    ],
    [
      'a sentence with two',
      ask('fill-in', [blank('a', [accept('x')], '___ and ___')]),
      '6: <Blank id="a"> needs one gap, written ___.',
    ],
    [
      'a gap that accepts nothing',
      ask('fill-in', [blank('a', [wrong('x')])]),
      '6: <Blank id="a"> needs one <Accept> at least.',
    ],
    [
      'an accepted answer of which nothing is left',
      ask('fill-in', [blank('a', [accept('x'), accept('...')])]),
      '7: <Accept> needs an answer, of 100 characters at most.',
    ],
    [
      'an answer that is accepted and wrong, but for a capital',
      ask('fill-in', [blank('a', [accept('quorum'), wrong('Quórum')])]),
      '7: "Quórum" is accepted and wrong at once.',
    ],
    [
      'a situation that begins with its end',
      ask('scenario', [end('a', 'good'), step('s', 'a', 'b'), end('b', 'bad')]),
      '8: it begins with a <Step>.',
    ],
    [
      'a step where nobody can go on',
      ask('scenario', [step('s', 'a', 'b', 't'), step('t'), end('a', 'good'), end('b', 'bad')]),
      '6: <Step id="t"> needs two <Choice> at least: here nobody can go on.',
    ],
    [
      'two choices that lead to the same place',
      ask('scenario', [step('s', 'a', 'a', 'b'), end('a', 'good'), end('b', 'bad')]),
      '6: two choices of <Step id="s"> lead to the same place.',
    ],
    [
      'a choice that leads nowhere',
      ask('scenario', [step('s', 'a', 'b', 'c'), end('a', 'good'), end('b', 'bad')]),
      '7: <Choice to="c"> leads nowhere.',
    ],
    [
      'a step that nobody reaches',
      ask('scenario', [
        step('s', 'a', 'b'),
        step('t', 'a', 'b'),
        end('a', 'good'),
        end('b', 'bad'),
      ]),
      '6: no choice leads to <Step id="t">.',
    ],
    [
      'an end that nobody reaches',
      ask('scenario', [step('s', 'a', 'b'), end('a', 'good'), end('b', 'bad'), end('c', 'bad')]),
      '8: no choice leads to <End id="c">.',
    ],
    [
      'steps that lead round in a circle',
      ask('scenario', [
        step('s', 't', 'b'),
        step('t', 's', 'a'),
        end('a', 'good'),
        end('b', 'bad'),
      ]),
      '4: the step "s" leads back to itself: s, t, s.',
    ],
    [
      'an end that is neither good nor bad',
      ask('scenario', [step('s', 'a', 'b', 'c'), end('a', 'good'), end('b', 'bad'), end('c')]),
      '8: <End id="c"> is either good or bad.',
    ],
    [
      'an end that is both',
      ask('scenario', [
        step('s', 'a', 'b', 'c'),
        end('a', 'good'),
        end('b', 'bad'),
        end('c', 'good', 'bad'),
      ]),
      '8: <End id="c"> is either good or bad.',
    ],
    [
      'a situation that cannot end well',
      ask('scenario', [step('s', 'a', 'b'), end('a', 'bad'), end('b', 'bad')]),
      '4: it needs a good end and a bad one.',
    ],
    [
      'a model answer that is missing',
      ask('reflection', [point('a'), point('b')]),
      '4: it needs 1 of <Model> at least.',
    ],
    [
      'two model answers',
      ask('reflection', [model, { ...model, text: 'Another one.' }, point('a'), point('b')]),
      '4: it has 2 of <Model>; 1 is the most.',
    ],
    [
      'a single point to compare',
      ask('reflection', [model, point('a')]),
      '4: it needs 2 of <Point> at least.',
    ],
    [
      'a point without words',
      ask('reflection', [model, point('a'), point('b', '')]),
      '6: <Point id="b"> has no text.',
    ],
    [
      'a point with an id that the form uses',
      ask('reflection', [model, point('a'), point('text')]),
      '6: a <Point> cannot have the id "text".',
    ],
    [
      'a left side that stands twice',
      ask('match', [pair('a', 'x', 'y'), pair('b', 'x', 'z'), pair('c')]),
      '4: two pairs have the same left side.',
    ],
    [
      'two options with the same words',
      ask('single', [option('a', right, 'Nobody is  heard'), option('b', {}, 'nobody is heard.')]),
      '5: two <Option> have the same words: "nobody is heard.".',
    ],
    [
      'two options of several with the same words',
      ask('multiple', [option('a', right), option('b', {}, 'So'), option('c', {}, 'So')]),
      '5: two <Option> have the same words: "So".',
    ],
    [
      'two items with the same words',
      ask('order', [item('a'), item('b', 'So'), item('c', 'So')]),
      '5: two <Item> have the same words: "So".',
    ],
    [
      'two sentences with the same words',
      ask('fill-in', [
        blank('a', [accept('x')], '___ votes.'),
        blank('b', [accept('y')], '___ votes'),
      ]),
      '6: two <Blank> have the same words: "___ votes".',
    ],
    [
      'two sides that differ in capitals alone',
      ask('match', [pair('a', 'x', 'y'), pair('b', 'z', 'Y'), pair('c')]),
      '4: two pairs have the same right side.',
    ],
    [
      'two points with the same words',
      ask('reflection', [model, point('a', 'So'), point('b', 'So')]),
      '6: two <Point> have the same words: "So".',
    ],
    [
      'two choices with the same words',
      ask('scenario', [
        {
          ...step('s'),
          parts: [inside('Choice', 'Wait', { to: 'a' }), inside('Choice', 'Wait', { to: 'b' })],
        },
        end('a', 'good'),
        end('b', 'bad'),
      ]),
      '7: two <Choice> have the same words: "Wait".',
    ],
  ])('%s', (_, written, problem) => {
    expect(checkQuestion(written).map(({ line, message }) => `${line}: ${message}`)).toEqual([
      problem,
    ])
  })

  test('nothing in a prompt that has the word several in what it tells or asks', () => {
    const options = [option('a', right), option('b', right), option('c')]
    for (const prompt of ['Several have left. Who?', 'Who are counted? One of them is a guest.'])
      expect(checkQuestion({ ...ask('multiple', options), prompt })).toEqual([])
  })

  test('nothing in true and false without texts: the page has its own words for them', () => {
    expect(
      checkQuestion(ask('true-false', [option('true', {}, ''), option('false', right, '')])),
    ).toEqual([])
  })
})
