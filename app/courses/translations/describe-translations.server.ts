import type { Lang } from '../model/chapter.ts'
import type { BlockState } from './freshness.ts'
import type { TranslationFiles } from './translation-files.server.ts'

/** How far a language has come: its documents, and its blocks by their state. */
export interface LanguageState extends Record<BlockState, number> {
  lang: Lang
  /** Documents that have a file, and how many of those call themselves drafts. */
  documents: number
  drafts: number
  /** Blocks of the translation that the source has no more. */
  extra: number
}

/** How far each language of a folder has come. */
export async function languageStates(files: TranslationFiles): Promise<LanguageState[]> {
  const states: LanguageState[] = []
  for (const lang of await files.languages()) {
    const counts = { current: 0, stale: 0, missing: 0, unrecorded: 0 }
    const state = { lang, documents: 0, drafts: 0, extra: 0, ...counts }
    for (const document of files.documents) {
      const written = await files.text(document.file(lang))
      if (written !== null) state.documents++
      if (written && /^state: *draft/m.test(written)) state.drafts++
      const { blocks, extra } = await files.compare(document, lang)
      for (const block of blocks) state[block.state]++
      state.extra += extra.length
    }
    states.push(state)
  }
  return states
}

/** A folder's languages as a table for the person at the terminal. */
export function describeStates(title: string, total: number, states: LanguageState[]): string {
  const head = ['language', 'files', 'drafts', 'current', 'stale', 'missing', 'unrecorded']
  const rows = states.map((one) => [
    one.lang,
    `${one.documents}/${total}`,
    ...[one.drafts, one.current, one.stale, one.missing, one.unrecorded].map(String),
  ])
  const line = (cells: string[]) => `  ${cells.map((cell) => cell.padEnd(11)).join('')}`.trimEnd()
  return [title, ...(rows.length > 0 ? [head, ...rows].map(line) : ['  No translation yet.'])].join(
    '\n',
  )
}

/**
 * What a translator has to do in a language, block by block: what is missing or stale, with the
 * source as it was and as it is, and the translation. A document without a file is one line.
 */
export async function listWork(
  files: TranslationFiles,
  lang: Lang,
  isWanted: (name: string) => boolean,
): Promise<string[]> {
  const lines: string[] = []
  for (const document of files.documents.filter(({ name }) => isWanted(name))) {
    const written = await files.text(document.file(lang))
    const { blocks, extra } = await files.compare(document, lang)
    const work = blocks.filter(({ state }) => state !== 'current')
    if (work.length + extra.length === 0) continue
    if (written === null) {
      lines.push(`${document.name}: not translated, ${blocks.length} texts`, '')
      continue
    }
    lines.push(`${document.name} (${document.file(lang)})`)
    const texts = await files.sourceTexts(document.name)
    for (const { id, state, source, block, from } of work) {
      const old = from === null ? undefined : texts[from]
      const name = state === 'missing' && block === null ? 'new' : state
      lines.push(`  ${id}: ${name}`)
      if (old !== undefined && old !== source) lines.push(`    was: ${old}`)
      lines.push(`    now: ${source}`)
      if (block && state !== 'missing') lines.push(`    ${lang}:  ${block.text}`)
    }
    for (const { id, text } of extra)
      lines.push(`  ${id}: gone from the source`, `    ${lang}:  ${text}`)
    lines.push('')
  }
  return lines
}
