import type {
  ChapterText,
  Lang,
  Problem,
  Source,
  SourceReading,
  WrittenQuestion,
} from '../model/chapter.ts'
import { isCountry } from '../model/countries.ts'
import { type FrontMatter, readFrontMatter } from '../parse/front-matter.ts'
import { readGroupWork } from '../parse/group-work.ts'
import { preparePicture } from '../parse/illustration.ts'
import { allElements, type WrittenElement } from '../parse/mdx-elements.ts'
import { type Markup, readMarkup } from '../parse/parse-chapter.ts'
import { splitFrontMatter } from '../parse/remark-chapter.ts'
import { sentencesIn } from '../parse/sentences.ts'
import { measureReading } from './reading-level.ts'

/** Says what is wrong with a question; given by the question types, which know. */
export type QuestionCheck = (question: WrittenQuestion) => { line: number; message: string }[]

/** What checking a chapter needs apart from its text. */
export interface ChapterSurroundings {
  file: string
  lang: Lang
  isSource: boolean
  pictures: Map<string, string>
  figures: Set<string>
  /** Ids of the glossary in this language. */
  terms: Set<string>
  checkQuestion: QuestionCheck
}

const idForm = /^[a-z0-9]+(-[a-z0-9]+)*$/
const monthForm = /^20\d\d(-(0[1-9]|1[0-2]))?$/
const readings = ['whole', 'parts', 'no']
/** The picture of people in a place that a chapter may have beside its drawings that explain. */
const sceneFile = 'scene.svg'
const atMostOne = ['TalkAboutIt', 'GroupExercise', 'BranchTask', 'Quiz', 'Sources']
const attr = (element: WrittenElement, name: string) => String(element.attributes[name] ?? '')
const named = (elements: WrittenElement[], name: string) =>
  elements.filter((element) => element.name === name)

function sourceOf(element: WrittenElement): Source {
  const { url, author, read, titled } = element.attributes
  return {
    id: attr(element, 'id'),
    title: attr(element, 'title'),
    publisher: attr(element, 'publisher'),
    year: attr(element, 'year'),
    access: attr(element, 'access') as Source['access'],
    ...(author ? { author: String(author) } : {}),
    ...(url ? { url: String(url) } : {}),
    ...(read ? { read: read as SourceReading } : {}),
    ...(titled ? { isTitledByEditors: true as const } : {}),
    note: element.text,
  }
}

