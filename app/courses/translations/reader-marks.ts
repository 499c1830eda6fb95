import type { Root, RootContent } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import remarkMdx from 'remark-mdx'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import type { Lang } from '../model/chapter.ts'
import { isElement } from '../parse/mdx-elements.ts'
import { type BlockForm, onOneLine } from './block.ts'
import { compareBlocks, type RecordedBlocks } from './freshness.ts'
import { mdxBlocks } from './mdx-blocks.ts'

/** What a reader is told of a block: that it is older than the source, or not translated. */
export interface ReaderMark {
  state: 'stale' | 'missing'
  form: BlockForm
  /** The line of the translation’s file that it begins on. */
  line: number
  /** The translation, and what the source says now, without markup. */
  text: string
  source: string
}

/** The marks of a text, and the language of its source. */
export interface ReaderMarks {
  lang: Lang
  dir: 'ltr' | 'rtl'
  marks: readonly ReaderMark[]
}

const parser = unified().use(remarkParse).use(remarkMdx).freeze()

function plain(text: string, form: BlockForm): string {
  if (form !== 'markdown') return text
  try {
    return onOneLine(textOf(parser.parse(text)))
  } catch {
    return text
  }
}

/**
 * What readers of a translation are told of its blocks: which are older than the source, and which
 * are still in its words. Empty where nothing is recorded of it.
 */
export function readerMarks(
  source: string,
  written: string,
  recorded: RecordedBlocks | undefined,
  oldText: (hash: string) => string | undefined,
): ReaderMark[] {
  if (!recorded) return []
  const { blocks } = compareBlocks(mdxBlocks(source), mdxBlocks(written), recorded, oldText)
  return blocks.flatMap(({ state, form, source: now, block }): ReaderMark[] => {
    if (!block || (state !== 'stale' && state !== 'missing')) return []
    const line = written.slice(0, block.start).split('\n').length
    return [{ state, form, line, text: plain(block.text, form), source: plain(now, form) }]
  })
}

const attribute = (name: string, value: string) => ({
  type: 'mdxJsxAttribute' as const,
  name,
  value,
})
const element = (name: string, values: Record<string, string>) =>
  ({
    type: 'mdxJsxFlowElement',
    name,
    attributes: Object.entries(values).map(([key, value]) => attribute(key, value)),
    children: [],
  }) as unknown as RootContent

/**
 * Puts the marks into a text's tree: behind each paragraph or heading that is older than the source,
 * what the source says now; around one that is not translated, its language. What has no place of
 * its own, such as a label, is told at the end. Of the self-check only a number is told: its reasons
 * would give the answers away.
 */
export function remarkReaderMarks({ lang, dir, marks }: ReaderMarks) {
  return (tree: Root) => {
    const open = new Set(marks)
    let staleInQuiz = 0
    const at = new Map(
      marks.filter(({ form }) => form === 'markdown').map((mark) => [mark.line, mark]),
    )
    visit(tree, (node, index, parent) => {
      if (isElement(node) && node.name === 'Quiz') {
        const { start, end } = node.position ?? {}
        const isInside = ({ line }: ReaderMark) =>
          line >= (start?.line ?? 0) && line <= (end?.line ?? 0)
        for (const mark of [...open].filter(isInside)) {
          open.delete(mark)
          if (mark.state === 'stale') staleInQuiz += 1
        }
      }
      if (isElement(node) && ['Quiz', 'Illustration', 'Sources'].includes(node.name ?? ''))
        return 'skip'
      if (node.type !== 'paragraph' && node.type !== 'heading') return
      const mark = at.get(node.position?.start.line ?? 0)
      if (!mark || !open.delete(mark) || !parent || index === undefined) return
      if (mark.state === 'missing') {
        const children = node.children
        const own = [attribute('lang', lang), attribute('dir', dir)]
        node.children = [{ type: 'mdxJsxTextElement', name: 'span', attributes: own, children }]
        return 'skip'
      }
      const note = element('StaleText', { source: mark.source, lang, dir })
      ;(parent.children as RootContent[]).splice(index + 1, 0, note)
      return index + 2
    })
    const stale = [...open].filter(({ state }) => state === 'stale')
    const missing = marks.filter(({ state }) => state === 'missing').length
    if (stale.length + staleInQuiz + missing === 0) return
    tree.children.push({
      ...element('StaleTexts', { missing: String(missing), inQuiz: String(staleInQuiz) }),
      children: stale.map(({ source, text }) => element('StaleText', { source, lang, dir, text })),
    } as RootContent)
  }
}
