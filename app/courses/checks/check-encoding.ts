import { findMojibake } from '../../platform/mojibake.ts'
import type { Problem } from '../model/chapter.ts'
import type { SourceFile } from './course-source.ts'

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const control = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]/

/** One problem for the first of these lines, which says how many more there are. */
function firstOf(file: string, lines: number[], message: string): Problem[] {
  const [line] = lines
  if (line === undefined) return []
  const more = new Set(lines).size - 1
  return [
    {
      file,
      line,
      message:
        more > 0
          ? `${message} ${more} more ${more > 1 ? 'lines have' : 'line has'} such.`
          : message,
    },
  ]
}

function linesWith(written: string, form: RegExp): number[] {
  return written.split('\n').flatMap((text, i) => (form.test(text) ? [i + 1] : []))
}

/**
 * Finds text that was spoiled on its way from one encoding to another: its letters are lost, or
 * stand in disguise.
 */
export function checkEncoding({ file, written }: SourceFile): Problem[] {
  const mojibake = findMojibake(written)
  const [first] = mojibake
  return [
    ...firstOf(
      file,
      linesWith(written, /\ufffd/),
      'A letter was lost when the text was saved in another encoding (U+FFFD, �). Type it again, and save the file as UTF-8.',
    ),
    ...firstOf(
      file,
      mojibake.map(({ line }) => line),
      `"${first?.found}" is "${first?.meant}", read in the wrong encoding. Take the text from where it is whole, and save it as UTF-8.`,
    ),
    ...firstOf(
      file,
      linesWith(written, control),
      'The line has a control character, which nobody sees. Remove it.',
    ),
  ]
}
