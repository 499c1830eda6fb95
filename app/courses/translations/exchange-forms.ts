import { decodeText } from '../../platform/text-encoding.ts'
import { readDocx, writeDocx } from './docx.ts'
import type { Exchange } from './exchange.ts'
import { readPo, writePo } from './po.ts'
import { readXliff, writeXliff12, writeXliff20 } from './xliff.ts'

/** A form in which texts go out to translators and come back. */
interface ExchangeForm {
  name: string
  /** What its files end with. */
  ending: string
  write(exchange: Exchange): string | Promise<Uint8Array>
  /** Throws where the file is no such file, or where a letter of it is not certain. */
  read(content: Uint8Array): Exchange
}

function text(content: Uint8Array): string {
  const decoded = decodeText(content)
  if (decoded.kind === 'unreadable') throw new Error(`line ${decoded.line}: ${decoded.message}`)
  const lost = decoded.text.indexOf('\ufffd')
  if (lost < 0) return decoded.text
  const line = decoded.text.slice(0, lost).split('\n').length
  throw new Error(`line ${line}: A letter was lost here before (�). Save it again, as UTF-8.`)
}

/** The forms, by the names that `npm run translations -- export` takes. */
export const exchangeForms: readonly ExchangeForm[] = [
  { name: 'po', ending: '.po', write: writePo, read: (content) => readPo(text(content)) },
  {
    name: 'xliff',
    ending: '.xliff',
    write: writeXliff12,
    read: (content) => readXliff(text(content)),
  },
  {
    name: 'xliff2',
    ending: '.xlf',
    write: writeXliff20,
    read: (content) => readXliff(text(content)),
  },
  { name: 'docx', ending: '.docx', write: writeDocx, read: readDocx },
]

/** The form of a file that came back, by its name; null where it is none. */
export function formOf(file: string): ExchangeForm | null {
  return exchangeForms.find(({ ending }) => file.toLowerCase().endsWith(ending)) ?? null
}
