import { XMLValidator } from 'fast-xml-parser'
import { largestFile, type Unreadable } from './bank.ts'

const maxDepth = 90
const lineAt = (file: string, index: number) => file.slice(0, index).split(/\r\n|\n|\r/).length

interface Fault {
  index: number
  message: Unreadable['message']
}

/**
 * The first place at which a file defines a document type or is nested too deeply. Each character
 * is looked at once.
 */
function faultIn(file: string): Fault | null {
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
      return { index: at, message: 'questions:fileHasDoctype' }
    tag.lastIndex = at
    const found = tag.exec(file)
    if (found?.[1]) depth--
    else if (found && !found[2]) depth++
    if (depth > maxDepth) return { index: at, message: 'questions:fileTooDeep' }
    at += found ? found[0].length : 1
  }
  return null
}

/**
 * Why a file is not read at all. A document type could define names that grow without end; no
 * question bank has one.
 */
export function xmlRefusal(file: string): Unreadable | null {
  if (file.length > largestFile)
    return { line: 1, message: 'questions:fileTooLarge', detail: String(largestFile / 1_000_000) }
  if (file.trim() === '') return { line: 1, message: 'questions:fileEmpty', detail: '' }
  const declaration = file.search(/\S/)
  if (declaration > 0 && file.startsWith('<?xml', declaration))
    return { line: lineAt(file, declaration), message: 'questions:fileBlankFirst', detail: '' }
  const fault = faultIn(file)
  if (fault) return { line: lineAt(file, fault.index), message: fault.message, detail: '' }
  const valid = XMLValidator.validate(file)
  return valid === true
    ? null
    : { line: valid.err.line, message: 'questions:fileNotXml', detail: '' }
}
