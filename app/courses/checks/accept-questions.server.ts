import { writeFile } from 'node:fs/promises'
import { Document, visit } from 'yaml'
import { CourseFiles } from '../load/course-files.server.ts'
import type { WrittenQuestion } from '../model/chapter.ts'
import { courseSchema } from '../parse/course-schema.ts'
import { readMarkup } from '../parse/parse-chapter.ts'
import {
  accepted,
  changeOf,
  type QuestionRecord,
  recordFile,
  recordSchema,
} from './question-record.ts'

/**
 * What an author says of their questions: that those which are not recorded are new, or what became
 * of one, named "chapter/question".
 */
export type Acceptance =
  | { kind: 'new' }
  | { kind: 'wording' | 'meaning' | 'removed'; question: string }

/** What happened, in a sentence for the author, and how many questions were written down. */
export interface Acceptances {
  kind: 'accepted' | 'refused'
  sentence: string
}

const head = `# What each question means and says. \`npm run courses:accept\` writes this file; docs/authoring.md says when to run it.\n`

async function questionsOf(files: CourseFiles): Promise<Map<string, WrittenQuestion[]> | null> {
  const structure = files.yaml('course.yaml', (await files.text('course.yaml')) ?? '', courseSchema)
  if (!structure) return null
  const questions = new Map<string, WrittenQuestion[]>()
  for (const folder of structure.parts.flatMap((part) => part.chapters)) {
    const file = `${folder}/${structure.source}.mdx`
    const { markup, problems } = readMarkup((await files.text(file)) ?? '', files.path(file))
    files.problems.push(...problems)
    questions.set(folder.slice(3), markup?.questions ?? [])
  }
  return files.problems.length > 0 ? null : questions
}

/** Writes the record, a line for each question. */
async function write(files: CourseFiles, record: QuestionRecord) {
  const document = new Document(
    Object.fromEntries(
      Object.entries(record).filter(([, questions]) => Object.keys(questions).length > 0),
    ),
  )
  visit(document, {
    Map(_, node, path) {
      node.flow = path.length > 4
    },
  })
  await writeFile(files.path(recordFile), head + document.toString({ lineWidth: 0 }))
}

/**
 * Writes into a course's record what its author says of new, changed and removed questions. Nothing
 * else is changed, and nothing by itself.
 */
export async function acceptQuestions(
  folder: string,
  acceptance: Acceptance,
): Promise<Acceptances> {
  const files = new CourseFiles(folder)
  const questions = await questionsOf(files)
  const content = await files.textIfAny(recordFile)
  const record = content === null ? {} : files.yaml(recordFile, content, recordSchema)
  if (!questions || !record)
    return {
      kind: 'refused',
      sentence: 'The course cannot be read. Run `npm run courses:check` first.',
    }
  const keep = (
    chapter: string,
    question: WrittenQuestion,
    change: 'new' | 'wording' | 'meaning',
  ) => {
    record[chapter] = {
      ...record[chapter],
      [question.id]: accepted(question, record[chapter]?.[question.id], change),
    }
  }

  if (acceptance.kind === 'new') {
    const found = [...questions].flatMap(([chapter, all]) =>
      all.filter(({ id }) => !record[chapter]?.[id]).map((question) => ({ chapter, question })),
    )
    for (const { chapter, question } of found) keep(chapter, question, 'new')
    await write(files, record)
    return { kind: 'accepted', sentence: `${found.length} new questions are recorded.` }
  }
  const [chapter = '', id = ''] = acceptance.question.split('/')
  const question = questions.get(chapter)?.find((one) => one.id === id)
  if (acceptance.kind === 'removed') {
    if (question)
      return { kind: 'refused', sentence: `The question ${acceptance.question} is still there.` }
    const { [id]: gone, ...rest } = record[chapter] ?? {}
    if (!gone)
      return { kind: 'refused', sentence: `No question ${acceptance.question} is recorded.` }
    await write(files, { ...record, [chapter]: rest })
    return {
      kind: 'accepted',
      sentence: `The question ${acceptance.question} is forgotten; answers to it no longer count.`,
    }
  }
  if (!question)
    return {
      kind: 'refused',
      sentence: `There is no question ${acceptance.question}. Name it as chapter/question, such as the-branch/who-does-what.`,
    }
  const change = changeOf(question, record[chapter]?.[id])
  if (change === 'none')
    return { kind: 'refused', sentence: `The question ${acceptance.question} has not changed.` }
  if (change === 'new')
    return {
      kind: 'refused',
      sentence: `The question ${acceptance.question} is new: \`npm run courses:accept -- --new\`.`,
    }
  if (change === 'answers' && acceptance.kind === 'wording')
    return {
      kind: 'refused',
      sentence: `The question ${acceptance.question} has other answers, or another one is right: that is its meaning, not its wording.`,
    }
  keep(chapter, question, acceptance.kind)
  await write(files, record)
  const sentence = acceptance.kind === 'wording' ? 'Old answers to it stay.' : 'It is asked again.'
  return {
    kind: 'accepted',
    sentence: `The question ${acceptance.question} is recorded. ${sentence}`,
  }
}
