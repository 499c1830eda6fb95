import type { WrittenPart, WrittenQuestion } from '../../app/courses/model/chapter.ts'

/** An option as its author writes it. */
export const option = (
  id: string,
  more: Record<string, string | true> = {},
  text = `Text ${id}`,
): WrittenPart => ({
  kind: 'Option',
  attributes: { id, reason: 'Why.', ...more },
  text,
  line: 5,
})
/** A thing to put in order. */
export const item = (id: string, text = `Text ${id}`): WrittenPart => ({
  kind: 'Item',
  attributes: { id, reason: 'Why.' },
  text,
  line: 5,
})
/** Two sides to match. */
export const pair = (id: string, left = id, right = `${id}!`): WrittenPart => ({
  kind: 'Pair',
  attributes: { id, left, right, reason: 'Why.' },
  text: '',
  line: 5,
})
/** What marks the right option. */
export const right = { correct: true } as const
/** A question with these parts, on line 4. */
export const ask = (type: string, parts: WrittenPart[], prompt = 'Which?'): WrittenQuestion => ({
  id: 'q',
  type,
  see: 's',
  prompt,
  parts,
  line: 4,
})

/** A part that stands in another. */
export const inside = (
  kind: string,
  text: string,
  attributes: Record<string, string> = {},
): WrittenPart => ({
  kind,
  attributes: { ...(kind === 'Accept' ? {} : { reason: 'Why.' }), ...attributes },
  text,
  line: 7,
})
/** An accepted answer of a gap. */
export const accept = (text: string) => inside('Accept', text)
/** A wrong answer of a gap that has words of its own. */
export const wrong = (text: string) => inside('Wrong', text)
/** A gap in a text. */
export const blank = (
  id: string,
  parts: WrittenPart[],
  text = `A ___ here, ${id}.`,
): WrittenPart => ({
  kind: 'Blank',
  attributes: { id, reason: 'Why.' },
  text,
  line: 6,
  ...(parts.length > 0 ? { parts } : {}),
})
/** A step of a situation, with the steps that its choices lead to. */
export const step = (id: string, ...ways: string[]): WrittenPart => ({
  kind: 'Step',
  attributes: { id },
  text: `At ${id}`,
  line: 6,
  ...(ways.length > 0
    ? {
        parts: ways.map((to, i) =>
          inside('Choice', ways.indexOf(to) < i ? `Back to ${to}` : `To ${to}`, { to }),
        ),
      }
    : {}),
})
/** An end of a situation. */
export const end = (id: string, ...sides: ('good' | 'bad')[]): WrittenPart => ({
  kind: 'End',
  attributes: {
    id,
    reason: 'Why.',
    ...Object.fromEntries(sides.map((side) => [side, true as const])),
  },
  text: `End ${id}`,
  line: 8,
})
/** A point to compare one’s own words with. */
export const point = (id: string, text = `A point ${id}`): WrittenPart => ({
  kind: 'Point',
  attributes: { id },
  text,
  line: 6,
})
export const model: WrittenPart = {
  kind: 'Model',
  attributes: {},
  text: 'One good answer.',
  line: 6,
}