function checkIds(
  markup: Markup,
  elements: WrittenElement[],
  say: (line: number, message: string) => void,
) {
  const taken = new Set<string>()
  const take = (id: string, line: number, what: string) => {
    if (!idForm.test(id))
      say(line, `The id "${id}" of ${what} must be lower case words with hyphens.`)
    if (taken.has(id)) say(line, `The id "${id}" stands twice in this chapter.`)
    taken.add(id)
  }
  for (const section of markup.sections)
    take(section.id, section.line, `the heading "${section.title}"`)
  for (const { id, line } of markup.paragraphs) take(id, line, 'a paragraph')
  for (const element of [
    ...named(elements, 'Question'),
    ...named(elements, 'CountryComment'),
    ...named(elements, 'Source'),
  ])
    take(attr(element, 'id'), element.line, `<${element.name}>`)
  const sections = new Set([...markup.sections, ...markup.paragraphs].map(({ id }) => id))
  for (const question of markup.questions) {
    if (!sections.has(question.see))
      say(
        question.line,
        `The question "${question.id}" sends its reader to the section or paragraph "${question.see}", which does not exist.`,
      )
  }
  for (const { url, line } of markup.links) {
    if (url.startsWith('#') && !sections.has(url.slice(1)))
      say(line, `The link ${url} leads to no section of this chapter.`)
    if (!url.startsWith('#') && !/^\.\.\/[a-z0-9-]+(#[a-z0-9-]+)?$/.test(url))
      say(
        line,
        `The link ${url} must lead to a section (#id) or a chapter (../slug). Other addresses belong in <Sources>.`,
      )
  }
}

function checkSources(elements: WrittenElement[], say: (line: number, message: string) => void) {
  const sources = new Map(
    named(elements, 'Source').map((element) => [attr(element, 'id'), element]),
  )
  for (const element of named(elements, 'Source')) {
    if (!['free', 'paid'].includes(attr(element, 'access')))
      say(element.line, `"access" of the source "${attr(element, 'id')}" must be free or paid.`)
    if (element.attributes.url && !/^https?:\/\/[^\s"<>]+$/.test(attr(element, 'url')))
      say(element.line, `"url" of the source "${attr(element, 'id')}" is no web address.`)
    if (element.attributes.read && !readings.includes(attr(element, 'read')))
      say(element.line, `"read" of the source "${attr(element, 'id')}" must be whole, parts or no.`)
    if (element.attributes.titled && attr(element, 'titled') !== 'editors')
      say(
        element.line,
        `"titled" of the source "${attr(element, 'id')}" must be editors, or be left out.`,
      )
  }
  for (const element of named(elements, 'CountryComment')) {
    const source = sources.get(attr(element, 'source'))
    if (!source)
      say(
        element.line,
        `The comment "${attr(element, 'id')}" names the source "${attr(element, 'source')}", which is not in <Sources>.`,
      )
    else if (!source.attributes.read)
      say(
        source.line,
        `The comment "${attr(element, 'id')}" rests on this source. Say in "read" how much of it you have read.`,
      )
    if (!monthForm.test(attr(element, 'checked')))
      say(
        element.line,
        `"checked" of the comment "${attr(element, 'id')}" must be a month, such as 2026-11, or a year.`,
      )
    if (!isCountry(attr(element, 'country')))
      say(element.line, `"${attr(element, 'country')}" is no ISO country code.`)
  }
}

function picturesOf(
  elements: WrittenElement[],
  around: ChapterSurroundings,
  say: (line: number, message: string, file?: string) => void,
): ChapterText['illustrations'] {
  const result: ChapterText['illustrations'] = new Map()
  for (const element of named(elements, 'Illustration')) {
    const file = attr(element, 'file')
    const svg = around.pictures.get(file)
    if (svg === undefined) {
      say(element.line, `The picture illustrations/${file} does not exist.`)
      continue
    }
    const labels = new Map(
      named(element.children, 'Label').map((label) => [attr(label, 'id'), label.text]),
    )
    const picture = preparePicture(
      svg,
      attr(element, 'alt'),
      labels,
      around.figures,
      file === sceneFile ? 20_000 : undefined,
    )
    for (const problem of picture.problems)
      say(problem.line, problem.message, around.file.replace(/[^/]+$/, `illustrations/${file}`))
    result.set(file, {
      alt: attr(element, 'alt'),
      caption: attr(element, 'caption') || null,
      svg: picture.svg,
    })
  }
  return result
}

/**
 * Checks a chapter's file whole. Gives all problems at once; the text (still without code) only
 * where there are none.
 */
export function checkChapter(
  source: string,
  around: ChapterSurroundings,
): { text: Omit<ChapterText, 'code'> | null; markup: Markup | null; problems: Problem[] } {
  const problems: Problem[] = []
  const say = (line: number, message: string, file = around.file) =>
    problems.push({ file, line, message })
  const { frontMatter } = splitFrontMatter(source)
  const front = readFrontMatter(frontMatter, around.isSource)
  for (const { line, message } of front.problems) say(line, `The front matter ${message}`)
  // Without it, all else would be taken for text, and every further message would mislead.
  if (frontMatter === '') return { text: null, markup: null, problems }
  const read = readMarkup(source, around.file)
  problems.push(...read.problems)
  if (!read.markup) return { text: null, markup: null, problems }

  const { markup } = read
  const elements = allElements(markup.elements)
  checkIds(markup, elements, say)
  checkSources(elements, say)
  for (const name of atMostOne)
    for (const extra of named(elements, name).slice(1))
      say(extra.line, `A chapter has one <${name}>.`)
  for (const term of named(elements, 'Term'))
    if (!around.terms.has(attr(term, 'id')))
      say(term.line, `The term "${attr(term, 'id')}" is not in glossary/${around.lang}.yaml.`)
  for (const question of markup.questions)
    for (const { line, message } of around.checkQuestion(question))
      say(line, `Question "${question.id}": ${message}`)
  const illustrations = picturesOf(elements, around, say)
  if (problems.length > 0) return { text: null, markup, problems }

  const text: Omit<ChapterText, 'code'> = {
    lang: around.lang,
    ...(front.value as FrontMatter),
    sections: markup.sections.map(({ id, title, depth }) => ({ id, title, depth })),
    paragraphs: markup.paragraphs.map(({ id, section }) => ({ id, section })),
    questions: markup.questions,
    comments: named(elements, 'CountryComment').map((element) => ({
      id: attr(element, 'id'),
      country: attr(element, 'country'),
      about: attr(element, 'about'),
      source: attr(element, 'source'),
      checked: attr(element, 'checked'),
    })),
    terms: [...new Set(named(elements, 'Term').map((element) => attr(element, 'id')))],
    sources: named(elements, 'Source').map(sourceOf),
    illustrations,
    links: markup.links,
    words: markup.words,
    reading: measureReading(sentencesIn(markup.tree, around.lang), around.lang),
    plain: markup.plain,
    groupWork: readGroupWork(markup.tree),
  }
  return { text, markup, problems }
}
