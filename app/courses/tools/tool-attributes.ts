import { type Element, lineOf } from '../parse/mdx-elements.ts'

/** Says what is wrong, at a line. */
export type Say = (line: number, message: string) => void
/** The attributes of a component; true where one stands alone. */
export type Attributes = Record<string, string | true>

/** The components of a tool, and what each may hold. */
const attributesOf: Record<string, { required: string[]; optional?: string[]; inside?: string }> = {
  Field: { required: ['id', 'label', 'example'] },
  Lines: { required: ['id', 'label', 'rows'] },
  Tick: { required: ['id', 'label'], optional: ['ticked'] },
  Gap: { required: ['id', 'example'], optional: ['size'] },
  Table: { required: ['id', 'rows'], optional: ['fixed', 'totals', 'formulas'] },
  Box: { required: ['title'] },
  Calculator: { required: ['id'] },
  Input: { required: ['id', 'label', 'example'], optional: ['unit'], inside: 'Calculator' },
  Result: { required: ['id', 'label', 'formula'], optional: ['unit'], inside: 'Calculator' },
  NewSheet: { required: [] },
  WithoutPaper: { required: [] },
}

/** A text with each run of white space as one space. */
export const oneLine = (text: string) => text.replace(/\s+/g, ' ')

/** The attributes of a component of a tool. Null where there is no such component. */
export function attributesIn(node: Element, parents: string[], say: Say): Attributes | null {
  const name = node.name ?? ''
  const line = lineOf(node)
  const rule = Object.hasOwn(attributesOf, name) ? attributesOf[name] : undefined
  if (!rule) {
    say(line, `<${name}> is not a component of a tool. docs/authoring.md lists those that are.`)
    return null
  }
  if (rule.inside && parents.at(-1) !== rule.inside)
    say(line, `<${name}> can only stand inside <${rule.inside}>.`)
  const known = [...rule.required, ...(rule.optional ?? [])]
  const attributes: Attributes = {}
  for (const attribute of node.attributes) {
    if (attribute.type !== 'mdxJsxAttribute' || typeof (attribute.value ?? '') !== 'string') {
      say(line, `<${name}> has an expression in braces. Write the value in quotation marks.`)
      continue
    }
    const value = attribute.value as string | null | undefined
    if (!known.includes(attribute.name)) say(line, `<${name}> does not know "${attribute.name}".`)
    else if (attribute.name === 'ticked' ? value != null : !value?.trim())
      say(
        line,
        attribute.name === 'ticked'
          ? '"ticked" stands alone.'
          : `"${attribute.name}" of <${name}> is empty.`,
      )
    attributes[attribute.name] = value == null ? true : oneLine(value).trim()
  }
  for (const wanted of rule.required)
    if (!(wanted in attributes)) say(line, `<${name}> lacks "${wanted}".`)
  return attributes
}

/** A whole number that an attribute gives; 1 where it gives none. */
export function countOf(attributes: Attributes, name: string, max: number, line: number, say: Say) {
  const count = Number(attributes[name])
  if (Number.isInteger(count) && count >= 1 && count <= max) return count
  say(line, `"${name}" must be a whole number from 1 to ${max}.`)
  return 1
}
