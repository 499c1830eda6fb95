import { setImmediate as turn } from 'node:timers/promises'
import { deserialize, serialize } from 'node:v8'
import type { Chapter, Course } from '../model/chapter.ts'

type Shell = Omit<Course, 'parts' | 'chapters' | 'tools'> & {
  parts: { id: string; chapters: string[] }[]
}

/**
 * A course as pieces that are each read in a moment: itself, its tools, then its chapters one by
 * one.
 */
export function toPieces({ parts, chapters, tools, ...rest }: Course): Buffer[] {
  const shell: Shell = {
    ...rest,
    parts: parts.map((part) => ({ id: part.id, chapters: part.chapters.map((one) => one.slug) })),
  }
  return [shell, tools, ...chapters].map((piece) => serialize(piece))
}

/** A course from its pieces, with a turn for others after each. Throws where they are damaged. */
export async function fromPieces(pieces: readonly Uint8Array[]): Promise<Course> {
  const read: unknown[] = []
  for (const piece of pieces) {
    read.push(deserialize(piece))
    await turn()
  }
  const [shell, tools, ...chapters] = read as [Shell, Course['tools'], ...Chapter[]]
  const bySlug = new Map(chapters.map((chapter) => [chapter.slug, chapter]))
  const parts = shell.parts.map((part) => ({
    id: part.id,
    chapters: part.chapters.map((slug) => bySlug.get(slug) as Chapter),
  }))
  return { ...shell, parts, chapters, tools }
}
