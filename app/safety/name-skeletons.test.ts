import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { suggestionWords } from '../accounts/passphrases/suggestions.server.ts'
import { looksLike, nameSkeletons } from './name-skeletons.ts'

const cyrillicAnna = '\u0410nna'

describe('names that a person would take for each other', () => {
  test.each([
    ['Anna', 'anna'],
    ['Anna', cyrillicAnna],
    ['Anna', '\u0410NN\u0410'],
    ['Anna', 'An\u200bna'],
    ['Anna', 'Anna\u200f'],
    ['Anna', '\u202eAnna'],
    ['Anna', '\u{1d400}nna'],
    ['Anna', 'ＡＮＮＡ'],
    ['Anna', 'Αnna'],
    ['Anna', 'Ꭺnna'],
    ['Zoë', 'Zoe\u0308'],
    ['Нина', 'нина'],
    ['НАННА', 'HAHHA'],
    ['Calm Otter', 'CaIm Otter'],
    ['Calm Otter', 'caIm otter'],
    ['Calm Otter', 'Calm\u2003Otter'],
    ['Calm Otter', 'Calm 0tter'],
    ['Calm Otter', 'Са1m Оttеr'],
    ['Moderator', 'Mоdеrаtоr'],
    ['moderator', 'modeгator'],
    ['Moderator', 'Μοderator'],
    ['Martin', 'rnartin'],
    ['Straße', 'STRASSE'],
    ['Ivan', 'lvan'],
    ['Владимир', 'ВЛАДИМИР'],
  ])('%s and %s', (one, other) => {
    expect(looksLike(one, other)).toBe(true)
    expect(looksLike(other, one)).toBe(true)
  })
})

describe('names that are told apart', () => {
  test.each([
    ['Anna', 'Ana'],
    ['Anna', 'Anná'],
    ['Lisa', 'Ilsa'],
    ['Adil', 'Adli'],
    ['Ella', 'Elia'],
    ['Lia', 'Ila'],
    ['Алла', 'Алиа'],
    ['Ann A', 'Anna'],
    ['Person 1', 'Person 2'],
    ['မိုးမိုး', 'မိုး'],
    ['李雷', '李蕾'],
    ['علي', 'عليا'],
  ])('%s and %s', (one, other) => {
    expect(looksLike(one, other)).toBe(false)
  })
})

test('every letter is taken for itself in capitals and small ones', () => {
  const anyLetter = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
  fc.assert(
    fc.property(anyLetter, (name) => {
      const capitals = name.toUpperCase()
      // Where a capital letter has another small letter than it came from, there is no way back:
      // "ς" and "σ".
      if (capitals.toLowerCase().toUpperCase() !== capitals) return
      expect(looksLike(name, capitals)).toBe(true)
    }),
  )
})

test('marks that are not seen never make another name', () => {
  const marks = fc.constantFrom(
    '\u200b',
    '\u200c',
    '\u200d',
    '\u200e',
    '\u202e',
    '\u2066',
    '\ufeff',
    '\u00ad',
    '\ufe0f',
    '\u3164',
    '\u{e0041}',
  )
  fc.assert(
    fc.property(
      fc.stringMatching(/^[A-Za-zА-Яа-я0-9]{1,20}$/),
      marks,
      fc.nat(),
      (name, mark, place) => {
        const at = place % (name.length + 1)
        expect(nameSkeletons(name.slice(0, at) + mark + name.slice(at))).toEqual(
          nameSkeletons(name),
        )
      },
    ),
  )
})

test('no two words of the suggested pseudonyms can be taken for each other', () => {
  for (const { names } of Object.values(suggestionWords))
    for (const list of [names.adjectives, names.animals]) {
      const skeletons = list.flatMap((word) => nameSkeletons(word))
      expect(new Set(skeletons).size).toBe(skeletons.length)
    }
})
