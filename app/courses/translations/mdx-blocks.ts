import type { PhrasingContent, Root, RootContent, TableCell } from 'mdast'
import type { MdxJsxAttribute } from 'mdast-util-mdx-jsx'
import remarkMdx from 'remark-mdx'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { type Element, isElement } from '../parse/mdx-elements.ts'
import { reviewerNote } from '../parse/remark-chapter.ts'
import { remarkTables } from '../parse/remark-tables.ts'
import { type Block, onOneLine } from './block.ts'
import { yamlBlocks } from './yaml-blocks.ts'

/** The attributes that hold words for readers. All others are the same in every language. */
export const wordAttributes: ReadonlySet<string> = new Set([
  'about',
  'alt',
  'caption',
  'example',
  'label',
  'left',
  'materials',
  'reason',
  'right',
  'title',
  'unit',
])
/** Components that stand within a sentence, and are translated with it. */
const inline = new Set(['Term', 'Gap'])
/** Components that give what stands in them no name of its own. */
const nameless = new Set(['Quiz', 'Sources', 'WithoutPaper'])
const names: Record<string, string> = {
  TalkAboutIt: 'talk-about-it',
  GroupExercise: 'group-exercise',
  BranchTask: 'branch-task',
}
const writtenId = /\{#([a-z0-9-]+)\}[^\S\r\n]*(?=\r?\n|$)/

const parser = unified().use(remarkParse).use(remarkMdx).use(remarkTables).freeze()
const spaces = (text: string) => text.replace(/[^\n]/g, ' ')

function attribute(element: Element, name: string): MdxJsxAttribute | undefined {
  return element.attributes.find(
    (one): one is MdxJsxAttribute => one.type === 'mdxJsxAttribute' && one.name === name,
  )
}

const isStructure = (node: PhrasingContent) => isElement(node) && !inline.has(node.name ?? '')

/** Collects the blocks of a chapter's, page's or tool's text, in their order. */
class BlockReader {
  readonly blocks: Block[] = []
  private section = ''
  private readonly counts = new Map<string, number>()

  constructor(private readonly written: string) {}

  private next(path: string, kind: string): string {
    const key = path ? `${path}/${kind}` : kind
    const count = (this.counts.get(key) ?? 0) + 1
    this.counts.set(key, count)
    return `${key}-${count}`
  }

  private add(id: string, form: Block['form'], start: number, end: number, text?: string) {
    const raw = this.written.slice(start, end)
    const begin = start + raw.length - raw.trimStart().length
    const block = {
      id,
      form,
      text: text ?? onOneLine(raw),
      start: begin,
      end: start + raw.trimEnd().length,
    }
    if (block.text !== '') this.blocks.push(block)
  }

  /** The id that is written at the end of a heading or paragraph that ends here or just before. */
  private idAt(start: number, end: number): string | undefined {
    const line = this.written.indexOf('\n', end)
    return writtenId.exec(this.written.slice(start, line === -1 ? undefined : line))?.[1]
  }

  walk(nodes: readonly RootContent[], path: string | null, kind = 'paragraph') {
    for (const node of nodes) {
      const start = node.position?.start.offset ?? 0
      const end = node.position?.end.offset ?? 0
      const place = path ?? this.section
      if (isElement(node)) this.element(node, path)
      else if (node.type === 'heading') {
        const id = this.idAt(start, end)
        if (path === null) this.section = id ?? this.next('', 'heading')
        const first = node.children[0]?.position?.start.offset ?? start
        const last = node.children.at(-1)?.position?.end.offset ?? end
        this.add(`${path ?? this.section}/heading`, 'markdown', first, last)
      } else if (node.type === 'paragraph')
        this.paragraph(node.children, place, kind, path === null)
      else if (node.type === 'list')
        for (const item of node.children) this.walk(item.children, path, 'item')
      else if (node.type === 'blockquote') this.walk(node.children, path, 'quotation')
      else if (node.type === 'table') {
        const table = this.next(place, 'table')
        for (const [row, { children }] of node.children.entries())
          for (const [column, cell] of children.entries())
            this.cell(cell, `${table}/row-${row + 1}/cell-${column + 1}`)
      }
    }
  }

  private cell({ children }: TableCell, id: string) {
    const start = children[0]?.position?.start.offset
    const end = children.at(-1)?.position?.end.offset
    if (start !== undefined && end !== undefined) this.add(id, 'markdown', start, end)
  }

  /** A paragraph; where components that are no part of a sentence stand in it, what is between. */
  private paragraph(
    nodes: readonly PhrasingContent[],
    path: string,
    kind: string,
    mayHaveId: boolean,
  ) {
    let run: PhrasingContent[] = []
    const isWhole = !nodes.some(isStructure)
    const close = () => {
      const start = run[0]?.position?.start.offset
      const end = run.at(-1)?.position?.end.offset
      run = []
      if (start === undefined || end === undefined) return
      if (this.written.slice(start, end).replace(writtenId, '').trim() === '') return
      const id = isWhole && mayHaveId ? this.idAt(start, end) : undefined
      const own = kind === 'text' ? `${path}/text` : this.next(path, kind)
      this.add(id ? `${id}/text` : own, 'markdown', start, end)
    }
    const accepts = nodes.filter((node) => isElement(node) && node.name === 'Accept')
    for (const node of nodes) {
      if (!isStructure(node)) run.push(node)
      else {
        close()
        if (node === accepts[0]) this.answers(accepts as Element[], path)
        else if (!accepts.includes(node)) this.element(node as Element, path)
      }
    }
    close()
  }

  private element(element: Element, path: string | null) {
    const name = element.name ?? ''
    const own = attribute(element, 'id')?.value ?? attribute(element, 'file')?.value
    const around = path ?? ''
    const place = nameless.has(name)
      ? name === 'WithoutPaper'
        ? 'without-paper'
        : around
      : (names[name] ??
        (typeof own === 'string'
          ? path && name !== 'Question'
            ? `${path}/${own}`
            : own
          : this.next(path ?? this.section, name.toLowerCase())))
    for (const { type, name: word, value, position } of element.attributes as MdxJsxAttribute[]) {
      if (type !== 'mdxJsxAttribute' || typeof value !== 'string' || !position) continue
      if (
        !wordAttributes.has(word) ||
        name === 'Source' ||
        (name === 'Input' && word === 'example')
      )
        continue
      const end = (position.end.offset ?? 0) - 1
      const begin = (position.start.offset ?? 0) + word.length
      const start = this.written.slice(begin, end).search(/["']/) + begin + 1
      this.add(`${place}/${word}`, 'attribute', start, end, value.replace(/\s+/g, ' ').trim())
    }
    const children = element.children as RootContent[]
    const isAlone = children.every(
      (one) =>
        !['paragraph', 'list', 'table', 'mdxJsxFlowElement', 'blockquote', 'heading'].includes(
          one.type,
        ),
    )
    if (isAlone) this.paragraph(children as PhrasingContent[], place, 'text', false)
    else this.walk(children, place)
  }

  /** The right answers of a gap are one block: a language may have more ways to say them. */
  private answers(accepts: Element[], place: string) {
    const within = accepts.map(({ children }) => {
      const start = children[0]?.position?.start.offset ?? 0
      return onOneLine(this.written.slice(start, children.at(-1)?.position?.end.offset ?? start))
    })
    const start = accepts[0]?.position?.start.offset ?? 0
    const end = accepts.at(-1)?.position?.end.offset ?? start
    this.add(`${place}/answers`, 'answers', start, end, within.join(' | '))
  }
}

/**
 * The blocks of an MDX file in their order: the texts of its front matter, then those of its body.
 * Throws where it cannot be parsed.
 */
export function mdxBlocks(written: string): Block[] {
  const front = /^(---[ \t]*\r?\n)([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/.exec(written)
  const head = front ? yamlBlocks(front[2] as string, (front[1] as string).length) : []
  const words = head.filter(({ id }) => id !== 'state')
  // Ids, notes and front matter become spaces, so that places stay as they are in the file.
  const masked = (front ? spaces(front[0]) + written.slice(front[0].length) : written)
    .replace(reviewerNote, spaces)
    .replace(/\{#[a-z0-9-]+\}[^\S\r\n]*(?=\r?\n|$)/g, spaces)
  const tree: Root = parser.parse(masked)
  const reader = new BlockReader(written)
  reader.walk(tree.children, null)
  return [...words, ...reader.blocks]
}
