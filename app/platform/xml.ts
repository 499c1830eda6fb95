import { XMLParser, XMLValidator } from 'fast-xml-parser'

const maxDepth = 90

/**
 * Why an XML file is not read, and the line: it defines a document type, which could define names
 * that grow without end; it is nested too deeply; or it is not well formed.
 */
export interface XmlFault {
  kind: 'doctype' | 'too-deep' | 'not-xml'
  line: number
}

/**
 * A reader that keeps the order of elements, white space and references as they are written. What a
 * file names is decoded by who reads it: a file may define names of its own.
 */
export const xmlParser = (options: { captureMetaData?: boolean } = {}) =>
  new XMLParser({
    preserveOrder: true,
    ignoreAttributes: false,
    attributeNamePrefix: '',
    cdataPropName: '#cdata',
    processEntities: false,
    parseTagValue: false,
    trimValues: false,
    ...options,
  })

const lineAt = (file: string, index: number) => file.slice(0, index).split(/\r\n|\n|\r/).length

/**
 * The first place at which a file defines a document type or is nested too deeply. Each character
 * is looked at once.
 */
function riskIn(file: string): XmlFault | null {
  const tag = /<(\/?)[^\s<>!?/][^\s<>/]*(?=[\s/>])(?:[^<>"']|"[^"]*"|'[^']*')*?(\/?)>/y
  const skipped: [string, string][] = [
    ['<!--', '-->'],
    ['<![CDATA[', ']]>'],
    ['<?', '?>'],
  ]
  let depth = 0
  for (let at = file.indexOf('<'); at >= 0; at = file.indexOf('<', at)) {
    const skip = skipped.find(([opening]) => file.startsWith(opening, at))
    if (skip) {
      at = file.indexOf(skip[1], at + skip[0].length)
      if (at < 0) return null
      continue
    }
    if (/^<!(?:DOCTYPE|ENTITY)/i.test(file.slice(at, at + 10)))
      return { kind: 'doctype', line: lineAt(file, at) }
    tag.lastIndex = at
    const found = tag.exec(file)
    if (found?.[1]) depth--
    else if (found && !found[2]) depth++
    if (depth > maxDepth) return { kind: 'too-deep', line: lineAt(file, at) }
    at += found ? found[0].length : 1
  }
  return null
}

/** Why a file is not to be read; null where it is well formed and does nobody harm. */
export function xmlFault(file: string): XmlFault | null {
  const risk = riskIn(file)
  if (risk) return risk
  const valid = XMLValidator.validate(file)
  return valid === true ? null : { kind: 'not-xml', line: valid.err.line }
}
