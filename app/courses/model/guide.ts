import { z } from 'zod'

/** Minutes in a study hour, as the Swedish educational associations count them. */
export const studyHour = 45

/** What a step of a meeting is; one of no kind is about the text. */
export const stepKinds = ['welcome', 'work-plan', 'remember', 'exercise', 'next'] as const

const text = z.string({ error: 'must be a text' }).trim().min(1, 'must not be empty')

/** How a guide to a chapter is written (docs/authoring.md). */
export const guideSchema = z
  .strictObject({
    aim: text,
    materials: text,
    hours: z
      .int({ error: 'must be a whole number' })
      .min(1, 'must be 1 or more')
      .max(4, 'must be 4 at most: longer meetings tire people'),
    plan: z
      .array(
        z.strictObject({
          minutes: z.int().min(1).max(90),
          kind: z.enum(stepKinds).optional(),
          step: text,
          how: text,
        }),
      )
      .min(3, 'needs three steps at least'),
    goesWrong: z
      .array(z.strictObject({ sign: text, help: text }))
      .min(2, 'needs two entries at least'),
    cards: z
      .array(z.strictObject({ situation: text, ask: text }))
      .max(8, 'has eight cards at most')
      .optional(),
  })
  .refine(
    ({ hours, plan }) => plan.reduce((sum, step) => sum + step.minutes, 0) === hours * studyHour,
    {
      path: ['plan'],
      message: 'must add up to the study hours, 45 minutes each',
    },
  )

/**
 * How to lead a meeting about a chapter: the aim, a plan whose minutes fill its study hours, what
 * goes wrong, and discussion cards: situations to weigh, without one right answer.
 */
export type Guide = z.infer<typeof guideSchema>
