import type { Problem } from '../model/chapter.ts'
import { allElements, type WrittenElement } from '../parse/mdx-elements.ts'
import { wordsIn } from '../parse/sentences.ts'
import {
  type ChapterSource,
  type CourseSource,
  type GlossarySource,
  lineOfTerm,
} from './course-source.ts'

/**
 * Languages whose words are inflected at the end, so that the forms of a word begin alike. Not so
 * in Swahili, Arabic or Welsh. Add one when somebody who knows it says so.
 */
const inflectedAtTheEnd = new Set(['en', 'sv'])

const termsIn = ({ markup }: ChapterSource): WrittenElement[] =>
  allElements(markup?.elements ?? []).filter((element) => element.name === 'Term')
const beginnings = (text: string, lang: string) =>
  wordsIn(text, lang).map((word) => word.toLocaleLowerCase(lang).slice(0, 3))

/**
 * Whether one of the words of a term stands in a text in some form: both have a word that begins
 * with the same three letters.
 */
export function isFormOf(text: string, term: string, lang: string): boolean {
  if (!inflectedAtTheEnd.has(lang)) return true
  const known = new Set(beginnings(term, lang))
  return beginnings(text, lang).some((beginning) => known.has(beginning))
}

function checkChapter(chapter: ChapterSource, glossary: GlossarySource | undefined): Problem[] {
  const seen = new Map<string, number>()
  return termsIn(chapter).flatMap(({ attributes, text, line }) => {
    const problems: Problem[] = []
    const say = (message: string) => problems.push({ file: chapter.file, line, message })
    const id = String(attributes.id)
    const before = seen.get(id)
    if (before) say(`The term "${id}" is explained in this chapter already, on line ${before}.`)
    else seen.set(id, line)
    const term = glossary?.terms.get(id)?.term
    if (term && !isFormOf(text, term, chapter.lang))
      say(`The term "${id}" is "${text}" here and "${term}" in the glossary.`)
    return problems
  })
}

function checkUse(book: CourseSource): Problem[] {
  const chapters = book.chapters.filter(({ lang }) => lang === book.source)
  // A chapter that cannot be read may hold the term.
  if (chapters.some(({ markup }) => markup === null)) return []
  const used = new Set(chapters.flatMap(termsIn).map(({ attributes }) => attributes.id))
  const glossary = book.glossaries.find(({ lang }) => lang === book.source)
  if (!glossary) return []
  return [...glossary.terms.keys()]
    .filter((id) => !used.has(id))
    .map((id) => ({
      file: glossary.file,
      line: lineOfTerm(glossary, id),
      message: `No chapter uses the term "${id}".`,
    }))
}

/**
 * What a program can see of a contradiction with the glossary: another word for a term than the
 * glossary's, a term explained twice in a chapter, and a term that no chapter uses.
 */
export function checkTerms(book: CourseSource): Problem[] {
  const inChapters = book.chapters.flatMap((chapter) =>
    checkChapter(
      chapter,
      book.glossaries.find(({ lang }) => lang === chapter.lang),
    ),
  )
  return [...inChapters, ...checkUse(book)]
}
