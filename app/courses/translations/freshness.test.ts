import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Block, blockHash } from './block.ts'
import { compareBlocks } from './freshness.ts'
import { mdxBlocks } from './mdx-blocks.ts'

const before = ['A branch meets.', 'It trains its members.', 'Once a year it elects.']
const after = ['En avdelning träffas.', 'Den utbildar medlemmar.', 'En gång om året väljer den.']
const blocks = (paragraphs: string[]) => mdxBlocks(paragraphs.join('\n\n'))
const recorded = Object.fromEntries(blocks(before).map(({ id, text }) => [id, blockHash(text)]))
const oldText = (hash: string) => before.find((text) => blockHash(text) === hash)
/** Each paragraph of a new source, with its state and its translation. */
const statesOf = (source: string[], translation: Block[] | null = blocks(after)) =>
  compareBlocks(blocks(source), translation, recorded, oldText).blocks.map(
    ({ state, block }) => `${state}: ${block?.text ?? ''}`,
  )
const [meets, , elects] = before as [string, string, string]

describe('a translation of three paragraphs', () => {
  test('is current as long as the source is the same', () => {
    expect(statesOf(before)).toEqual(after.map((text) => `current: ${text}`))
  })

  test('is stale in the one paragraph that has changed', () => {
    expect(statesOf([meets, 'It trains all its new members.', elects])).toEqual([
      `current: ${after[0]}`,
      `stale: ${after[1]}`,
      `current: ${after[2]}`,
    ])
  })

  test('keeps what it has where a paragraph is put before it, also when the next one is changed', () => {
    expect(
      statesOf(['Something else is told first.', meets, 'It trains all members.', elects]),
    ).toEqual(['missing: ', `current: ${after[0]}`, `stale: ${after[1]}`, `current: ${after[2]}`])
  })

  test('is missing where there is none', () => {
    expect(statesOf(before, null)).toEqual(['missing: ', 'missing: ', 'missing: '])
  })

  test('tells what the source has no more', () => {
    const { extra } = compareBlocks(blocks([meets]), blocks(after), recorded, oldText)
    expect(extra.map(({ text }) => text)).toEqual([after[1], after[2]])
  })
})

test('what nobody has recorded is called so; what holds the source’s words is missing', () => {
  const state = (recorded: Record<string, string>, text: string) =>
    compareBlocks(blocks([meets]), blocks([text]), recorded).blocks[0]?.state
  expect(state({}, 'En avdelning träffas.')).toBe('unrecorded')
  expect(state({ 'paragraph-1': `=${blockHash(meets)}` }, meets)).toBe('missing')
  expect(state({ 'paragraph-1': `=${blockHash(meets)}` }, 'En avdelning träffas.')).toBe('current')
})

test('paragraphs in another order are all current, each with its own translation', () => {
  const words = fc.uniqueArray(fc.stringMatching(/^[a-z]{3,8}$/), { minLength: 1, maxLength: 8 })
  const shuffled = words.chain((all) =>
    fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
  )
  fc.assert(
    fc.property(shuffled, ([written, now]) => {
      const was = Object.fromEntries(blocks(written).map(({ id, text }) => [id, blockHash(text)]))
      const translated = blocks(written.map((text) => `över ${text}`))
      const { blocks: found } = compareBlocks(blocks(now), translated, was)
      expect(found.map(({ state, block }) => [state, block?.text])).toEqual(
        now.map((text) => ['current', `över ${text}`]),
      )
    }),
  )
})
