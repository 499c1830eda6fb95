import { type XmlFault, xmlFault, xmlParser } from '../../platform/xml.ts'

/** An element of an XML file, or a piece of text in it. */
export type XmlNode = XmlElement | string
export interface XmlElement {
  name: string
  attributes: Record<string, string>
  children: XmlNode[]
}

const parser = xmlParser()
const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function decode(text: string): string {
  return text.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w+));/gi, (all, hex, decimal, name) => {
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal)
    if (name === undefined) return code <= 0x10ffff ? String.fromCodePoint(code) : all
    return named[name] ?? all
  })
}

type Parsed = Record<string, unknown>

function nodesOf(parsed: Parsed[]): XmlNode[] {
  return parsed.flatMap((one): XmlNode[] => {
    const [name = ''] = Object.keys(one).filter((key) => key !== ':@')
    if (name === '#text') return [decode(String(one[name]))]
    if (name === '#cdata')
      return [((one[name] as Parsed[])[0]?.['#text'] as string | undefined) ?? '']
    if (name.startsWith('?')) return []
    const attributes = Object.entries((one[':@'] ?? {}) as Record<string, string>)
    return [
      {
        name: name.replace(/^\w+:/, ''),
        attributes: Object.fromEntries(attributes.map(([key, value]) => [key, decode(value)])),
        children: nodesOf(one[name] as Parsed[]),
      },
    ]
  })
}

const faults: Record<XmlFault['kind'], string> = {
  doctype: 'An XML file with a DOCTYPE is not read',
  'too-deep': 'Its elements are nested too deeply',
  'not-xml': 'This is no well-formed XML',
}

/**
 * Reads an XML file, its elements without their prefixes. Throws where it is cut off or none, and
 * where it defines names of its own.
 */
export function readXml(content: string): XmlElement {
  const file = content.replace(/^\ufeff/, '')
  const fault = xmlFault(file)
  if (fault) throw new Error(`${faults[fault.kind]} (line ${fault.line}).`)
  const nodes = nodesOf(parser.parse(file))
  const root = nodes.find((node): node is XmlElement => typeof node !== 'string')
  if (!root) throw new Error('This is no XML.')
  return root
}

/** The elements with a name, anywhere below another; not those within one that was found. */
export function elementsNamed({ children }: XmlElement, name: string): XmlElement[] {
  return children.flatMap((child) => {
    if (typeof child === 'string') return []
    return child.name === name ? [child] : elementsNamed(child, name)
  })
}

/** All text in an element. */
export function textIn(node: XmlNode): string {
  return typeof node === 'string' ? node : node.children.map(textIn).join('')
}

/** A text as XML holds it, in an element or in an attribute. */
export const xmlText = (text: string) =>
  text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
