import type { Problem } from '../model/chapter.ts'
import { type Sentence, wordsIn } from '../parse/sentences.ts'
import type { ChapterSource } from './course-source.ts'

/** Shorter sentences may come again: "Read it aloud." */
const shortest = 8

/**
 * Finds sentences that stand in two chapters of the same language. Questions are left out: they may
 * put their instruction in the same words each time. Each is reported in the later chapter, with
 * its first place.
 */
export function checkRepetition(
  chapters: { chapter: ChapterSource; sentences: Sentence[] }[],
): Problem[] {
  const problems: Problem[] = []
  const first = new Map<string, { chapter: ChapterSource; line: number }>()
  for (const { chapter, sentences } of chapters) {
    for (const { text, place, line } of sentences) {
      const words = wordsIn(text.toLowerCase(), chapter.lang)
      if (place === 'question' || words.length < shortest) continue
      const key = `${chapter.lang} ${words.join(' ')}`
      const before = first.get(key)
      if (!before) first.set(key, { chapter, line })
      else if (before.chapter !== chapter) {
        const where = `${before.chapter.folder}/${before.chapter.lang}.mdx, line ${before.line}`
        problems.push({
          file: chapter.file,
          line,
          message: `The sentence stands also in ${where}: "${text.slice(0, 50)}…"`,
        })
      }
    }
  }
  return problems
}
