import type { Problem } from '../model/chapter.ts'
import { allElements } from '../parse/mdx-elements.ts'
import { sentencesIn } from '../parse/sentences.ts'
import { checkEncoding } from './check-encoding.ts'
import { checkInvisible, checkReading, checkThousands, checkZawgyi } from './check-language.ts'
import { checkLimits } from './check-limits.ts'
import { checkRepetition } from './check-repetition.ts'
import { checkTerms } from './check-terms.ts'
import type { ChapterSource, CourseSource } from './course-source.ts'

/** Ids that a chapter's page has of its own, next to those from its text. */
export const pageIds: ReadonlySet<string> = new Set([
  'main',
  'objectives',
  'talk-about-it',
  'group-exercise',
  'branch-task',
  'check-what-you-know',
  'quiz-seen',
  'words',
  'comments',
  'readers',
  'sources',
  'tools',
  'read',
  'bookmark',
  'self-check',
  'self-check-sum',
  'no-comment',
  'find-seen',
])
/** How the page's ids for words, for letters and in questions begin. */
export const pageBeginnings = ['word-', 'letter-', 'result-', 'step-', 'seen-', 'explain-']

function idsIn({ markup }: ChapterSource): { id: string; line: number; what: string }[] {
  if (!markup) return []
  const headings = markup.sections.map(({ id, line }) => ({ id, line, what: 'the heading' }))
  const paragraphs = markup.paragraphs.map(({ id, line }) => ({ id, line, what: 'the paragraph' }))
  const others = allElements(markup.elements)
    .filter(({ name }) => ['Question', 'CountryComment', 'Source'].includes(name))
    .map(({ name, attributes, line }) => ({ id: String(attributes.id), line, what: `<${name}>` }))
  return [...headings, ...paragraphs, ...others]
}

function checkIds(chapter: ChapterSource): Problem[] {
  const comments = allElements(chapter.markup?.elements ?? []).filter(
    ({ name }) => name === 'CountryComment',
  )
  const titles = new Set(comments.map(({ attributes }) => `${attributes.id}-about`))
  const isTaken = (id: string) =>
    pageIds.has(id) ||
    titles.has(id) ||
    pageBeginnings.some((beginning) => id.startsWith(beginning))
  return idsIn(chapter)
    .filter(({ id }) => isTaken(id))
    .map(({ id, line, what }) => ({
      file: chapter.file,
      line,
      message: `The page itself uses the id "${id}". Give ${what} another.`,
    }))
}

function checkPictures({ file, markup }: ChapterSource): Problem[] {
  const shown = new Map<string, number>()
  return allElements(markup?.elements ?? [])
    .filter(({ name }) => name === 'Illustration')
    .flatMap(({ attributes, line }) => {
      const picture = String(attributes.file)
      const before = shown.get(picture)
      if (before)
        return [
          {
            file,
            line,
            message: `The picture ${picture} is shown in this chapter already, on line ${before}.`,
          },
        ]
      shown.set(picture, line)
      return []
    })
}

/**
 * Checks what only shows when a course is read as a book: how hard it is to read, characters that
 * nobody sees, words that change, sentences that come again and, where the course asks for it, its
 * measures. A chapter that cannot be read is checked for its characters alone.
 */
export function lintCourse(book: CourseSource): Problem[] {
  const read = book.chapters.flatMap((chapter) =>
    chapter.markup ? [{ chapter, sentences: sentencesIn(chapter.markup.tree, chapter.lang) }] : [],
  )
  const files = [...book.chapters, ...book.glossaries, ...book.others]
  return [
    ...book.chapters.flatMap((chapter) => [...checkIds(chapter), ...checkPictures(chapter)]),
    ...files.flatMap((file) => [
      ...checkEncoding(file),
      ...checkInvisible(file),
      ...checkThousands(file),
      ...checkZawgyi(file),
    ]),
    ...read.flatMap(({ chapter, sentences }) => checkReading(chapter, sentences)),
    ...checkRepetition(read),
    ...checkTerms(book),
    ...checkLimits(book),
  ]
}
