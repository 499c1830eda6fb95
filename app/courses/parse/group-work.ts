import type { ListItem, Root, RootContent } from 'mdast'
import type { MdxJsxFlowElement } from 'mdast-util-mdx-jsx'
import { toString as textOf } from 'mdast-util-to-string'
import { visit } from 'unist-util-visit'

/**
 * What a chapter gives a group to do together, as plain text for a run sheet; a part that the
 * chapter lacks is empty.
 */
export interface GroupWork {
  /** The questions of "Talk about it". */
  talk: string[]
  exercise: { title: string; minutes: number; materials: string; steps: string[] } | null
  branchTask: { title: string; text: string } | null
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim()

function elementIn(tree: Root, name: string): MdxJsxFlowElement | null {
  let found: MdxJsxFlowElement | null = null
  visit(tree, 'mdxJsxFlowElement', (node) => {
    if (node.name === name) found ??= node
  })
  return found
}

function attribute(element: MdxJsxFlowElement, name: string): string {
  const value = element.attributes.find(
    (one) => one.type === 'mdxJsxAttribute' && one.name === name,
  )?.value
  return typeof value === 'string' ? oneLine(value) : ''
}

/** The paragraphs, the items of lists and the rows of tables, each a text. */
function linesIn(element: MdxJsxFlowElement | null): string[] {
  const within = (node: RootContent): string[] => {
    if (node.type === 'list') return node.children.map((item: ListItem) => oneLine(textOf(item)))
    if (node.type === 'table')
      return node.children.map((row) =>
        row.children.map((cell) => oneLine(textOf(cell))).join(' · '),
      )
    return [oneLine(textOf(node))]
  }
  return (element?.children ?? []).flatMap((node) => within(node as RootContent)).filter(Boolean)
}

/** Reads what a group is given to do out of a chapter's text. */
export function readGroupWork(tree: Root): GroupWork {
  const exercise = elementIn(tree, 'GroupExercise')
  const task = elementIn(tree, 'BranchTask')
  return {
    talk: linesIn(elementIn(tree, 'TalkAboutIt')),
    exercise: exercise && {
      title: attribute(exercise, 'title'),
      minutes: Number(attribute(exercise, 'minutes')) || 0,
      materials: attribute(exercise, 'materials'),
      steps: linesIn(exercise),
    },
    branchTask: task && { title: attribute(task, 'title'), text: linesIn(task).join(' ') },
  }
}
