import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'yaml'
import type { z } from 'zod'
import { decodeText } from '../../platform/text-encoding.ts'
import { type FolderKind, findStrayFiles } from '../checks/stray-files.ts'
import type { Lang, Problem } from '../model/chapter.ts'
import { isLanguageTag } from '../model/language-tag.ts'
import { sentences, unreadable, type YamlProblem } from '../parse/front-matter.ts'

/** Reads the files of one course below its folder, and notes every fault for the author. */
export class CourseFiles {
  readonly problems: Problem[] = []
  private readonly undecoded = new Map<string, Problem>()

  constructor(readonly folder: string) {}

  /** Notes a fault of a file of this course. */
  say(file: string, line: number, message: string) {
    this.problems.push({ file: this.path(file), line, message })
  }

  /**
   * Every fault for the author. Of a file that cannot be decoded, that alone: the rest would only
   * follow from it.
   */
  told(): Problem[] {
    return this.problems.filter((one) => (this.undecoded.get(one.file) ?? one) === one)
  }

  /** A file's path as its author sees it. */
  path(file: string): string {
    return join(this.folder, file)
  }

  /** A file's text; a fault and null where there is none. */
  async text(file: string): Promise<string | null> {
    const content = await this.textIfAny(file)
    if (content === null) this.say(file, 1, 'The file is missing.')
    return content
  }

  /** A file's text, or null. One that cannot be decoded is a fault, and an empty text. */
  async textIfAny(file: string): Promise<string | null> {
    const bytes = await readFile(this.path(file)).catch(() => null)
    if (bytes === null) return null
    const decoded = decodeText(bytes)
    // Old Macs ended a line with a carriage return alone.
    if (decoded.kind === 'text') return decoded.text.replace(/\r(?!\n)/g, '\n')
    const problem = { file: this.path(file), line: decoded.line, message: decoded.message }
    this.undecoded.set(problem.file, problem)
    this.problems.push(problem)
    return ''
  }

  /** The names in a folder, sorted; none where there is no such folder. */
  async names(folder: string): Promise<string[]> {
    return (await readdir(this.path(folder)).catch(() => [])).sort()
  }

  /** The languages that a folder has a file of this kind for: en.mdx, sv.mdx … */
  async languages(folder: string, kind: 'mdx' | 'yaml'): Promise<Lang[]> {
    return (await this.names(folder))
      .filter((name) => name.endsWith(`.${kind}`))
      .map((name) => name.slice(0, -kind.length - 1))
      .filter(isLanguageTag)
  }

  /** Notes what a folder holds and nobody reads. */
  async sayStray(folder: string, kind: FolderKind) {
    for (const { name, message } of findStrayFiles(kind, await this.names(folder)))
      this.say(join(folder, name), 1, message)
  }

  /** A YAML file held against a schema; faults and null where it does not fit or is missing. */
  async readYaml<T>(file: string, schema: z.ZodType<T>): Promise<T | null> {
    const content = await this.text(file)
    return content === null ? null : this.yaml(file, content, schema)
  }

  /** A YAML text held against a schema; faults and null where it does not fit. */
  yaml<T>(file: string, content: string, schema: z.ZodType<T>): T | null {
    const say = ({ line, message }: YamlProblem) => this.say(file, line ?? 1, message)
    try {
      const result = schema.safeParse(parse(content) ?? {})
      if (result.success) return result.data
      sentences(result.error, content).forEach(say)
    } catch (error) {
      say(unreadable(error))
    }
    return null
  }
}
