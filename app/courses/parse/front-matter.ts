import { isMap, isScalar, isSeq, LineCounter, parse, parseDocument } from 'yaml'
import { z } from 'zod'

const text = z.string({ error: 'must be a text' }).trim().min(1, 'must not be empty')
const common = {
  title: text.max(60, 'is longer than 60 characters'),
  summary: text.refine(
    (value) => (value.match(/[.!?؟။](\s|$)/g)?.length ?? 0) <= 5,
    'has more than five sentences',
  ),
  objectives: z
    .array(text, { error: 'must be a list' })
    .min(2, 'needs two objectives at least')
    .max(6, 'has more than six objectives'),
  minutes: z
    .int({ error: 'must be a whole number' })
    .min(1, 'must be 1 or more')
    .max(60, 'must be 60 at most'),
}
const version = z.int({ error: 'must be a whole number' }).min(1, 'must be 1 or more')
const sourceSchema = z.strictObject({ ...common, version })
const translationSchema = z.strictObject({
  ...common,
  follows: version,
  state: z.enum(['draft', 'reviewed'], { error: 'must be draft or reviewed' }),
})

/**
 * A chapter's front matter: of the source, its version; of a translation, the version it follows
 * and its state.
 */
export type FrontMatter = {
  title: string
  summary: string
  objectives: string[]
  minutes: number
  version: number
  state: 'source' | 'draft' | 'reviewed'
}

/**
 * What is wrong with a YAML text, and on which of its lines; null where that is no line of its own,
 * as of a key that is missing.
 */
export interface YamlProblem {
  line: number | null
  message: string
}

/** The line of a key, or of the innermost of those it stands in. */
function lineOf(yaml: string, path: PropertyKey[]): number | null {
  const lines = new LineCounter()
  let node: unknown = parseDocument(yaml, { lineCounter: lines }).contents
  let at: number | undefined
  for (const step of path) {
    const pair = isMap(node)
      ? node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step))
      : undefined
    const next = isSeq(node) ? node.items[Number(step)] : pair?.key
    if (!next) break
    at = (next as { range?: [number, number, number] | null }).range?.[0] ?? at
    node = pair ? pair.value : next
  }
  return at === undefined ? null : lines.linePos(at).line
}

/** A sentence for each thing that a zod schema found wrong in a YAML text. */
export function sentences(error: z.ZodError, yaml: string): YamlProblem[] {
  return error.issues.map((issue) => {
    if (issue.code === 'unrecognized_keys')
      return {
        line: lineOf(yaml, [...issue.path, issue.keys[0] as string]),
        message: `does not know ${issue.keys.map((key) => `"${key}"`).join(', ')}.`,
      }
    const fault =
      issue.code === 'invalid_type' && issue.message.startsWith('Invalid')
        ? 'is missing or has the wrong form'
        : issue.message
    return { line: lineOf(yaml, issue.path), message: `"${issue.path.join('.')}" ${fault}.` }
  })
}

/** What an author can do about what the YAML parser finds, by its code. */
const yamlAdvice: Record<string, string> = {
  BLOCK_AS_IMPLICIT_KEY: 'A text that has a colon needs "straight quotation marks" around it.',
  TAB_AS_INDENT: 'The line begins with a tab. Begin it with spaces.',
  DUPLICATE_KEY: 'A key stands twice. Remove one of the two.',
  MULTILINE_IMPLICIT_KEY:
    'The line lacks the colon behind its key, or belongs to the text above it and needs more spaces before it.',
  MISSING_CHAR: 'A quotation mark, a colon or a bracket is missing, here or above.',
  BAD_INDENT: 'The line has more or fewer spaces before it than its neighbours.',
}

/** What is wrong with a text that the YAML parser cannot read, with what to do. */
export function unreadable(error: unknown): YamlProblem {
  const {
    message,
    code = '',
    linePos,
  } = error as Error & { code?: string; linePos?: { line: number }[] }
  const own = message.split('\n')[0]?.replace(/ at line \d+, column \d+:?$/, '.')
  return {
    line: linePos?.[0]?.line ?? null,
    message: `cannot be read as YAML: ${yamlAdvice[code] ?? own}`,
  }
}

/** The front matter of a page that is no chapter. */
export type PageFrontMatter = Pick<FrontMatter, 'title' | 'summary' | 'version' | 'state'>

const pageWords = { title: common.title, summary: text }
const pageSourceSchema = z.strictObject({ ...pageWords, version })
const pageTranslationSchema = z.strictObject({
  ...pageWords,
  follows: version,
  state: translationSchema.shape.state,
})

/** The lines are those of the file: the front matter begins on its second. */
type Read<T> = { value: T | null; problems: { line: number; message: string }[] }
type Own<T> = Omit<T, 'version' | 'state'>

function read<T extends { version: number; state: string }>(
  yaml: string,
  isSource: boolean,
  source: z.ZodType<Own<T> & { version: number }>,
  translation: z.ZodType<Own<T> & { follows: number; state: string }>,
): Read<T> {
  const broken = (problems: YamlProblem[]) => ({
    value: null,
    problems: problems.map(({ line, message }) => ({ line: (line ?? 0) + 1, message })),
  })
  if (yaml.trim() === '')
    return broken([
      {
        line: 0,
        message:
          'is missing. A file begins with a line of ---, then its title and the rest, then another line of ---.',
      },
    ])
  let data: unknown
  try {
    data = parse(yaml)
  } catch (error) {
    return broken([unreadable(error)])
  }
  const result = (isSource ? source : translation).safeParse(data)
  if (!result.success) return broken(sentences(result.error, yaml))
  const { follows, ...rest } = result.data as Own<T> & {
    version?: number
    follows?: number
    state?: string
  }
  return { value: { state: 'source', version: follows, ...rest } as unknown as T, problems: [] }
}

/** Reads a chapter's front matter, or says in sentences what is wrong with it. */
export function readFrontMatter(yaml: string, isSource: boolean): Read<FrontMatter> {
  return read<FrontMatter>(yaml, isSource, sourceSchema, translationSchema)
}

/**
 * Reads the front matter of a page that is no chapter, or says in sentences what is wrong with it.
 */
export function readPageFrontMatter(yaml: string, isSource: boolean): Read<PageFrontMatter> {
  return read<PageFrontMatter>(yaml, isSource, pageSourceSchema, pageTranslationSchema)
}
