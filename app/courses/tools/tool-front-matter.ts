import { parse } from 'yaml'
import { z } from 'zod'
import { sentences, unreadable } from '../parse/front-matter.ts'
import type { ToolText } from './tool.ts'

const text = z.string({ error: 'must be a text' }).trim().min(1, 'must not be empty')
const version = z.int({ error: 'must be a whole number' }).min(1, 'must be 1 or more')
const words = {
  title: text.max(60, 'is longer than 60 characters'),
  summary: text.max(200, 'is longer than 200 characters'),
  seenBy: text,
  destroy: text,
}
const sourceSchema = z.strictObject({
  ...words,
  sheets: z.union([z.literal(1), z.literal(2)], { error: 'must be 1 or 2' }),
  version,
})
const translationSchema = z.strictObject({
  ...words,
  follows: version,
  state: z.enum(['draft', 'reviewed'], { error: 'must be draft or reviewed' }),
})

type ToolFrontMatter = Omit<ToolText, 'lang' | 'blocks' | 'withoutPaper'> & { sheets?: 1 | 2 }

/** Reads a tool's front matter, or says in sentences what is wrong, by the file's lines. */
export function readToolFrontMatter(
  yaml: string,
  isSource: boolean,
): { value: ToolFrontMatter | null; problems: { line: number; message: string }[] } {
  const inFile = ({ line, message }: { line: number | null; message: string }) => ({
    line: (line ?? 0) + 1,
    message,
  })
  try {
    const data: unknown = parse(yaml)
    if (isSource) {
      const read = sourceSchema.safeParse(data)
      if (!read.success) return { value: null, problems: sentences(read.error, yaml).map(inFile) }
      return { value: { ...read.data, state: 'source' }, problems: [] }
    }
    const read = translationSchema.safeParse(data)
    if (!read.success) return { value: null, problems: sentences(read.error, yaml).map(inFile) }
    const { follows, ...rest } = read.data
    return { value: { ...rest, version: follows }, problems: [] }
  } catch (error) {
    return { value: null, problems: [inFile(unreadable(error))] }
  }
}
