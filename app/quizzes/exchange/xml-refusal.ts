import { type XmlFault, xmlFault } from '../../platform/xml.ts'
import { largestFile, type Unreadable } from './bank.ts'

const messages: Record<XmlFault['kind'], Unreadable['message']> = {
  doctype: 'questions:fileHasDoctype',
  'too-deep': 'questions:fileTooDeep',
  'not-xml': 'questions:fileNotXml',
}

/** Why a file with questions is not read at all: no question bank defines a document type. */
export function xmlRefusal(file: string): Unreadable | null {
  if (file.length > largestFile)
    return { line: 1, message: 'questions:fileTooLarge', detail: String(largestFile / 1_000_000) }
  if (file.trim() === '') return { line: 1, message: 'questions:fileEmpty', detail: '' }
  const declaration = file.search(/\S/)
  if (declaration > 0 && file.startsWith('<?xml', declaration)) {
    const line = file.slice(0, declaration).split(/\r\n|\n|\r/).length
    return { line, message: 'questions:fileBlankFirst', detail: '' }
  }
  const fault = xmlFault(file)
  return fault && { line: fault.line, message: messages[fault.kind], detail: '' }
}
