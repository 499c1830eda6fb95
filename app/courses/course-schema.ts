import { z } from 'zod'

const chapterFolder = z.string().regex(/^\d\d-[a-z0-9-]+$/, 'must be a number of two digits and a slug, such as 05-the-branch')

/** What `course.yaml` says: the source language, the parts and their chapters. */
export const courseSchema = z.strictObject({
  source: z.string(),
  standard: z.literal('manual').optional(),
  parts: z.array(z.strictObject({ id: z.string(), chapters: z.array(chapterFolder) })),
})
