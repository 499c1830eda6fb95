import { isMap, isScalar, isSeq, parse, parseDocument } from 'yaml'
import type { Block } from './block.ts'

/**
 * The texts of a YAML file, each by its path: "plan/2/how", "branch/explanation". Lists count from
 * 1. `offset` is where the YAML begins in its file.
 */
export function yamlBlocks(yaml: string, offset = 0): Block[] {
  const blocks: Block[] = []
  const walk = (node: unknown, path: string[]) => {
    if (isMap(node)) {
      for (const { key, value } of node.items) {
        const name = isScalar(key) ? String(key.value) : ''
        // The kind of a step in a guide's plan is no text for readers.
        if (path[0] !== 'plan' || name !== 'kind') walk(value, [...path, name])
      }
    } else if (isSeq(node)) {
      for (const [i, item] of node.items.entries()) walk(item, [...path, String(i + 1)])
    } else if (isScalar(node) && typeof node.value === 'string' && node.range) {
      const [start, end] = node.range
      blocks.push({
        id: path.join('/'),
        form: 'yaml',
        text: node.value.trim(),
        start: offset + start,
        end: offset + end,
      })
    }
  }
  walk(parseDocument(yaml).contents, [])
  return blocks
}

/** A text as YAML writes it in a line: as it is where that means the same, else in quotation marks. */
export function yamlText(text: string, before: string): string {
  const end = before.endsWith('\n') ? '\n' : ''
  const isPlain =
    /^[\p{L}\p{N}“”„«»‘’(]/u.test(text) && !/[\n\r\t]|: |:$| #/.test(text) && text === text.trim()
  try {
    if (isPlain && parse(`a: ${text}`)?.a === text) return text + end
  } catch {
    // Then it stands in quotation marks.
  }
  return JSON.stringify(text) + end
}
