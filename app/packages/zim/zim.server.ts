import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { languages } from '../../i18n/languages.ts'
import { type Book, courseTextOf } from '../book.ts'
import { folderFiles } from '../folder/folder.server.tsx'
import { plainPicture } from './plain-picture.ts'

/** Nothing is written without Kiwix's program. */
export class NoZimWriter extends Error {}

const picture = 'icon.png'

/** A language as ISO 639-3 names it, which a ZIM asks for; "mul" for several. */
const codes: Record<string, string> = {
  ar: 'ara',
  en: 'eng',
  es: 'spa',
  fr: 'fra',
  my: 'mya',
  ru: 'rus',
  sr: 'srp',
  sv: 'swe',
}

/** The languages of a course, as a ZIM lists them: its source first. */
export function zimLanguages({ course }: Book): string {
  const own = languages.map(({ tag }) => tag).filter((tag) => course.texts.has(tag))
  const all = [course.source, ...own.filter((tag) => tag !== course.source)]
  return all.map((tag) => codes[tag] ?? 'mul').join(',')
}

function run(folder: string, out: string, book: Book) {
  const { title } = courseTextOf(book)
  const args = Object.entries({
    welcome: 'index.html',
    illustration: picture,
    language: zimLanguages(book),
    // The file calls itself what the host called the site; its pages say what they are about.
    title: book.title,
    description: title,
    creator: book.title,
    publisher: book.title,
    name: 'notes',
  }).map(([name, value]) => `--${name}=${value}`)
  const { error, status, stderr, stdout } = spawnSync('zimwriterfs', [...args, folder, out], {
    encoding: 'utf8',
  })
  if ((error as NodeJS.ErrnoException | undefined)?.code === 'ENOENT') throw new NoZimWriter()
  if (error) throw error
  if (status !== 0) throw new Error(`zimwriterfs: ${stderr || stdout}`)
}

/**
 * The course as one file for Kiwix, in all its languages: the pages of the folder, which Kiwix opens
 * and searches without a connection. Written by zimwriterfs; throws `NoZimWriter` where there is none.
 * Other than the forms made here, it says on which day it was made: its writer notes that.
 */
export async function makeZim(book: Book): Promise<Uint8Array> {
  const work = mkdtempSync(join(tmpdir(), 'cirkel-zim-'))
  const folder = join(work, 'pages')
  const out = join(work, 'notes.zim')
  try {
    const files = [...(await folderFiles(book)), { name: picture, content: plainPicture(48) }]
    for (const { name, content } of files) {
      mkdirSync(dirname(join(folder, name)), { recursive: true })
      writeFileSync(join(folder, name), content)
    }
    run(folder, out, book)
    return readFileSync(out)
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}
