import { expect, test } from 'vitest'
import type { WrittenPart, WrittenQuestion } from '../model/chapter.ts'
import { acceptEveryLanguage } from './accept-every-language.ts'

const inside = (kind: string, text: string): WrittenPart => ({
  kind,
  attributes: {},
  text,
  line: 1,
})
const question = (...parts: WrittenPart[]): WrittenQuestion => ({
  id: 'q',
  type: 'fill-in',
  see: 's',
  prompt: '?',
  parts: [{ kind: 'Blank', attributes: { id: 'b', reason: 'Why.' }, text: '___', line: 1, parts }],
  line: 1,
})
const english = question(inside('Accept', 'three'), inside('Accept', '3'), inside('Wrong', 'tre'))
const swedish = question(inside('Accept', 'tre'), inside('Accept', '3'))
const answers = (own: WrittenQuestion) =>
  acceptEveryLanguage([own], [[english], [swedish]])[0]!.parts[0]!.parts!.map(
    ({ kind, text }) => `${kind} ${text}`,
  )

test('a gap accepts what any language of the chapter accepts, its own first', () => {
  expect(answers(swedish)).toEqual(['Accept tre', 'Accept 3', 'Accept three'])
})

test('but not what its own language calls wrong', () => {
  expect(answers(english)).toEqual(['Accept three', 'Accept 3', 'Wrong tre'])
})
