import type { Lang } from '../model/chapter.ts'
import { type Block, blockHash } from './block.ts'
import type { BlockStatus } from './freshness.ts'
import {
  blocksOf,
  isOptional,
  type TranslationDocument,
  type TranslationFiles,
} from './translation-files.server.ts'
import { asTranslation, following, versionOf, writeBlocks } from './write-blocks.ts'

/** A new text for a block, and the source that it was translated from. */
export interface BlockChange {
  text: string
  source: string
}

/**
 * `written`: the document has the new texts. `refused`: what would have been written reads otherwise,
 * in the block named, so nothing was. `unchanged`: there was nothing to do.
 */
export type Updated =
  | { kind: 'written'; file: string; missing: number; removed: Block[] }
  | { kind: 'refused'; id: string }
  | { kind: 'unchanged' }

/** A file of the interface made of its texts, in the order of the source. */
function jsonOf(texts: ReadonlyMap<string, string>): string {
  const root: Record<string, unknown> = {}
  for (const [id, text] of texts) {
    const path = id.split('/')
    let place = root
    for (const step of path.slice(0, -1)) {
      place[step] ??= {}
      place = place[step] as Record<string, unknown>
    }
    place[path.at(-1) as string] = text
  }
  return `${JSON.stringify(root, null, 2)}\n`
}

/** The source’s file as a translation’s, with what the translation says of itself so far. */
function skeleton(source: string, written: string | null): string {
  const own = asTranslation(source)
  if (written === null) return own
  const [state] = /^state: *\w+/m.exec(written) ?? ['state: draft']
  return following(own.replace(/^state: draft/m, state), versionOf(written) ?? 1)
}

function isSame(blocks: readonly Block[], texts: ReadonlyMap<string, string>): string | null {
  const now = new Map(blocks.map(({ id, text }) => [id, text]))
  for (const [id, text] of texts) if (now.get(id) !== text) return id
  return blocks.find(({ id }) => !texts.has(id))?.id ?? null
}

/** What a block of the translation was made from, as it is remembered; undefined where unknown. */
function fromOf(status: BlockStatus, change: BlockChange | undefined): string | undefined {
  if (change) return blockHash(change.source)
  if (status.state === 'missing') return `=${blockHash(status.source)}`
  return status.from ?? undefined
}

/**
 * Gives blocks of a document new texts, and brings its structure to that of the source: a block that
 * is not translated stands there in the source's words, remembered as missing. Where every block is
 * current, the translation follows the version of its source.
 */
export async function updateDocument(
  files: TranslationFiles,
  document: TranslationDocument,
  lang: Lang,
  changes: ReadonlyMap<string, BlockChange>,
): Promise<Updated> {
  const file = document.file(lang)
  const written = await files.text(file)
  const source = await files.sourceText(document, lang)
  const { blocks: all, extra } = await files.compare(document, lang)
  const blocks = all.filter(
    ({ id, state }) => !isOptional(document, id) || changes.has(id) || state !== 'missing',
  )
  const left = all.filter((status) => status.block && !blocks.includes(status))
  const isMoved = blocks.some(({ id, block }) => block?.id !== id) || extra.length + left.length > 0
  if (changes.size === 0 && (written === null || !isMoved)) return { kind: 'unchanged' }

  const texts = new Map(
    blocks.map(({ id, state, source: words, block }) => [
      id,
      changes.get(id)?.text ?? (state === 'missing' || !block ? words : block.text),
    ]),
  )
  const isWhole = written === null || isMoved
  let result: string
  if (file.endsWith('.json') && isWhole) result = jsonOf(texts)
  else {
    const base = isWhole
      ? skeleton(await files.sourceText(document, lang, (id) => texts.has(id)), written)
      : written
    result = writeBlocks(base, blocksOf(file, base), texts)
  }
  const isCurrent = blocks.every(
    (status) => fromOf(status, changes.get(status.id)) === blockHash(status.source),
  )
  const version = versionOf(source)
  if (file.endsWith('.mdx') && isCurrent && version) result = following(result, version)
  try {
    const other = isSame(blocksOf(file, result), texts)
    if (other) return { kind: 'refused', id: other }
  } catch {
    return { kind: 'refused', id: [...changes.keys()][0] ?? '' }
  }
  await files.write(file, result)
  const recorded = blocks.flatMap((status) => {
    const from = fromOf(status, changes.get(status.id))
    return from === undefined ? [] : [[status.id, from] as const]
  })
  await files.remember(document.name, lang, Object.fromEntries(recorded), [
    ...blocks.map((status) => status.source),
    ...[...changes.values()].map((change) => change.source),
  ])
  const missing = recorded.filter(([, from]) => from.startsWith('=')).length
  return { kind: 'written', file, missing, removed: extra }
}

/**
 * Says that blocks of a document, or all that are not missing, are translations of the source as it
 * is. Only what is remembered changes, and the version that the translation follows where all of it
 * is current. Refused where the translation has no block of the source's name: nobody could say what
 * is meant.
 */
export async function acceptDocument(
  files: TranslationFiles,
  document: TranslationDocument,
  lang: Lang,
  ids?: readonly string[],
): Promise<Updated> {
  const file = document.file(lang)
  const written = await files.text(file)
  if (written === null) return { kind: 'unchanged' }
  const blocks = await files.sourceBlocks(document, lang)
  const own = new Map(blocksOf(file, written).map((block) => [block.id, block.text]))
  const meant = blocks.filter(({ id }) =>
    ids ? ids.includes(id) : own.has(id) || !isOptional(document, id),
  )
  const lacking = meant.find(({ id }) => !own.has(id))
  if (lacking) return { kind: 'refused', id: lacking.id }

  const before = (await files.record(lang))[document.name] ?? {}
  const isMissing = (id: string) => before[id] === `=${blockHash(own.get(id) ?? '')}`
  const said = meant.filter(({ id }) => ids || !isMissing(id))
  const accepted = new Map(said.map(({ id, text }) => [id, blockHash(text)]))
  const after = blocks.flatMap(({ id }) => {
    const isGone = isOptional(document, id) && !own.has(id)
    const from = accepted.get(id) ?? (isGone ? undefined : before[id])
    return from === undefined ? [] : [[id, from] as const]
  })
  if (JSON.stringify(Object.fromEntries(after)) === JSON.stringify(before))
    return { kind: 'unchanged' }
  const isCurrent = blocks.every(
    ({ id, text }, i) => after[i]?.[0] === id && after[i]?.[1] === blockHash(text),
  )
  const version = versionOf((await files.text(document.file(files.source))) ?? '')
  if (file.endsWith('.mdx') && isCurrent && version)
    await files.write(file, following(written, version))
  await files.remember(
    document.name,
    lang,
    Object.fromEntries(after),
    said.map(({ text }) => text),
  )
  const missing = after.filter(([, from]) => from.startsWith('=')).length
  return { kind: 'written', file, missing, removed: [] }
}
