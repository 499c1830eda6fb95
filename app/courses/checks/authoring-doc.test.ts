import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { parse } from 'yaml'
import { goodCourse } from '../../../tests/broken-courses/course.ts'
import { describeProblems, loadCatalogue } from '../load/load-catalogue.server.ts'
import { guideSchema } from '../model/guide.ts'
import { readMarkup } from '../parse/parse-chapter.ts'
import { standardLimits } from './check-limits.ts'
import { readingLimits } from './reading-level.ts'

const document = readFileSync(join(import.meta.dirname, '../../../docs/authoring.md'), 'utf8')

interface Block {
  file: string
  /** The line below which it is put; none where it is the whole file. */
  after: string | undefined
  content: string
}

/**
 * The part of the document under a heading of the second level. What stands in a block is no
 * heading.
 */
function under(title: string, text = document): string {
  const outside = text.replace(/^```[\s\S]*?^```$/gm, (block) => block.replace(/\S/g, '`'))
  const start = outside.indexOf(`\n## ${title}\n`)
  if (start < 0) throw new Error(`The document has no part "${title}"`)
  const end = outside.indexOf('\n## ', start + 1)
  return text.slice(start, end < 0 ? undefined : end)
}

/** The steps of "In ten minutes", each with its blocks in the document's order. */
function readSteps(text = document): { title: string; blocks: Block[] }[] {
  const parts = under('In ten minutes', text).split(/^### \d+\. /m)
  return parts.slice(1).map((part) => ({
    title: part.split('\n', 1)[0] as string,
    blocks: [...part.matchAll(/^```\w+ file=(\S+)(?: after="(.+)")?\n([\s\S]*?)^```$/gm)].map(
      ([, file = '', after, content = '']) => ({
        file,
        after,
        content,
      }),
    ),
  }))
}

/** Does with a block what the document tells its reader to do. */
function carryOut({ file, after, content }: Block, folder: string) {
  if (!/^courses\/first-steps\/[\w/-]+\.\w+$/.test(file))
    throw new Error(`${file} is not in the course.`)
  const path = join(folder, file)
  mkdirSync(dirname(path), { recursive: true })
  if (after === undefined) return writeFileSync(path, content, { flag: 'wx' })
  const lines = readFileSync(path, 'utf8').split('\n')
  const places = lines.flatMap((line, i) => (line === after ? [i] : []))
  if (places.length !== 1) throw new Error(`${file} has ${places.length} lines that read ${after}`)
  lines.splice((places[0] as number) + 1, 0, ...content.replace(/\n$/, '').split('\n'))
  writeFileSync(path, lines.join('\n'))
}

/** What the course is after a step; the problems in words where there are any. */
async function stateOf(folder: string) {
  const { cacheFolder, checkQuestion } = goodCourse
  const loaded = await loadCatalogue({
    folder: join(folder, 'courses'),
    cacheFolder,
    checkQuestion,
  })
  if (loaded.kind === 'broken')
    return describeProblems(loaded.problems).replaceAll(`${folder}/`, '')
  return [...loaded.catalogue.courses.values()].map(({ id, chapters, texts }) => ({
    id,
    languages: [...texts.keys()],
    chapters: chapters.map((chapter) =>
      [...chapter.texts.values()].map(({ lang, questions, illustrations }) => [
        lang,
        questions.length,
        illustrations.size,
      ]),
    ),
  }))
}

/** Carries out every step in an empty folder; the course after each, or why it stopped. */
async function walk(steps: { blocks: Block[] }[]): Promise<unknown[]> {
  const folder = mkdtempSync(join(tmpdir(), 'cirkel-authoring-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const states: unknown[] = []
  for (const { blocks } of steps) {
    try {
      for (const block of blocks) carryOut(block, folder)
      states.push(await stateOf(folder))
    } catch (error) {
      return [...states, (error as Error).message]
    }
  }
  return states
}

const course = (
  languages: string[],
  ...chapter: [lang: string, questions: number, illustrations: number][]
) => [{ id: 'first-steps', languages, chapters: [chapter] }]
const expected = [
  course(['en'], ['en', 1, 0]),
  course(['en'], ['en', 2, 0]),
  course(['en'], ['en', 2, 1]),
  course(['en', 'sv'], ['en', 2, 1], ['sv', 2, 1]),
]
const steps = readSteps()
const blocks = steps.flatMap((step) => step.blocks)

describe('a newcomer who follows “In ten minutes” to the letter', () => {
  test('adds a chapter, a question, an illustration and a language, without a problem on the way', async () => {
    expect(steps.map(({ title }) => title)).toEqual([
      'Add a chapter',
      'Add a question',
      'Add an illustration',
      'Add a language',
    ])
    expect(await walk(steps)).toEqual(expected)
  })

  test('finds no block there that is not carried out', () => {
    const fences = under('In ten minutes').match(/^```.+$/gm)
    expect(fences).toHaveLength(blocks.length)
  })

  test('uses commands that exist', () => {
    const { scripts } = JSON.parse(
      readFileSync(join(import.meta.dirname, '../../../package.json'), 'utf8'),
    )
    const named = [...document.matchAll(/npm (?:run )?([a-z:]+)/g)].map(([, name]) => name)
    expect(named).toContain('courses:check')
    expect(Object.keys(scripts)).toEqual(expect.arrayContaining(named))
  })
})

describe('the walk does not reach its end', () => {
  test.each(
    blocks.map((block, i) => [i + 1, block.file, block] as const),
  )('without block %i, %s', async (_, __, left) => {
    const without = steps.map((step) => ({ blocks: step.blocks.filter((block) => block !== left) }))
    expect(await walk(without)).not.toEqual(expected)
  })

  test.each([
    ['a question that is not closed', '</Question>\n</Quiz>', '</Quiz>', 'The text cannot be read'],
    [
      'a line to insert after that is not there',
      'after="Nobody interrupts',
      'after="Nobody shouts',
      'has 0 lines that read',
    ],
    [
      'a label by another name',
      '<Label id="last">The',
      '<Label id="end">The',
      'The label "last" has no <Label id="last">',
    ],
    [
      'a section in Swedish with an id of its own',
      'en gång {#everyone-speaks}',
      'en gång {#alla-talar}',
      'which does not exist',
    ],
    [
      'a chapter that the course does not list',
      '      - 01-hello',
      '      - 01-hallo',
      'The folder 01-hello is in no part',
    ],
    [
      'a colour',
      '<path class="line" d="M120',
      '<path fill="red" d="M120',
      'colours and lines come from classes',
    ],
  ])('with %s', async (_, from, to, words) => {
    expect(document).toContain(from)
    const states = await walk(readSteps(document.replace(from, to)))
    expect(states).not.toEqual(expected)
    expect(JSON.stringify(states)).toContain(JSON.stringify(words).slice(1, -1))
  })
})

describe('the rest of the document agrees with the checks', () => {
  const rows = (title: string) =>
    [...under(title).matchAll(/^\| (.+) \| (.+) \|$/gm)]
      .slice(1)
      .map(([, left = '', right = '']) => [left, right])

  test('in its measures', () => {
    const standard = rows("The manual's standard").map(([, span = '']) => span.replaceAll(',', ''))
    expect(standard).toEqual(Object.values(standardLimits).map(([from, to]) => `${from} to ${to}`))
    expect(rows('How it should read').map(([, max]) => Number(max))).toEqual(
      Object.values(readingLimits),
    )
  })

  test('in its example of a guide', () => {
    const [, example = ''] =
      /^```yaml\n([\s\S]*?)^```$/m.exec(under('The glossary, the guide and the pages')) ?? []
    expect(guideSchema.safeParse(parse(example)).error?.message).toBeUndefined()
  })

  test('in its examples of questions', () => {
    const examples = [...under('Questions').matchAll(/^```mdx question\n([\s\S]*?)^```$/gm)].map(
      ([, example = '']) => example,
    )
    const { markup, problems } = readMarkup(`<Quiz>\n${examples.join('\n')}</Quiz>`, 'authoring.md')
    expect(problems).toEqual([])
    expect(markup?.questions.map(({ type }) => type)).toEqual([
      'fill-in',
      'scenario',
      'reflection',
      'single',
    ])
    expect(markup?.questions.flatMap((question) => goodCourse.checkQuestion(question))).toEqual([])
  })

  test('in its table of types', () => {
    const types = rows('Questions').map(([left = '']) => left.replaceAll('`', ''))
    const [{ message = '' } = {}] = goodCourse.checkQuestion({
      id: 'q',
      type: 'essay',
      see: 's',
      prompt: '?',
      parts: [],
      line: 1,
    })
    expect(message).toContain(`there are ${types.join(', ')}.`)
  })

  test('in the words of every problem', () => {
    const here = import.meta.dirname
    const files = [
      join(here, '..'),
      join(here, '../../quizzes'),
      join(here, '../../platform'),
    ].flatMap((folder) =>
      readdirSync(folder, { withFileTypes: true, recursive: true })
        .filter(({ name }) => /(?<!\.test)\.tsx?$/.test(name))
        .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8')),
    )
    const code = files.join('\n')
    const quoted = rows('What the check says').flatMap(([left = '']) =>
      [...left.matchAll(/`([^`]+)`/g)].map(([, words = '']) => words),
    )
    expect(quoted.length).toBeGreaterThan(50)
    const unknown = quoted
      .flatMap((words) => words.split('…'))
      .filter((part) => part && !code.includes(part))
    expect(unknown).toEqual([])
  })
})
