import type { Block } from './block.ts'
import { yamlText } from './yaml-blocks.ts'

/** The sign that parts the right answers of a gap. */
const between = ' | '

function encode({ form, start, end }: Block, text: string, written: string): string {
  if (form === 'yaml') return yamlText(text, written.slice(start, end))
  if (form === 'json') return JSON.stringify(text)
  if (form === 'answers')
    return text
      .split(between)
      .map((answer) => `<Accept>${answer.trim()}</Accept>`)
      .join('')
  if (form === 'markdown') return text
  const quote = written[start - 1] === "'" ? ["'", '&#39;'] : ['"', '&quot;']
  return text.replace(/&(?=#?\w+;)/g, '&amp;').replaceAll(quote[0] as string, quote[1] as string)
}

/**
 * A file with other texts in some of its blocks, by their ids. What is not named, and what has the
 * same text as before, stays as it is to the letter.
 */
export function writeBlocks(
  written: string,
  blocks: readonly Block[],
  texts: ReadonlyMap<string, string>,
): string {
  let result = written
  for (const block of [...blocks].sort((a, b) => b.start - a.start)) {
    const text = texts.get(block.id)
    if (text === undefined || text === block.text) continue
    result = result.slice(0, block.start) + encode(block, text, written) + result.slice(block.end)
  }
  return result
}

/**
 * The front matter of a source as a translation has it: which version it follows, and that it is a
 * draft; without what only the source says.
 */
export function asTranslation(written: string): string {
  return written
    .replace(/^version: *(\d+) *(#.*)?$/m, 'follows: $1\nstate: draft')
    .replace(/^sheets:.*\r?\n/m, '')
}

/** The version that a source has, or that a translation follows; null where its file says none. */
export function versionOf(written: string): number | null {
  const [, version] = /^(?:version|follows): *(\d+)/m.exec(written) ?? []
  return version === undefined ? null : Number(version)
}

/** A translation that says which version of the source it follows. */
export function following(written: string, version: number): string {
  return written.replace(/^follows: *\d+/m, `follows: ${version}`)
}
