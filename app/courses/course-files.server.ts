import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'yaml'
import type { z } from 'zod'
import type { Lang, Problem } from './chapter.ts'
import { sentences, unreadable, type YamlProblem } from './front-matter.ts'

const langFile = /^([a-z]{2,3}(?:-[A-Za-z]{2,4})?)\.(mdx|yaml)$/

/** Reads the files of one course below its folder, and notes every fault for the author. */
export class CourseFiles {
  readonly problems: Problem[] = []

  constructor(readonly folder: string) {}

  /** Notes a fault of a file of this course. */
  say(file: string, line: number, message: string) {
    this.problems.push({ file: this.path(file), line, message })
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

  /** A file's text, or null. */
  async textIfAny(file: string): Promise<string | null> {
    return readFile(this.path(file), 'utf8').catch(() => null)
  }

  /** The names in a folder, sorted; none where there is no such folder. */
  async names(folder: string): Promise<string[]> {
    return (await readdir(this.path(folder)).catch(() => [])).sort()
  }

  /** The languages that a folder has a file of this kind for: en.mdx, sv.mdx … */
  async languages(folder: string, kind: 'mdx' | 'yaml'): Promise<Lang[]> {
    return (await this.names(folder)).flatMap((name) => {
      const match = langFile.exec(name)
      return match && match[2] === kind ? [match[1] as string] : []
    })
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
