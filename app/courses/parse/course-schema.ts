import { z } from 'zod'
import { isLanguageTag } from '../model/language-tag.ts'

/**
 * What no chapter may be called: pages of every course stand at these addresses, and would hide it.
 */
export const reservedSlugs: ReadonlySet<string> = new Set([
  'about',
  'check',
  'glossary',
  'guide',
  'proof',
  'question-banks',
  'questions',
  'take',
  'tools',
])

const chapterFolder = z
  .string()
  .regex(/^\d\d-[a-z0-9-]+$/, 'must be a number of two digits and a slug, such as 05-the-branch')
  .refine((folder) => !reservedSlugs.has(folder.slice(3)), {
    error: ({ input }) =>
      `must have another slug: every course has a page of its own at the address "${String(input).slice(3)}"`,
  })

const tag = z.string().refine(isLanguageTag, 'is no language tag, such as en or pt-BR')

/**
 * What `course.yaml` says: the source language, the languages that are to have everything, the parts
 * and their chapters.
 */
export const courseSchema = z.strictObject({
  source: tag,
  complete: z.array(tag).optional(),
  standard: z.literal('manual').optional(),
  parts: z.array(z.strictObject({ id: z.string(), chapters: z.array(chapterFolder) })),
})
