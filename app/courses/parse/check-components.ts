import type { Root, RootContent } from 'mdast'
import { type Element, isElement, lineOf } from './mdx-elements.ts'
import { sayNoComponent } from './mdx-error.ts'

/** The components an author may use, and what each may hold. Anything else is refused. */
const attributesOf: Record<string, { required: string[]; optional?: string[]; inside?: string }> = {
  Illustration: { required: ['file', 'alt'], optional: ['caption'] },
  Label: { required: ['id'], inside: 'Illustration' },
  CountryComment: { required: ['id', 'country', 'about', 'source', 'checked'] },
  Term: { required: ['id'] },
  Quiz: { required: [] },
  Question: { required: ['id', 'type', 'see'], inside: 'Quiz' },
  Option: { required: ['id', 'reason'], optional: ['correct'], inside: 'Question' },
  Item: { required: ['id', 'reason'], inside: 'Question' },
  Pair: { required: ['id', 'left', 'right', 'reason'], inside: 'Question' },
  Blank: { required: ['id', 'reason'], inside: 'Question' },
  Accept: { required: [], inside: 'Blank' },
  Wrong: { required: ['reason'], inside: 'Blank' },
  Step: { required: ['id'], inside: 'Question' },
  Choice: { required: ['to', 'reason'], inside: 'Step' },
  End: { required: ['id', 'reason'], optional: ['good', 'bad'], inside: 'Question' },
  Model: { required: [], inside: 'Question' },
  Point: { required: ['id'], inside: 'Question' },
  Hint: { required: [], inside: 'Question' },
  Document: { required: ['title'], inside: 'Question' },
  TalkAboutIt: { required: [] },
  GroupExercise: { required: ['title', 'minutes', 'materials'] },
  BranchTask: { required: ['title'] },
  Sources: { required: [] },
  Source: {
    required: ['id', 'title', 'publisher', 'year', 'access'],
    optional: ['url', 'author', 'read', 'titled'],
    inside: 'Sources',
  },
}

const standAlone = new Set(['correct', 'good', 'bad'])
/** Parts of a chapter, which are in no other one. */
const topLevel = new Set([
  'CountryComment',
  'Quiz',
  'TalkAboutIt',
  'GroupExercise',
  'BranchTask',
  'Sources',
])
function sayUnknown(name: string): string {
  const near = Object.keys(attributesOf).find((one) => one.toLowerCase() === name.toLowerCase())
  return near
    ? `<${name}> is not a component of Cirkel; <${near}> is. Mind capitals.`
    : sayNoComponent(name)
}

function checkElement(
  node: Element,
  inside: string[],
  say: (line: number, message: string) => void,
) {
  const name = node.name ?? ''
  const rule = Object.hasOwn(attributesOf, name) ? attributesOf[name] : undefined
  const line = lineOf(node)
  if (!rule) return say(line, sayUnknown(name))
  if (topLevel.has(name) && inside.length > 0)
    say(line, `<${name}> cannot stand inside <${inside.at(-1)}>: close that first.`)
  if (rule.inside && !inside.includes(rule.inside))
    say(line, `<${name}> can only stand inside <${rule.inside}>.`)
  const given = new Set<string>()
  for (const attribute of node.attributes) {
    if (
      attribute.type !== 'mdxJsxAttribute' ||
      (attribute.value != null && typeof attribute.value !== 'string')
    ) {
      say(
        line,
        `<${name}> has an expression in braces. A chapter is text, not a program: write the value in quotation marks.`,
      )
      continue
    }
    given.add(attribute.name)
    if (![...rule.required, ...(rule.optional ?? [])].includes(attribute.name))
      say(line, `<${name}> does not know "${attribute.name}".`)
    else if (standAlone.has(attribute.name)) {
      if (attribute.value != null)
        say(line, `"${attribute.name}" of <${name}> stands alone, without a value.`)
    } else if (!attribute.value?.trim()) say(line, `"${attribute.name}" of <${name}> is empty.`)
  }
  for (const wanted of rule.required)
    if (!given.has(wanted)) say(line, `<${name}> lacks "${wanted}".`)
}

/** Says what in a chapter is no text: code, pictures, and components that it does not know. */
export function checkComponents(tree: Root, say: (line: number, message: string) => void) {
  const inside: string[] = []
  const walk = (node: Root | RootContent) => {
    const line = lineOf(node)
    if (node.type === 'mdxjsEsm')
      say(line, 'A chapter is text, not a program: `import` and `export` are refused.')
    else if (node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression')
      say(line, 'Braces { } hold program code in MDX, and code is refused.')
    else if (node.type === 'image' || node.type === 'imageReference')
      say(
        line,
        'Write a picture as <Illustration>, so that it has an alternative text and translated labels.',
      )
    else if (node.type === 'code') say(line, 'Three backticks make a code block. Remove them.')
    if (isElement(node)) {
      checkElement(node, inside, say)
      inside.push(node.name ?? '')
    }
    if ('children' in node) for (const child of node.children) walk(child)
    if (isElement(node)) inside.pop()
  }
  walk(tree)
}
