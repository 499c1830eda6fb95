import { type Block, type BlockForm, blockHash } from './block.ts'

/**
 * What a translation remembers of a document: for each of its blocks, the hash of the source that it
 * was translated from. "=" before the hash: the block holds the source itself, not yet translated.
 */
export type RecordedBlocks = Readonly<Record<string, string>>

/**
 * `current`: translated from the source as it is. `stale`: from an older one. `missing`: not
 * translated. `unrecorded`: translated, and nobody has said from what.
 */
export type BlockState = 'current' | 'stale' | 'missing' | 'unrecorded'

/** A block of the source with its translation. */
export interface BlockStatus {
  id: string
  state: BlockState
  form: BlockForm
  source: string
  /** The block of the translation, where its file has one: of `missing`, the source’s words. */
  block: Block | null
  /** The hash of the source that it was translated from, where that is known. */
  from: string | null
}

/** A document in one language, held against its source. */
export interface Comparison {
  blocks: BlockStatus[]
  /** Blocks of the translation that the source has no more. */
  extra: Block[]
}

/** What is shared by ids whose ordinals may shift: "what-for/paragraph". */
const familyOf = (id: string) => id.replace(/\d+/g, '#')

/** How much two texts have in common, from 0 to 1, by their words. */
export function likeness(a: string, b: string): number {
  const words = (text: string) => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])
  const [one, other] = [words(a), words(b)]
  if (one.size + other.size === 0) return a === b ? 1 : 0
  return (2 * [...one].filter((word) => other.has(word)).length) / (one.size + other.size)
}

const least = 0.4

/** The hash that a recorded block was translated from; null where it still holds the source. */
function translatedFrom(block: Block, recorded: string | undefined): string | null | undefined {
  if (!recorded?.startsWith('=')) return recorded
  const hash = recorded.slice(1)
  return blockHash(block.text) === hash ? null : hash
}

/**
 * Finds for each block of a source its translation, and whether that is as new as the source. A
 * block that has moved is known by the hash of its source; one that has moved and changed, by the
 * words that it was translated from, which `oldText` tells.
 */
export function compareBlocks(
  source: readonly Block[],
  translation: readonly Block[] | null,
  recorded: RecordedBlocks,
  oldText: (hash: string) => string | undefined = () => undefined,
): Comparison {
  const free = new Map((translation ?? []).map((block) => [block.id, block]))
  const froms = new Map(
    [...free.values()].map((block) => [block.id, translatedFrom(block, recorded[block.id])]),
  )
  const found = new Map<string, BlockStatus>()
  const take = (one: Block, block: Block, state: BlockState) => {
    free.delete(block.id)
    const from = froms.get(block.id) ?? null
    found.set(one.id, { id: one.id, state, form: one.form, source: one.text, block, from })
  }
  const open = () => source.filter(({ id }) => !found.has(id))

  const hashes = new Map(source.map(({ id, text }) => [id, blockHash(text)]))
  for (const one of source) {
    const block = free.get(one.id)
    if (block && froms.get(one.id) === hashes.get(one.id)) take(one, block, 'current')
  }
  for (const one of open()) {
    const moved = [...free.values()].find(
      ({ id }) => familyOf(id) === familyOf(one.id) && froms.get(id) === hashes.get(one.id),
    )
    if (moved) take(one, moved, 'current')
  }
  for (const one of open()) {
    const block = free.get(one.id)
    if (block && froms.get(one.id) === null) take(one, block, 'missing')
  }
  const pairs = open().flatMap((one) =>
    [...free.values()].flatMap((block) => {
      const from = froms.get(block.id)
      const old = from ? oldText(from) : undefined
      if (familyOf(block.id) !== familyOf(one.id) || old === undefined) return []
      return [{ one, block, alike: likeness(old, one.text) + (block.id === one.id ? 0.01 : 0) }]
    }),
  )
  for (const { one, block, alike } of pairs.sort((a, b) => b.alike - a.alike))
    if (alike >= least && free.has(block.id) && !found.has(one.id)) take(one, block, 'stale')
  for (const one of open()) {
    const block = free.get(one.id)
    if (block) take(one, block, froms.get(one.id) === undefined ? 'unrecorded' : 'stale')
  }
  for (const { id, form, text } of open())
    found.set(id, { id, state: 'missing', form, source: text, block: null, from: null })
  return { blocks: source.map(({ id }) => found.get(id) as BlockStatus), extra: [...free.values()] }
}
