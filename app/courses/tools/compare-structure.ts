import type { Block, Inline, ToolText } from './tool.ts'

const gapsIn = (content: Inline[]) =>
  content.flatMap((one) => (one.kind === 'gap' ? [`${one.id}(${one.size})`] : []))

/** A block without its words: what must be the same in every language. */
function shapeOf(block: Block): string[] {
  switch (block.kind) {
    case 'heading':
      return [`heading ${block.depth}`]
    case 'paragraph':
      return ['paragraph', ...gapsIn(block.content)]
    case 'list':
      return [`list of ${block.items.length}`, ...block.items.flatMap(gapsIn)]
    case 'field':
      return [`field ${block.id}`]
    case 'lines':
      return [`lines ${block.id}, ${block.rows} rows`]
    case 'tick':
      return [`tick ${block.id}${block.isTicked ? ', ticked' : ''}`]
    case 'table': {
      const columns = block.columns.map(({ title: _, ...column }) => column)
      return [
        `table ${block.id}, ${block.rows} rows`,
        `${block.examples.length} examples`,
        JSON.stringify(columns),
      ]
    }
    case 'box':
      return ['box', ...block.blocks.flatMap(shapeOf), 'end of the box']
    case 'calculator': {
      const inputs = block.inputs.map(({ id, example }) => `input ${id} ${example}`)
      const results = block.results.map(
        ({ id, formula }) => `result ${id} ${JSON.stringify(formula)}`,
      )
      return [`calculator ${block.id}`, ...inputs, ...results]
    }
    case 'new-sheet':
      return ['new sheet']
  }
}

/**
 * Where a translation of a tool is built otherwise than its source, in words for its author: at
 * most one sentence for the sheet and one for what is told without paper.
 */
export function compareStructure(text: ToolText, source: ToolText): string[] {
  const compare = (own: Block[], original: Block[], where: string): string[] => {
    const [mine, theirs] = [own.flatMap(shapeOf), original.flatMap(shapeOf)]
    const at = theirs.findIndex((shape, i) => shape !== mine[i])
    if (at < 0 && mine.length === theirs.length) return []
    const index = at < 0 ? theirs.length : at
    const [have, want] = [mine[index] ?? 'nothing', theirs[index] ?? 'nothing']
    return [
      `${where} differs from ${source.lang}.mdx: it has ${have} where the source has ${want}.`,
    ]
  }
  const kinds = (blocks: Block[]) => blocks.filter(({ kind }) => kind !== 'paragraph')
  return [
    ...compare(text.blocks, source.blocks, 'The sheet'),
    // A language may need more or fewer paragraphs to tell the same.
    ...compare(kinds(text.withoutPaper), kinds(source.withoutPaper), '<WithoutPaper>'),
  ]
}
